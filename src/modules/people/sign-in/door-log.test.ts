import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { anotherHouse, FORM } from '../../../../test/attacks/another-house.ts'
import { appCode } from '../../../../test/support/app-code.ts'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { openLog } from '../../../platform/log.ts'

type Line = { readonly msg: string; readonly level: string; readonly [field: string]: unknown }

describe('the log of the doors', () => {
  let town: SmallPartnership
  let house: Awaited<ReturnType<typeof anotherHouse>>
  let said: string[] = []
  before(async () => {
    town = await aSmallPartnership()
    house = await anotherHouse({ logger: openLog({ hasJsonLog: true, write: (line) => said.push(line) }) })
  })

  const lines = (): readonly Line[] => {
    const all = said.map((line): Line => JSON.parse(line)).map(({ time: _, reqId: __, ...line }) => line)
    said = []
    return all
  }
  /** One request from 192.0.2.7; the answer is the cookie to go on with. */
  const send = async (url: string, fields: Record<string, string> | null, cookie = '') => {
    const answer = await house.server.inject({
      method: fields ? 'POST' : 'GET',
      url,
      headers: { ...(fields && FORM), ...(cookie && { cookie }) },
      ...(fields && { payload: new URLSearchParams(fields).toString() }),
      remoteAddress: '192.0.2.7',
    })
    const set = [answer.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0])
    return { html: answer.payload, cookie: set.join('; ') || cookie }
  }
  const from = '192.0.2.7'

  test('who came in, how, and who went', async () => {
    const { email, password } = town.lead
    const account = town.lead.member.accountId
    const { cookie } = await send('/sign-in', { email, password })
    assert.deepEqual(lines(), [{ level: 'info', msg: 'signed in', way: 'password', account, from }])
    await send('/sign-out', {}, cookie)
    assert.deepEqual(lines(), [{ level: 'info', msg: 'signed out', account, from }])
  })

  test('who was refused, and why: somebody’s address and nobody’s by a sum, and no word that was typed', async () => {
    const typed = { email: 'Nobody.At.All@elsewhere.example', password: 'a guess at it all' }
    await send('/sign-in', typed)
    await send('/sign-in', { ...typed, email: ' nobody.at.all@ELSEWHERE.example' })
    await send('/sign-in', { ...typed, email: town.chair.email })
    await send('/sign-in/link', { email: town.chair.email })
    const raw = said.join('\n')
    const [first, second, third, link] = lines()
    assert.match(String(first?.tried), /^[0-9a-f]{16}$/)
    assert.deepEqual(first, {
      level: 'info',
      msg: 'sign-in refused',
      way: 'password',
      why: 'not known',
      tried: first?.tried,
      from,
    })
    assert.deepEqual(second, first)
    assert.notEqual(third?.tried, first?.tried)
    assert.deepEqual({ ...third, tried: '' }, { ...first, tried: '' })
    assert.deepEqual([link?.msg, link?.tried], ['link asked for', third?.tried])
    for (const word of ['nobody', 'elsewhere', 'guess', town.chair.email]) assert.ok(!raw.toLowerCase().includes(word))
  })

  test('that an account waits, a link is over, a code or a passkey is not taken', async () => {
    for (let times = 0; times < 6; times++) await send('/sign-in', { email: 'x@y.example', password: 'a guess' })
    await send('/sign-in/link/open', { key: 'made-up' })
    await send('/sign-in/code', { code: '123456' })
    await send('/sign-in/passkey', { answer: '{}' })
    assert.deepEqual(
      lines()
        .slice(5)
        .map(({ msg, way, why }) => [msg, way, why]),
      [
        ['sign-in refused', 'password', 'must wait'],
        ['sign-in refused', 'link', 'over'],
        ['sign-in refused', 'second-factor', 'over'],
        ['sign-in refused', 'passkey', 'not taken'],
      ],
    )
  })

  test('each change of a way in, without its secrets', async () => {
    const { email, password } = town.viewer
    const account = town.viewer.member.accountId
    const { cookie } = await send('/sign-in', { email, password })
    const begun = await send('/account/second-factor', { password }, cookie)
    const key = (/<code class="trellis-key">([A-Z2-7 ]+)<\/code>/.exec(begun.html)?.[1] ?? '').replaceAll(' ', '')
    const code = appCode(key)
    const on = await send('/account/second-factor/confirmation', { code }, cookie)
    await send('/account/sessions/end-others', {}, on.cookie)
    const next = await send('/sign-in', { email, password })
    await send('/sign-in/code', { code }, next.cookie)
    const raw = said.join('\n')
    assert.deepEqual(
      lines().map(({ msg, way, what, why, account: of }) => [msg, way ?? what, why ?? of]),
      [
        ['signed in', 'password', account],
        ['way in changed', 'switched on a second factor for themselves', account],
        ['sessions ended', 'signed out all their other browsers', account],
        ['signed in, but for a second factor', 'password', undefined],
        ['sign-in refused', 'second-factor', 'used'],
      ],
    )
    for (const secret of [key, password, code, email]) assert.ok(!raw.includes(secret))
  })

  test('what is not open to somebody, a form from elsewhere, and a page of another partnership', async () => {
    const elsewhere = await aSmallPartnership()
    const { email, password } = town.lead
    const { cookie } = await send('/sign-in', { email, password })
    const account = town.lead.member.accountId
    const manager = await send('/sign-in', { email: town.manager.email, password: town.manager.password })
    lines()
    await send('/ways-in', null, cookie)
    await send(`/people/${elsewhere.lead.member.person.id}`, null, manager.cookie)
    await house.server.inject({
      method: 'POST',
      url: '/sign-out',
      headers: { ...FORM, cookie, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      payload: '',
      remoteAddress: from,
    })
    assert.deepEqual(
      lines().map(({ msg, path, account: of }) => [msg, path, of]),
      [
        ['not open to them', '/ways-in', account],
        ['not found for them', '/people/:personId', town.manager.member.accountId],
        ['form from elsewhere refused', '/sign-out', null],
      ],
    )
  })
})
