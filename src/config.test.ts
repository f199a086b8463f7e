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
      baseUrl: 'http://localhost:3000',
      poolSize: 10,
      hasJsonLog: false,
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
    assert.equal(messageFor({ DEMO: 'yes' }), 'DEMO must be 0 or 1.')
    assert.equal(messageFor({ SECRET: 'short' }), 'SECRET must be at least 32 characters long.')
    assert.match(messageFor({ DATABASE_URL: 'mysql://x/y' }), /^DATABASE_URL must be an address such as postgres:/)
  })

  test('every bad setting is named at once', () => {
    assert.match(messageFor({ PORT: 'x', DEMO: '2' }), /PORT.*DEMO/)
  })
})
