import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { remoteServer } from '../../src/platform/database/remote-server.ts'
import { fetchJson } from '../../src/platform/fetch-json.ts'
import { newId } from '../../src/platform/ids.ts'
import type { HandedOver, Letter } from '../../src/platform/messages/carrier.ts'
import { notifyCarrier } from '../../src/platform/messages/notify-carrier.ts'
import { smtpCarrier } from '../../src/platform/messages/smtp-carrier.ts'
import { messageOf } from '../../src/platform/problem.ts'
import { aMailServer, type MailServer } from '../support/mail-server.ts'
import { NOTIFY_KEY } from '../support/notify-server.ts'
import { SELF_SIGNED } from '../support/self-signed.ts'
import { aDatabaseDoor, anHttpsServer, type TlsServer } from '../support/tls-server.ts'

const LETTER: Letter = {
  id: newId(),
  to: 'lena@testing.example',
  toName: 'Lena Lead',
  subject: 'Your update is due',
  text: 'Write it by Friday.',
  partnershipName: 'Millbrook partnership',
}

/** The same, in a process that trusts the certificate: what is refused without is refused for that alone. */
async function trusting<T>(work: () => Promise<T>): Promise<T> {
  const usual = getCACertificates('default')
  setDefaultCACertificates([...usual, SELF_SIGNED.cert])
  try {
    return await work()
  } finally {
    setDefaultCACertificates(usual)
  }
}

describe('a mail server on another machine', () => {
  let server: MailServer
  let plain: MailServer
  before(async () => {
    server = await aMailServer({ tls: SELF_SIGNED })
    plain = await aMailServer()
  })
  after(() => Promise.all([server.close(), plain.close()]))
  const send = (url: string, needsTls = true): Promise<HandedOver> =>
    smtpCarrier({ url, from: 'trellis@trellis.example.org', needsTls }, 'https://trellis.example.org').handOver(LETTER)

  test('gets no mail while nobody vouches for its certificate, and the mail waits', async () => {
    const { outcome, words } = await send(server.url)
    assert.equal(outcome, 'put-off')
    assert.match(words, /self.signed certificate/)
    assert.equal(server.taken.length, 0)
    assert.equal((await trusting(() => send(server.url))).outcome, 'taken')
  })

  test('gets no mail when it offers no TLS, and the words say what to do', async () => {
    const { outcome, words } = await send(plain.url)
    assert.equal(outcome, 'put-off')
    assert.match(
      words,
      /^The mail server offers no TLS, so nothing was sent\. Whoever runs .* WITHOUT_TLS\. It said: 500/,
    )
    assert.equal(plain.taken.length, 0)
  })

  test('gets mail as it comes when the operator has named it, or when it is this machine', async () => {
    assert.equal((await send(plain.url, false)).outcome, 'taken')
    assert.equal((await send(server.url, false)).outcome, 'taken')
  })
})

describe('a PostgreSQL server on another machine', () => {
  let door: TlsServer
  let plain: TlsServer
  before(async () => {
    door = await aDatabaseDoor(true)
    plain = await aDatabaseDoor(false)
  })
  after(() => Promise.all([door.close(), plain.close()]))
  const wordsOf = ({ port }: TlsServer) => {
    const databaseUrl = `postgres://owner:secret@127.0.0.1:${port}/trellis?sslmode=verify-full`
    return remoteServer({ databaseUrl, dataDir: '', secret: 'of a test' }).then(() => 'let in', messageOf)
  }

  test('is told no password while nobody vouches for its certificate', async () => {
    assert.match(await wordsOf(door), /self.signed certificate/)
    assert.match(await trusting(() => wordsOf(door)), /nobody is let in here/)
  })

  test('is told no password when it offers no TLS', async () => {
    assert.match(await wordsOf(plain), /does not support SSL/)
  })
})

describe('other machines that are asked by https', () => {
  test('an OpenID provider is not read while nobody vouches for its certificate', async () => {
    const server = await anHttpsServer(200, { issuer: 'https://login.example' })
    const url = `https://127.0.0.1:${server.port}/.well-known/openid-configuration`
    assert.equal(await fetchJson(url), null)
    assert.deepEqual(await trusting(() => fetchJson(url)), { issuer: 'https://login.example' })
    await server.close()
  })

  test('GOV.UK Notify is sent nothing while nobody vouches for its certificate', async () => {
    const server = await anHttpsServer(201, { id: 'taken' })
    const carrier = notifyCarrier(
      { key: NOTIFY_KEY, mailTemplate: 'mail-1', textTemplate: null, url: `https://127.0.0.1:${server.port}` },
      'mail',
      'mail-1',
    )
    assert.match((await carrier.handOver(LETTER)).words, /self.signed certificate/)
    assert.equal((await trusting(() => carrier.handOver(LETTER))).outcome, 'taken')
    await server.close()
  })
})
