import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readConfig } from './config.ts'

function configFrom(environment: Record<string, string>) {
  const read = readConfig(environment)
  assert.ok(read.ok, 'the settings were refused')
  return read.value
}

function messageFor(environment: Record<string, string>) {
  const read = readConfig(environment)
  assert.ok(!read.ok, 'the settings were taken')
  return read.refusal.message
}

describe('settings', () => {
  test('nothing needs to be set', () => {
    assert.deepEqual(configFrom({}), {
      port: 3000,
      host: 'localhost',
      dataDir: './data',
      databaseUrl: null,
      hasDemo: true,
      secret: null,
      secretBefore: null,
      trustedProxies: ['loopback'],
      formsPerMinute: 240,
      securityContact: null,
      baseUrl: 'http://localhost:3000',
      mostStoredBytes: 5_000_000_000,
      poolSize: 10,
      hasJsonLog: false,
      clamd: null,
      messages: { smtp: null, notify: null },
    })
  })

  test('an empty setting counts as one that was not given', () => {
    assert.equal(configFrom({ PORT: '', DATABASE_URL: '' }).port, 3000)
  })

  test('the address of the pages follows the port unless it is set', () => {
    assert.equal(configFrom({ PORT: '8080' }).baseUrl, 'http://localhost:8080')
    assert.equal(configFrom({ BASE_URL: 'https://trellis.example.org/' }).baseUrl, 'https://trellis.example.org')
  })

  test('a bad setting is refused in a sentence that names it', () => {
    assert.equal(messageFor({ PORT: 'eighty' }), 'PORT must be a whole number from 0 to 65535.')
    assert.equal(messageFor({ PORT: '70000' }), 'PORT must be a whole number from 0 to 65535.')
    assert.match(messageFor({ TRUST_PROXY: 'our proxy' }), /^TRUST_PROXY must be addresses/)
    assert.match(messageFor({ STORAGE_LIMIT: '20 GB' }), /^STORAGE_LIMIT must be a whole number from 1000000 to/)
    assert.equal(messageFor({ DEMO: 'yes' }), 'DEMO must be 0 or 1.')
    assert.equal(messageFor({ SECRET: 'short' }), 'SECRET must be at least 32 characters long.')
    assert.match(messageFor({ DATABASE_URL: 'mysql://x/y' }), /^DATABASE_URL must be an address such as postgres:/)
  })

  test('a way out for mail needs all that belongs to it, and one way is enough', () => {
    const mail = { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'Trellis <trellis@example.org>' }
    const key = 'trellis-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0'
    const notify = { NOTIFY_KEY: key, NOTIFY_TEXT_TEMPLATE: '2e10c3a2-6b06-42a3-9a29-6a1c8d1a3c1f' }
    assert.deepEqual(configFrom({ ...mail, ...notify }).messages, {
      smtp: { url: 'smtp://mail.example.org', from: 'Trellis <trellis@example.org>', needsTls: true },
      notify: { key, mailTemplate: null, textTemplate: notify.NOTIFY_TEXT_TEMPLATE, url: null },
    })
    assert.match(messageFor({ SMTP_URL: mail.SMTP_URL }), /^MAIL_FROM must be set/)
    assert.match(messageFor({ ...mail, SMTP_URL: 'https://x' }), /^SMTP_URL must be an address such as smtp:/)
    assert.match(messageFor({ ...mail, MAIL_FROM: 'Trellis' }), /^MAIL_FROM must be an address such as/)
    assert.match(messageFor({ NOTIFY_KEY: 'short' }), /^NOTIFY_KEY must be a key as GOV.UK Notify gives it out/)
    const elsewhere = { ...notify, NOTIFY_URL: 'http://notify.example.org' }
    assert.match(messageFor(elsewhere), /^NOTIFY_URL leads to notify\.example\.org without TLS\. Begin it with https/)
    assert.equal(
      configFrom({ ...elsewhere, WITHOUT_TLS: 'notify.example.org' }).messages.notify?.url,
      elsewhere.NOTIFY_URL,
    )
    assert.match(messageFor({ NOTIFY_KEY: key }), /^With NOTIFY_KEY, set NOTIFY_MAIL_TEMPLATE/)
    assert.match(messageFor({ NOTIFY_TEXT_TEMPLATE: 'x' }), /^NOTIFY_TEXT_TEMPLATE must be the id of a template/)
    assert.match(messageFor({ NOTIFY_TEXT_TEMPLATE: notify.NOTIFY_TEXT_TEMPLATE }), /^NOTIFY_KEY must be set/)
    const both = { ...mail, ...notify, NOTIFY_MAIL_TEMPLATE: notify.NOTIFY_TEXT_TEMPLATE }
    assert.match(messageFor(both), /^Mail goes one way/)
  })

  test('another machine is talked to by TLS, or named aloud', () => {
    const database = 'postgres://owner:secret@db.example.org/trellis'
    assert.equal(
      messageFor({ DATABASE_URL: database }),
      'DATABASE_URL leads to db.example.org without a TLS whose certificate is checked. End it with ?sslmode=verify-full, or name db.example.org in WITHOUT_TLS if the way there is guarded otherwise.',
    )
    for (const weak of [
      'sslmode=disable',
      'sslmode=no-verify',
      'sslmode=require',
      'sslmode=verify-full&sslmode=disable',
    ])
      assert.match(messageFor({ DATABASE_URL: `${database}?${weak}` }), /^DATABASE_URL leads to/, weak)
    assert.match(messageFor({ DATABASE_URL: 'postgres://localhost/trellis?host=db.lan' }), /leads to db\.lan without/)
    assert.match(messageFor({ DATABASE_URL: 'postgres:///trellis', PGHOST: 'db.lan' }), /leads to db\.lan without/)
    assert.match(
      messageFor({ CLAMD: '10.0.0.5:3310' }),
      /^CLAMD leads to 10\.0\.0\.5, and ClamAV’s daemon speaks no TLS\./,
    )
    assert.match(
      messageFor({ DATABASE_URL: database, CLAMD: '10.0.0.5:3310', WITHOUT_TLS: 'db.lan' }),
      /db\.example\.org.*10\.0\.0\.5/,
    )
    configFrom({ DATABASE_URL: `${database}?sslmode=verify-full` })
    configFrom({ DATABASE_URL: database, CLAMD: '[fd00::5]:3310', WITHOUT_TLS: 'DB.example.org, fd00::5' })
    assert.match(messageFor({ WITHOUT_TLS: 'https://db.lan' }), /^WITHOUT_TLS must be names of machines/)
  })

  test('this machine needs no TLS, and neither does a socket', () => {
    for (const at of [
      'localhost:5432/x',
      '127.0.0.1/x',
      '[::1]/x',
      '/x',
      '%2Frun%2Fpostgresql/x',
      'db.lan/x?host=/run',
    ])
      configFrom({ DATABASE_URL: `postgres://${at}` })
    for (const at of ['127.0.0.1:3310', '[::1]:3310', '/run/clamav/clamd.ctl']) configFrom({ CLAMD: at })
    const { messages } = configFrom({ SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@example.org' })
    assert.equal(messages.smtp?.needsTls, false)
  })

  test('certificates are not left unchecked', () => {
    assert.match(messageFor({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }), /^NODE_TLS_REJECT_UNAUTHORIZED=0 would leave/)
  })

  test('every bad setting is named at once', () => {
    assert.match(messageFor({ PORT: 'x', DEMO: '2' }), /PORT.*DEMO/)
  })
})
