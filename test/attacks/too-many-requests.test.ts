import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { rateLimits } from '../../src/platform/http/rate-limit.ts'
import { newId } from '../../src/platform/ids.ts'
import { aSmallPartnership, type SmallPartnership } from '../support/partnership.ts'
import { cookieOf } from '../support/visit.ts'
import { setClock } from '../support/visit-house.ts'
import { wordsOf } from '../support/visit-words.ts'
import { anotherHouse, FORM } from './another-house.ts'

describe('too many requests', () => {
  let town: SmallPartnership
  let elsewhere: Awaited<ReturnType<typeof anotherHouse>>
  before(async () => {
    town = await aSmallPartnership()
    elsewhere = await anotherHouse({ formsPerMinute: 4 })
  })

  const send = async (as: SmallPartnership['manager'] | null, remoteAddress: string, url = '/sign-out-of-nothing') =>
    elsewhere.server.inject({
      method: 'POST',
      url,
      headers: { ...FORM, ...(await cookieOf(as)) },
      payload: `once=${newId()}`,
      remoteAddress,
    })
  const post = (as: SmallPartnership['manager'] | null, address: string) => send(as, address, '/documents')

  test('of one account are held up in words, wherever they come from, and go on a minute later', async () => {
    setClock('2014-10-15T09:00:20Z')
    const statuses = []
    for (let count = 1; count <= 5; count++) statuses.push((await post(town.manager, `198.51.100.${count}`)).statusCode)
    assert.deepEqual(statuses, [422, 422, 422, 422, 429])
    const held = await post(town.manager, '198.51.100.9')
    assert.equal(held.headers['retry-after'], '40')
    assert.match(wordsOf(held.payload), /Too many at once .* Wait 40 seconds/)
    assert.equal((await post(town.lead, '198.51.100.9')).statusCode, 404, 'somebody else is not held up')
    setClock('2014-10-15T09:01:00Z')
    assert.equal((await post(town.manager, '198.51.100.1')).statusCode, 422)
  })

  test('of one place are held up, whoever they say they are; the next place is not', async () => {
    setClock('2014-10-15T09:10:00Z')
    const statuses = []
    for (let count = 1; count <= 21; count++) statuses.push((await post(null, '203.0.113.77')).statusCode)
    assert.deepEqual(statuses.slice(19), [303, 429])
    assert.equal((await post(null, '203.0.113.78')).statusCode, 303)
  })

  test('of one household over IPv6 are one place, though each of its devices has a million addresses', async () => {
    setClock('2014-10-15T09:20:00Z')
    const statuses = []
    for (let count = 1; count <= 21; count++) statuses.push((await post(null, `2001:db8:0:7::${count}`)).statusCode)
    assert.equal(statuses.at(-1), 429)
    assert.equal((await post(null, '2001:db8:0:8::1')).statusCode, 303)
  })

  test('of papers and exports are fewer, and reading pages is not counted', async () => {
    setClock('2014-10-15T09:30:00Z')
    const get = async (url: string) =>
      (await elsewhere.server.inject({ url, headers: await cookieOf(town.viewer), remoteAddress: '203.0.113.5' }))
        .statusCode
    const url = `/plans/${newId()}/export/csv`
    assert.deepEqual([await get(url), await get(url)], [404, 429])
    for (let count = 1; count <= 30; count++) assert.equal(await get('/plans'), 200)
  })

  test('are counted by every process of an installation together', async () => {
    setClock('2014-10-15T09:40:00Z')
    const second = await anotherHouse({ formsPerMinute: 4 })
    for (let count = 1; count <= 4; count++) await post(town.chair, '203.0.113.9')
    const answer = await second.server.inject({
      method: 'POST',
      url: '/documents',
      headers: { ...FORM, ...(await cookieOf(town.chair)) },
      remoteAddress: '203.0.113.10',
    })
    assert.equal(answer.statusCode, 429)
    await second.server.close()
  })

  test('the usual limit lets a fast hand work, and stops a machine', () => {
    assert.deepEqual(rateLimits(240), { form: { account: 240, address: 1200 }, costly: { account: 30, address: 150 } })
  })
})

describe('who is believed about where a visitor comes from', () => {
  /** The address that a request counts under: after as many as one address may send, it is the one that is held up. */
  const isHeldUp = async (
    trustedProxies: readonly string[],
    remoteAddress: string,
    forwardedFor: (n: number) => string,
  ) => {
    const { server } = await anotherHouse({ formsPerMinute: 1, trustedProxies })
    let status = 0
    for (let count = 1; count <= 6; count++) {
      const headers = { ...FORM, 'x-forwarded-for': forwardedFor(count) }
      status = (await server.inject({ method: 'POST', url: '/documents', headers, remoteAddress })).statusCode
    }
    await server.close()
    return status === 429
  }

  test('nobody outside is: a visitor who names another address each time is one visitor', async () => {
    setClock('2014-10-15T10:00:00Z')
    assert.ok(await isHeldUp(['10.0.0.5'], '192.0.2.1', (n) => `198.51.100.${n}`))
  })

  test('a chain that the visitor began is believed only as far as the proxy wrote it', async () => {
    setClock('2014-10-15T10:01:00Z')
    assert.ok(await isHeldUp(['10.0.0.5'], '10.0.0.5', (n) => `198.51.100.${n}, 192.0.2.2`))
  })

  test('a visitor who names the proxy in the chain does not pass for what stands before it', async () => {
    setClock('2014-10-15T10:02:00Z')
    assert.ok(await isHeldUp(['10.0.0.0/8'], '10.0.0.5', (n) => `198.51.100.${n}, 10.0.0.9, 192.0.2.3, 10.0.0.7`))
  })

  test('words that are no address count for nothing', async () => {
    setClock('2014-10-15T10:03:00Z')
    assert.ok(await isHeldUp(['10.0.0.5'], '10.0.0.5', (n) => `nobody-${n}`))
  })

  test('the proxy is: two visitors behind it are two', async () => {
    setClock('2014-10-15T10:04:00Z')
    assert.ok(!(await isHeldUp(['10.0.0.5'], '10.0.0.5', (n) => `198.51.100.${n}`)))
  })

  test('TRUSTED_PROXIES says who; TRUST_PROXY, its earlier name, is still read', () => {
    const proxiesOf = (environment: Record<string, string>) => {
      const config = readConfig(environment)
      return config.ok ? config.value.trustedProxies : config.refusal.message
    }
    assert.deepEqual(proxiesOf({}), ['loopback'])
    assert.deepEqual(proxiesOf({ TRUST_PROXY: '10.0.0.5' }), ['10.0.0.5'])
    assert.deepEqual(proxiesOf({ TRUSTED_PROXIES: '10.0.0.6, loopback', TRUST_PROXY: '10.0.0.5' }), [
      '10.0.0.6',
      'loopback',
    ])
    assert.match(String(proxiesOf({ TRUSTED_PROXIES: 'everyone' })), /^TRUSTED_PROXIES must be addresses/)
  })
})
