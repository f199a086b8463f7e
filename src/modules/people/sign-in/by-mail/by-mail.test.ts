import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { appCode, nextAppCode } from '../../../../../test/support/app-code.ts'
import { aBrowser } from '../../../../../test/support/browser-session.ts'
import { mailsTo } from '../../../../../test/support/mail-of-tests.ts'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { theHouse } from '../../../../../test/support/visit-house.ts'
import { problemsOn, valueOn } from '../../../../../test/support/visit-words.ts'
import { newId } from '../../../../platform/ids.ts'

const CHOSEN = 'four words of no kin'

describe('a link by mail', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const askFor = async (email: string, next = '/plans', door = '/sign-in/link') =>
    aBrowser().send(door, { email, next })
  const mailTo = async (email: string) => (await mailsTo(town.id, email))[0]
  const press = async (path: string) => {
    const browser = aBrowser()
    const { html } = await browser.get(path)
    const answer = await browser.send('/sign-in/link/open', {
      key: valueOn(html, 'key') ?? '',
      next: valueOn(html, 'next') ?? '',
    })
    return { browser, answer }
  }

  test('signs in whoever presses the button behind it, once, and leads on to where they were going', async () => {
    await askFor(town.lead.email, '/updates?done=saved')
    const { path = '', subject = '' } = (await mailTo(town.lead.email)) ?? {}
    assert.equal(subject, 'Your link to sign in to Trellis')
    const { browser, answer } = await press(path)
    assert.equal(answer.location, '/updates?done=saved')
    assert.equal(await browser.isIn(), true)
    const again = await press(path)
    assert.equal(again.answer.status, 422)
    assert.match(again.answer.html, /This link is over/)
    assert.equal(await again.browser.isIn(), false)
  })

  test('being opened, as programs that look for viruses do, neither signs in nor uses it up', async () => {
    await askFor(town.viewer.email)
    const { path = '' } = (await mailTo(town.viewer.email)) ?? {}
    const scanner = aBrowser()
    for (let times = 0; times < 3; times++) assert.deepEqual((await scanner.get(path)).cookies, [])
    assert.equal(await scanner.isIn(), false)
    assert.equal((await press(path)).answer.status, 303)
  })

  for (const door of ['/sign-in/link', '/password/forgotten']) {
    test(`${door} answers the same, and by the same questions, whether an address is known or not`, async () => {
      const [known, unknown] = [
        await askFor(town.chair.email, '', door),
        await askFor('nobody@testing.example', '', door),
      ]
      assert.equal(known.status, 303)
      assert.deepEqual(
        [unknown.status, unknown.location, unknown.html, unknown.cookies],
        [known.status, known.location, known.html, known.cookies],
      )
      assert.ok(await mailTo(town.chair.email))
      assert.deepEqual(await mailsTo(town.id, 'nobody@testing.example'), [])
    })
  }

  test('is not sent again and again: the mailbox of somebody is nobody’s to fill', async () => {
    const before = (await mailsTo(town.id, town.manager.email)).length
    for (let times = 0; times < 12; times++)
      assert.equal((await askFor(town.manager.email)).location, '/sign-in/link/sent')
    assert.equal((await mailsTo(town.id, town.manager.email)).length - before, 5)
  })

  test('cannot lead elsewhere', async () => {
    const somebody = await aSmallPartnership()
    await askFor(somebody.lead.email, 'https://elsewhere.example/')
    const [mail] = await mailsTo(somebody.id, somebody.lead.email)
    assert.ok(!mail?.text.includes('elsewhere.example'))
    const { answer } = await press(`${mail?.path}&next=//elsewhere.example`)
    assert.equal(answer.location, '/plans')
  })

  test('asks for the second factor of whoever has one', async () => {
    const { lead, id } = await aSmallPartnership()
    const desk = aBrowser()
    await desk.signIn(lead)
    const begun = await desk.send('/account/second-factor', { password: lead.password })
    const key = /trellis-key">([A-Z2-7 ]+)</.exec(begun.html)?.[1] ?? ''
    await desk.send('/account/second-factor/confirmation', { code: appCode(key) })
    await askFor(lead.email)
    const { browser, answer } = await press((await mailsTo(id, lead.email))[0]?.path ?? '')
    assert.equal(answer.location, '/sign-in/code?next=%2Fplans')
    assert.equal(await browser.isIn(), false)
    await browser.send('/sign-in/code', { code: nextAppCode(key) })
    assert.equal(await browser.isIn(), true)
  })

  test('lets in the owner of an account that somebody is guessing at', async () => {
    const { viewer, id } = await aSmallPartnership()
    for (let times = 0; times < 6; times++) await aBrowser().signIn({ ...viewer, password: 'a guess' })
    assert.equal((await aBrowser().signIn(viewer)).status, 429)
    await askFor(viewer.email)
    const { browser } = await press((await mailsTo(id, viewer.email))[0]?.path ?? '')
    assert.equal(await browser.isIn(), true)
  })

  test('to choose a new password works once, ends every session, and refuses a common one first', async () => {
    const { chair, id } = await aSmallPartnership()
    const desk = aBrowser()
    await desk.signIn(chair)
    await askFor(chair.email, '', '/password/forgotten')
    const { path = '' } = (await mailsTo(id, chair.email))[0] ?? {}
    const browser = aBrowser()
    const key = valueOn((await browser.get(path)).html, 'key') ?? ''
    const common = await browser.send('/password/new', { key, chosen: 'Password1234' })
    assert.match(problemsOn(common.html).join(), /^chosen: Many people use this password/)
    assert.equal((await browser.send('/password/new', { key, chosen: CHOSEN })).location, '/sign-in?done=password')
    assert.equal(await desk.isIn(), false)
    assert.equal((await browser.send('/password/new', { key, chosen: `${CHOSEN} again` })).status, 422)
    await browser.signIn({ email: chair.email, password: CHOSEN })
    assert.equal(await browser.isIn(), true)
  })

  test('with a made-up key opens nothing', async () => {
    assert.equal((await press('/sign-in/link/open?key=made-up')).answer.status, 422)
    assert.equal((await aBrowser().send('/password/new', { key: 'made-up', chosen: CHOSEN })).status, 422)
  })

  test('is kept as a hash only', async () => {
    await askFor(town.chair.email)
    const { path = '' } = (await mailTo(town.chair.email)) ?? {}
    const key = new URL(path, 'http://x').searchParams.get('key') ?? 'none'
    const { rows } = await (await theHouse()).database.signIn.query('select * from sign_in.verification')
    assert.ok(!JSON.stringify(rows).includes(key))
  })

  test('is asked for by an address, and says so when none is given', async () => {
    assert.deepEqual(problemsOn((await askFor('not an address')).html), [
      'email: Enter your e-mail address, such as name@example.org',
    ])
    assert.equal((await askFor(`${newId()}@testing.example`)).status, 303)
  })
})
