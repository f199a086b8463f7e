import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { appCode, nextAppCode } from '../../../../../test/support/app-code.ts'
import { aBrowser, type BrowserSession } from '../../../../../test/support/browser-session.ts'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import type { SignIn } from '../../../../../test/support/visit.ts'
import { theHouse } from '../../../../../test/support/visit-house.ts'
import { problemsOn, wordsOf } from '../../../../../test/support/visit-words.ts'

const keyOn = (html: string) =>
  (/<code class="trellis-key">([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '')
const codesOn = (html: string) =>
  [...html.matchAll(/<code class="trellis-key">([a-z0-9]{5}-[a-z0-9]{5})<\/code>/g)].map(([, code = '']) => code)

describe('a second factor', () => {
  let town: SmallPartnership
  let desk: BrowserSession
  let key: string
  let codes: readonly string[]
  before(async () => {
    town = await aSmallPartnership()
    desk = aBrowser()
    await desk.signIn(town.lead)
    const begun = await desk.send('/account/second-factor', { password: town.lead.password })
    key = keyOn(begun.html)
    assert.match(begun.html, /<svg class="trellis-qr"/)
    codes = codesOn((await desk.send('/account/second-factor/confirmation', { code: appCode(key) })).html)
  })

  const firstStep = async (as: SignIn) => {
    const browser = aBrowser()
    const answer = await browser.signIn(as)
    assert.equal(answer.location, '/sign-in/code?next=%2Fplans')
    return browser
  }

  test('is switched on with a code of any app, and ten recovery codes are shown, this once', async () => {
    assert.equal(codes.length, 10)
    assert.equal(new Set(codes).size, 10)
    assert.equal(await desk.isIn(), true)
    const { html } = await desk.get('/account/second-factor')
    assert.match(wordsOf(html), /On\. After your password/)
    for (const code of codes) assert.ok(!html.includes(code))
  })

  test('neither the key nor a recovery code stands in the database as it is', async () => {
    const { database } = await theHouse()
    const { rows } = await database.signIn.query('select * from sign_in.second_factor')
    const kept = JSON.stringify(rows)
    for (const secret of [key, ...codes]) assert.ok(!kept.includes(secret))
  })

  test('after the password a code is asked, and until then nothing opens', async () => {
    const browser = await firstStep(town.lead)
    assert.equal(await browser.isIn(), false)
    const wrong = await browser.send('/sign-in/code', { code: '000000' })
    assert.equal(wrong.status, 422)
    assert.match(problemsOn(wrong.html).join(), /^code: This is not the code/)
    assert.equal(
      (await browser.send('/sign-in/code', { code: nextAppCode(key), next: '/updates' })).location,
      '/updates',
    )
    assert.equal(await browser.isIn(), true)
  })

  test('a recovery code opens once, with or without its dash', async () => {
    const [first = '', second = ''] = codes
    const browser = await firstStep(town.lead)
    await browser.send('/sign-in/code', { code: first })
    assert.equal(await browser.isIn(), true)
    const again = await firstStep(town.lead)
    assert.equal((await again.send('/sign-in/code', { code: first })).status, 422)
    await again.send('/sign-in/code', { code: second.replace('-', '').toUpperCase() })
    assert.equal(await again.isIn(), true)
  })

  test('a code from the app opens once, though two send it at one moment and the app still shows it', async () => {
    const manager = aBrowser()
    await manager.signIn(town.manager)
    const theirs = keyOn((await manager.send('/account/second-factor', { password: town.manager.password })).html)
    const first = appCode(theirs)
    await manager.send('/account/second-factor/confirmation', { code: first })
    const used = await firstStep(town.manager)
    const again = await used.send('/sign-in/code', { code: first })
    assert.match(problemsOn(again.html).join(), /^email: That code was used already/)
    assert.equal(await used.isIn(), false)
    const browsers = [await firstStep(town.manager), await firstStep(town.manager), await firstStep(town.manager)]
    const next = nextAppCode(theirs)
    await Promise.all(browsers.map((browser) => browser.send('/sign-in/code', { code: next })))
    const areIn = await Promise.all(browsers.map((browser) => browser.isIn()))
    assert.equal(areIn.filter(Boolean).length, 1)
    const { database } = await theHouse()
    const { rows } = await database.signIn.query('select code from sign_in.used_code')
    for (const { code } of rows) assert.match(code, /^[0-9a-f]{64}$/)
  })

  test('a code without the first step opens nothing', async () => {
    const browser = aBrowser()
    assert.equal((await browser.send('/sign-in/code', { code: appCode(key) })).location, '/sign-in?next=%2Fplans')
    assert.equal(await browser.isIn(), false)
  })

  test('five wrong codes end the first step', async () => {
    const browser = await firstStep(town.lead)
    for (let tries = 1; tries <= 5; tries++) await browser.send('/sign-in/code', { code: '111111' })
    assert.equal((await browser.send('/sign-in/code', { code: appCode(key) })).status, 303)
    assert.equal(await browser.isIn(), false)
  })

  test('it is switched off by whoever knows the password, and by nobody else', async () => {
    const chair = aBrowser()
    await chair.signIn(town.chair)
    const theirs = keyOn((await chair.send('/account/second-factor', { password: town.chair.password })).html)
    await chair.send('/account/second-factor/confirmation', { code: appCode(theirs) })
    assert.deepEqual(problemsOn((await chair.send('/account/second-factor/end', { 'end-password': 'a guess' })).html), [
      'end-password: This is not your password. Enter the one you sign in with',
    ])
    await firstStep(town.chair)
    await chair.send('/account/second-factor/end', { 'end-password': town.chair.password })
    const next = aBrowser()
    assert.equal((await next.signIn(town.chair)).location, '/plans')
  })

  test('one that was begun and never confirmed asks for nothing', async () => {
    const viewer = aBrowser()
    await viewer.signIn(town.viewer)
    await viewer.send('/account/second-factor', { password: town.viewer.password })
    const wrong = await viewer.send('/account/second-factor/confirmation', { code: '000000' })
    assert.equal(wrong.status, 422)
    assert.equal((await aBrowser().signIn(town.viewer)).location, '/plans')
  })
})
