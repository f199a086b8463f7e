import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type Somebody } from '../../../test/support/partnership.ts'
import { ask, cookieOf, visit } from '../../../test/support/visit.ts'
import { theHouse } from '../../../test/support/visit-house.ts'
import { wordsOf } from '../../../test/support/visit-words.ts'
import { openLog } from '../log.ts'
import { createServer } from './server.ts'

describe('forms sent from elsewhere', () => {
  let manager: Somebody
  before(async () => {
    manager = (await aSmallPartnership()).manager
  })

  const send = async (headers: Record<string, string>) =>
    ask('/sign-out', { method: 'POST', headers: { ...(await cookieOf(manager)), ...headers } })

  for (const [from, headers] of [
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour on the same domain', { 'sec-fetch-site': 'same-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['another site, by a browser that names only the origin', { origin: 'https://elsewhere.example' }],
    ['a page that hides where it is', { origin: 'null' }],
    ['nobody knows where, with a session', {}],
  ] as const) {
    test(`a form from ${from} is refused and changes nothing`, async () => {
      const refused = await send(headers)
      assert.equal(refused.status, 403)
      assert.deepEqual(refused.cookies, [])
      assert.equal((await visit(manager, '/plans')).status, 200, 'still signed in')
    })
  }

  test('a form from our own origin is taken, even by a browser that sends no more than that', async () => {
    assert.notEqual(
      (await ask('/sign-in', { method: 'POST', headers: { origin: 'http://localhost:3000' } })).status,
      403,
    )
  })
})

describe('every answer', () => {
  for (const url of ['/sign-in', '/no-such-page', '/health']) {
    test(`${url} lets no script but our own run, and cannot be framed`, async () => {
      const { headers } = await ask(url, { method: 'GET' })
      const policy = headers['content-security-policy'] ?? ''
      assert.match(policy, /default-src 'none'/)
      assert.match(policy, /script-src 'self'(;|$)/)
      assert.match(policy, /frame-ancestors 'none'/)
      assert.doesNotMatch(policy, /unsafe/)
      assert.equal(headers['x-content-type-options'], 'nosniff')
      assert.equal(headers['x-frame-options'], 'DENY')
    })
  }

  test('a page is never kept by a browser or a proxy', async () => {
    assert.equal((await visit(null, '/sign-in')).headers['cache-control'], 'no-store')
  })

  test('styles, script and font are served whole and kept for a year', async () => {
    const { html } = await visit(null, '/sign-in')
    const urls = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, url = '']) => url)
    assert.ok(urls.length >= 4, `only ${urls.length} assets`)
    for (const url of urls) {
      const asset = await ask(url, { method: 'GET' })
      assert.equal(asset.status, 200, url)
      assert.match(asset.headers['cache-control'] ?? '', /immutable/)
      assert.ok(asset.body.length > 100, url)
    }
  })

  test('a page is compressed for a browser that can read it so', async () => {
    const { server } = await theHouse()
    const answer = await server.inject({ url: '/sign-in', headers: { 'accept-encoding': 'gzip' } })
    assert.equal(answer.headers['content-encoding'], 'gzip')
    assert.ok(answer.rawPayload.length < 3000, `${answer.rawPayload.length} bytes`)
  })
})

describe('what goes wrong', () => {
  test('a page that does not exist is said so, to a stranger and to a member', async () => {
    const { manager } = await aSmallPartnership()
    for (const as of [null, manager]) {
      const answer = await visit(as, '/no-such-page')
      assert.equal(answer.status, 404)
      assert.match(wordsOf(answer.html), /^Page not found/)
    }
  })

  test('a form too large to be meant is refused with a page', async () => {
    const answer = await ask('/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: `email=${'a'.repeat(2_000_000)}`,
    })
    assert.equal(answer.status, 413)
    assert.match(wordsOf(answer.html), /What you sent is too large/)
  })

  test('a field named like a part of the machinery is a field like any other', async () => {
    const answer = await ask('/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: '__proto__=a&constructor=b&hasOwnProperty=c&email=&password=',
    })
    assert.equal(answer.status, 422)
  })

  test('a failure shows a page with a number, tells the log the same number, and gives no reason away', async () => {
    const logged: string[] = []
    const server = await createServer({
      routes: [
        {
          method: 'GET',
          url: '/breaks',
          access: { name: 'public', allows: (_visitor): _visitor is null => true },
          answer: async () => {
            throw new Error('the secret of the cellar')
          },
        },
        {
          method: 'GET',
          url: '/in/:words',
          isByAddress: true,
          access: { name: 'public', allows: (_visitor): _visitor is null => true },
          answer: async () => {
            throw new Error('as above')
          },
        },
      ],
      identify: async () => null,
      welcome: () => null,
      accountOf: () => null,
      limitRate: async () => null,
      pages: {
        tooMany: () => '',
        notFound: () => '',
        unreadable: (status) => `<h1>Unreadable ${status}</h1>`,
        broken: (requestId) => `<h1>Broken</h1> number ${requestId}`,
      },
      assets: new Map(),
      origin: 'http://localhost:3000',
      logger: openLog({ hasJsonLog: true, write: (line) => logged.push(line) }),
    })
    const answer = await server.inject('/breaks?words=Ann+Lee')
    assert.equal(answer.statusCode, 500)
    const number = /number (\S+)$/.exec(answer.payload)?.[1]
    assert.doesNotMatch(answer.payload, /cellar/)
    assert.equal(logged.length, 1)
    assert.match(logged[0] ?? '', /the secret of the cellar/)
    assert.match(logged[0] ?? '', /"path":"\/breaks"/)
    assert.doesNotMatch(logged[0] ?? '', /Ann/, 'what was typed is none of the log’s business')
    assert.ok(logged[0]?.includes(`"${number}"`), `the log line names request ${number}: ${logged[0]}`)
    const letIn = await server.inject('/in/open-sesame')
    assert.equal(letIn.headers['referrer-policy'], 'no-referrer')
    assert.match(logged[1] ?? '', /"path":"\/in\/:words"/)
    assert.doesNotMatch(logged[1] ?? '', /sesame/, 'an address that lets somebody in is told to nobody')
    await server.close()
  })

  test('the server says that it is well, for whoever watches it', async () => {
    const answer = await ask('/health', { method: 'GET' })
    assert.deepEqual(JSON.parse(answer.body.toString()), { status: 'ok' })
  })
})
