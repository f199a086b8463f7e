import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { aSmallPartnership, type SmallPartnership } from '../support/partnership.ts'
import { ask, cookieOf, visit } from '../support/visit.ts'
import { wordsOf } from '../support/visit-words.ts'
import { anotherHouse, FORM } from './another-house.ts'

describe('the headers of every answer', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  test('nothing private is kept by a browser or a proxy: pages, refusals, errors and redirects', async () => {
    for (const url of ['/plans', '/sign-in', '/no-such-page', '/', '/health', '/robots.txt', `/${'a'.repeat(9000)}`]) {
      for (const as of [null, town.manager]) {
        assert.equal((await visit(as, url)).headers['cache-control'], 'no-store', url)
      }
    }
  })

  test('over https, and only then, browsers are told to come by no other way', async () => {
    const { server } = await anotherHouse({ baseUrl: 'https://plan.testing.example' })
    assert.match(String((await server.inject('/sign-in')).headers['strict-transport-security']), /max-age=63072000/)
    await server.close()
    assert.equal((await visit(null, '/sign-in')).headers['strict-transport-security'], undefined)
  })

  test('no page may use the camera, the place or the like, be framed, or be found by a search engine', async () => {
    const { headers } = await visit(null, '/sign-in')
    assert.match(headers['permissions-policy'] ?? '', /camera=\(\).*geolocation=\(\)/)
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin')
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin')
    assert.equal(headers['referrer-policy'], 'same-origin')
    assert.match(headers['x-robots-tag'] ?? '', /noindex/)
    assert.equal((await ask('/robots.txt', { method: 'GET' })).body.toString(), 'User-agent: *\nDisallow: /\n')
  })

  test('no answer says what it is made with', async () => {
    for (const url of ['/health', '/sign-in', '/no-such-page']) {
      const { headers } = await ask(url, { method: 'GET' })
      assert.equal(headers.server, undefined)
      assert.equal(headers['x-powered-by'], undefined)
    }
  })
})

describe('security.txt', () => {
  test('says where a weakness may be told, until when, and its own address', async () => {
    const { server } = await anotherHouse({ securityContact: 'mailto:security@testing.example' })
    const answer = await server.inject('/.well-known/security.txt')
    assert.match(String(answer.headers['content-type']), /^text\/plain/)
    assert.deepEqual(answer.payload.trim().split('\n'), [
      'Contact: mailto:security@testing.example',
      'Expires: 2015-04-13T09:00:00Z',
      'Preferred-Languages: en',
      'Canonical: http://localhost:3000/.well-known/security.txt',
    ])
    await server.close()
  })

  test('is not there where nobody is named', async () => {
    assert.equal((await visit(null, '/.well-known/security.txt')).status, 404)
  })

  test('a contact is a mail address or a page over https, and no second line', () => {
    for (const SECURITY_CONTACT of [
      'security@example.org',
      'http://a.example',
      'mailto:a@b.example\nContact: x',
      'x',
    ]) {
      assert.equal(readConfig({ SECURITY_CONTACT }).ok, false, SECURITY_CONTACT)
    }
  })
})

describe('requests larger than any page of ours sends', () => {
  test('a form with too many fields is refused in words', async () => {
    const payload = Array.from({ length: 6000 }, (_, at) => `f${at}=x`).join('&')
    const answer = await ask('/sign-in', { method: 'POST', headers: FORM, payload })
    assert.equal(answer.status, 413)
    assert.match(wordsOf(answer.html), /What you sent is too large Go back and send less: fewer words, fewer fields/)
  })

  test('an address longer than any link of ours is refused in words', async () => {
    const answer = await visit(null, `/plans?q=${'a'.repeat(8000)}`)
    assert.equal(answer.status, 414)
    assert.match(wordsOf(answer.html), /The address is too long/)
  })

  test('more headers than a browser sends are refused in words', async () => {
    const headers = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`x-header-${at}`, 'a']))
    const answer = await ask('/sign-in', { method: 'GET', headers })
    assert.equal(answer.status, 431)
    assert.match(wordsOf(answer.html), /Your browser sent too much about itself/)
  })

  for (const [what, payload] of [
    ['ends in the middle', '--b\r\nContent-Disposition: form-data; name="document"; filename="a.md"\r\n\r\nwords'],
    ['has no part', 'words'],
    ['is empty', ''],
    ['has a part without a name', '--b\r\nContent-Disposition: nothing\r\n\r\nwords\r\n--b--\r\n'],
  ] as const) {
    test(`a form with files that ${what} is no failure of ours`, async () => {
      const { manager } = await aSmallPartnership()
      const headers = { ...(await cookieOf(manager)), ...FORM, 'content-type': 'multipart/form-data; boundary=b' }
      const { status } = await ask('/documents', { method: 'POST', headers, payload })
      assert.ok([400, 422].includes(status), `${status}`)
    })
  }

  test('a form that is none of a browser’s kinds is refused, and nothing of it is read', async () => {
    for (const type of ['application/json', 'text/xml', 'application/x-java-serialized-object', 'text/plain']) {
      const headers = { ...FORM, 'content-type': type }
      const answer = await ask('/sign-in', { method: 'POST', headers, payload: '{"email":"a","password":"b"}' })
      assert.ok([415, 422].includes(answer.status), `${type}: ${answer.status}`)
    }
  })
})

describe('forms from elsewhere over https', () => {
  test('a page of the same name without https cannot send one', async () => {
    const town = await aSmallPartnership()
    const { server } = await anotherHouse({ baseUrl: 'https://plan.testing.example' })
    const from = async (origin: string) =>
      (
        await server.inject({
          method: 'POST',
          url: '/sign-in',
          headers: { 'content-type': FORM['content-type'], host: 'plan.testing.example', origin },
          payload: new URLSearchParams({ email: town.lead.email, password: 'wrong' }).toString(),
          remoteAddress: '203.0.113.200',
        })
      ).statusCode
    assert.equal(await from('http://plan.testing.example'), 403)
    assert.equal(await from('https://plan.testing.example.evil.example'), 403)
    assert.equal(await from('null'), 403)
    assert.equal(await from('https://plan.testing.example'), 422)
    await server.close()
  })
})
