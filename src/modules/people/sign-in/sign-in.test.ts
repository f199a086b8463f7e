import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { aRemoteAddress, ask, signIn, visit } from '../../../../test/support/visit.ts'
import { takeNoise, theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { createApp } from '../../../app.ts'
import { buildAssets } from '../../../design/index.ts'
import { ensureAccount } from '../index.ts'
import { TRIES_AT_ONCE } from './accounts.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const OURS = { ...FORM, 'sec-fetch-site': 'same-origin' }

function trySignIn(fields: Record<string, string>, remoteAddress = aRemoteAddress()) {
  return ask('/sign-in', {
    method: 'POST',
    headers: OURS,
    payload: new URLSearchParams(fields).toString(),
    remoteAddress,
  })
}

describe('signing in', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  test('the right password leads to the plans', async () => {
    const { email, password } = town.lead
    const answer = await trySignIn({ email, password })
    assert.equal(answer.status, 303)
    assert.equal(answer.location, '/plans')
  })

  test('an e-mail address is known in capitals and with spaces around it', async () => {
    const { email, password } = town.lead
    assert.equal((await trySignIn({ email: ` ${email.toUpperCase()} `, password })).status, 303)
  })

  test('a wrong password and an unknown address get the same answer, word for word', async () => {
    const wrong = await trySignIn({ email: town.lead.email, password: 'not the password' })
    const unknown = await trySignIn({ email: 'nobody@testing.example', password: 'not the password' })
    assert.equal(wrong.status, 422)
    assert.equal(unknown.status, 422)
    assert.deepEqual(problemsOn(wrong.html), [
      'email: The e-mail address or the password is not right. Check both and try again',
    ])
    assert.equal(wrong.html.replace(town.lead.email, ''), unknown.html.replace('nobody@testing.example', ''))
    assert.deepEqual(wrong.cookies, [])
  })

  test('an empty form is told of both fields at once, and keeps what was typed', async () => {
    assert.deepEqual(problemsOn((await trySignIn({})).html), [
      'email: Enter your e-mail address',
      'password: Enter your password',
    ])
    const answer = await trySignIn({ email: 'someone@testing.example', password: '' })
    assert.equal(valueOn(answer.html, 'email'), 'someone@testing.example')
    assert.equal(valueOn(answer.html, 'password'), '')
  })

  test('one try too many from one place is told how long to wait, right password or not', async () => {
    const place = aRemoteAddress()
    for (let tries = 1; tries <= TRIES_AT_ONCE; tries++) {
      assert.equal((await trySignIn({ email: `${tries}@testing.example`, password: 'a guess' }, place)).status, 422)
    }
    const { email, password } = town.lead
    const tooMany = await trySignIn({ email, password }, place)
    assert.equal(tooMany.status, 429)
    assert.match(problemsOn(tooMany.html).join(), /^email: There were too many tries\. Wait \d+ seconds and try again$/)
    assert.deepEqual(tooMany.cookies, [])
    assert.equal((await trySignIn({ email, password })).status, 303, 'another place is not held up')
  })

  test('a visitor cannot pretend to come from another place to get more tries', async () => {
    const place = aRemoteAddress()
    const statuses = []
    for (let tries = 1; tries <= TRIES_AT_ONCE + 1; tries++) {
      const answer = await ask('/sign-in', {
        method: 'POST',
        headers: { ...OURS, 'x-trellis-address': aRemoteAddress(), 'x-forwarded-for': aRemoteAddress() },
        payload: new URLSearchParams({ email: `${tries}@testing.example`, password: 'a guess' }).toString(),
        remoteAddress: place,
      })
      statuses.push(answer.status)
    }
    assert.equal(statuses.at(-1), 429)
  })

  test('nothing that somebody typed to sign in reaches the log', async () => {
    await trySignIn({ email: town.lead.email, password: 'a secret guess' })
    assert.deepEqual(takeNoise(), [])
  })

  test('after signing in a visitor comes to the page they asked for', async () => {
    const { email, password } = town.lead
    const asked = await visit(null, '/updates?done=saved')
    assert.equal(asked.location, `/sign-in?next=${encodeURIComponent('/updates?done=saved')}`)
    const form = await visit(null, asked.location)
    const next = valueOn(form.html, 'next') ?? ''
    assert.equal((await trySignIn({ email, password, next })).location, '/updates?done=saved')
  })

  for (const next of [
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/\t/elsewhere.example/',
    'javascript:alert(1)',
    '/plans\r\nset-cookie: a=b',
  ]) {
    test(`the link ${JSON.stringify(next)} cannot send a visitor elsewhere`, async () => {
      const { email, password } = town.lead
      const form = await visit(null, `/sign-in?next=${encodeURIComponent(next)}`)
      assert.equal(valueOn(form.html, 'next'), '/plans')
      assert.equal((await trySignIn({ email, password, next })).location, '/plans')
      const again = await visit(town.lead, `/sign-in?next=${encodeURIComponent(next)}`)
      assert.equal(again.location, '/plans', 'nor one who is signed in')
    })
  }

  test('signing out ends the session, so that the old cookie opens nothing', async () => {
    const cookie = await signIn(town.viewer)
    assert.equal((await ask('/plans', { method: 'GET', headers: { cookie } })).status, 200)
    const out = await ask('/sign-out', { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' } })
    assert.equal(out.location, '/sign-in')
    assert.equal(out.headers['clear-site-data'], '"cache", "storage"', 'what the browser kept is cleared')
    assert.ok(
      out.cookies.some((set) => /session_token=;.*Max-Age=0/i.test(set)),
      'the cookie is cleared',
    )
    const after = await ask('/plans', { method: 'GET', headers: { cookie } })
    assert.equal(after.location, '/sign-in?next=%2Fplans')
  })

  test('a cookie that somebody altered opens nothing', async () => {
    const cookie = (await signIn(town.viewer)).replace(/\.[^;]*/, '.forged')
    assert.equal((await ask('/plans', { method: 'GET', headers: { cookie } })).location, '/sign-in?next=%2Fplans')
  })

  test('an account that is nobody’s opens nothing', async () => {
    const house = await theHouse()
    const email = 'nobodys@testing.example'
    await ensureAccount(house.accounts, { name: 'Nobody', email, password: 'a password of nobody' })
    const cookie = await signIn({ email, password: 'a password of nobody' })
    assert.equal((await ask('/plans', { method: 'GET', headers: { cookie } })).status, 303)
  })

  test('scripts cannot read the session, and other sites cannot use it', async () => {
    const { email, password } = town.lead
    const { cookies } = await trySignIn({ email, password })
    assert.ok(cookies.length > 0)
    for (const cookie of cookies) {
      assert.match(cookie, /; HttpOnly/i)
      assert.match(cookie, /; SameSite=(Lax|Strict)/i)
      assert.doesNotMatch(cookie, /; Secure/i)
    }
  })

  test('where the pages are reached by https, the session never travels without it', async () => {
    const house = await theHouse()
    const { server } = await createApp({
      ...house,
      assets: await buildAssets(),
      secret: 'the tests of Trellis keep no secret from anyone',
      baseUrl: 'https://plan.testing.example',
      logger: false,
    })
    const { email, password } = town.lead
    const answer = await server.inject({
      method: 'POST',
      url: '/sign-in',
      headers: OURS,
      payload: new URLSearchParams({ email, password }).toString(),
      remoteAddress: aRemoteAddress(),
    })
    assert.equal(answer.statusCode, 303)
    const cookies = [answer.headers['set-cookie'] ?? []].flat()
    assert.ok(cookies.length > 0)
    for (const cookie of cookies) {
      assert.match(cookie, /^__Host-trellis\..*; Secure/i)
      assert.match(cookie, /; Path=\/(;|$)/i)
      assert.doesNotMatch(cookie, /Domain=/i)
    }
    await server.close()
  })

  test('the first page leads a stranger to sign in, and a member to the plans', async () => {
    assert.equal((await visit(null, '/')).location, '/sign-in')
    assert.equal((await visit(town.viewer, '/')).location, '/plans')
  })

  test('a member’s page names who is signed in and their partnership', async () => {
    const { html } = await visit(town.viewer, '/plans')
    assert.match(html, /Vera Viewer/)
    assert.match(html, /Children’s partnership of Testing/)
    assert.match(wordsOf(html), /There is no plan yet/)
  })
})
