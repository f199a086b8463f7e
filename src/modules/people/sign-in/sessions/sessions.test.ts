import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { aRemoteAddress, ask, type SignIn, signIn } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../../test/support/visit-words.ts'
import { browserInWords } from './browser-words.ts'

const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1'

describe('where somebody is signed in', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const signInWith = async ({ email, password }: SignIn, userAgent: string, remoteAddress: string, cookie = '') => {
    const answer = await ask('/sign-in', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        'user-agent': userAgent,
        ...(cookie && { cookie }),
      },
      payload: new URLSearchParams({ email, password }).toString(),
      remoteAddress,
    })
    assert.equal(answer.status, 303)
    return answer.cookies.map((set) => set.split(';')[0]).join('; ')
  }
  const look = (cookie: string) => ask('/account/sessions', { method: 'GET', headers: { cookie } })
  const send = (cookie: string, url: string, fields: Record<string, string> = {}) =>
    ask(url, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: new URLSearchParams(fields).toString(),
    })
  const isIn = async (cookie: string) => (await ask('/plans', { method: 'GET', headers: { cookie } })).status === 200
  const idsOn = (html: string) => [...html.matchAll(/name="session" value="([^"]+)"/g)].map(([, id = '']) => id)

  test('each browser is told in words, with when, how and from where, and which is this one', async () => {
    const place = aRemoteAddress()
    const desk = await signInWith(town.lead, EDGE, place)
    await signInWith(town.lead, IPHONE, aRemoteAddress())
    const words = wordsOf((await look(desk)).html)
    assert.match(words, /In this browser and one other/)
    assert.match(words, new RegExp(`Edge on Windows This browser. Signed in on .* with your password, from ${place}`))
    assert.match(words, /Safari on an iPhone/)
  })

  test('left alone, a session ends after twelve hours', async () => {
    const desk = await signInWith(town.manager, EDGE, aRemoteAddress())
    const { database } = await theHouse()
    const { rows } = await database.signIn.query<{ hours: number }>(
      `select extract(epoch from expires_at - created_at)::int / 3600 as hours from sign_in.session where user_id = $1`,
      [town.manager.member.accountId],
    )
    assert.deepEqual(new Set(rows.map(({ hours }) => hours)), new Set([12]))
    assert.equal(await isIn(desk), true)
    await database.signIn.query(
      `update sign_in.session set expires_at = expires_at - interval '12 hours', updated_at = updated_at - interval '12 hours' where user_id = $1`,
      [town.manager.member.accountId],
    )
    assert.equal(await isIn(desk), false)
  })

  test('however steadily it is used, a session ends seven days after it began', async () => {
    const desk = await signInWith(town.chair, EDGE, aRemoteAddress())
    const began = Temporal.Now.instant()
    setClock(began.add({ hours: 7 * 24 - 1 }).toString())
    assert.equal(await isIn(desk), true)
    setClock(began.add({ hours: 7 * 24 + 1 }).toString())
    assert.equal(await isIn(desk), false)
  })

  test('one of them is signed out, and the others stay', async () => {
    const [desk, phone] = [
      await signInWith(town.viewer, EDGE, aRemoteAddress()),
      await signInWith(town.viewer, IPHONE, aRemoteAddress()),
    ]
    const [id = ''] = idsOn((await look(desk)).html)
    assert.equal((await send(desk, '/account/sessions/end', { session: id })).location, '/account/sessions?done=ended')
    assert.equal(await isIn(phone), false)
    assert.equal(await isIn(desk), true)
  })

  test('all the others are signed out at once', async () => {
    const others = [await signIn(town.manager), await signIn(town.manager)]
    const mine = await signIn(town.manager)
    await send(mine, '/account/sessions/end-others')
    assert.equal(await isIn(mine), true)
    for (const other of others) assert.equal(await isIn(other), false)
  })

  test('nobody signs out somebody else, by whatever they send', async () => {
    const theirs = await signIn(town.chair)
    const mine = await signIn(town.manager)
    const { rows } = await (await theHouse()).database.signIn.query<{ id: string }>(
      'select id from sign_in.session where user_id = $1',
      [town.chair.member.accountId],
    )
    for (const { id } of rows) await send(mine, '/account/sessions/end', { session: id })
    assert.equal(await isIn(theirs), true)
  })

  test('the page holds no key that would let anybody in', async () => {
    const mine = await signIn(town.chair)
    const { rows } = await (await theHouse()).database.signIn.query<{ token: string }>(
      'select token from sign_in.session',
    )
    const { html } = await look(mine)
    assert.deepEqual(
      rows.filter(({ token }) => html.includes(token)),
      [],
    )
  })

  test('a session that a browser brought along is not the one it gets, and ends', async () => {
    const planted = await signIn(town.viewer)
    const own = await signInWith(town.lead, EDGE, aRemoteAddress(), planted)
    assert.notEqual(own, planted)
    assert.equal(await isIn(planted), false)
    assert.equal(await isIn(own), true)
  })
})

describe('a browser in words', () => {
  test('is what people call it', () => {
    assert.equal(browserInWords(EDGE), 'Edge on Windows')
    assert.equal(browserInWords(IPHONE), 'Safari on an iPhone')
    assert.equal(
      browserInWords('Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0'),
      'Firefox on Linux',
    )
    assert.equal(
      browserInWords('Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36'),
      'Chrome on Android',
    )
    for (const said of [null, '', 'curl/8.1', '<script>'])
      assert.equal(browserInWords(said), 'A browser we do not know')
  })
})
