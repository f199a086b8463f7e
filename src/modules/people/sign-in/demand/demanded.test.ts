import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { appCode, nextAppCode } from '../../../../../test/support/app-code.ts'
import { aBrowser, type BrowserSession } from '../../../../../test/support/browser-session.ts'
import { mailsTo } from '../../../../../test/support/mail-of-tests.ts'
import type { Somebody } from '../../../../../test/support/partnership.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { valueOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { aWorkSignIn } from '../../../../../test/support/work-sign-in.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { newId } from '../../../../platform/ids.ts'
import { findChanges } from '../../../audit/index.ts'
import { liftDemand } from '../lift-demand/lift-demand.ts'

describe('single sign-on that the partnership demands', () => {
  let work: Awaited<ReturnType<typeof aWorkSignIn>>
  let desk: BrowserSession
  let key = ''
  before(async () => {
    work = await aWorkSignIn()
    desk = aBrowser()
    await desk.signIn(work.town.manager)
    const { html } = await desk.send('/account/second-factor', { password: work.town.manager.password })
    key = (/<code class="trellis-key">([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '')
    await desk.send('/account/second-factor/confirmation', { code: appCode(key) })
    const { database } = await theHouse()
    // The lead is of the police, whose single sign-on it is; the others are not.
    await database.owner((db) =>
      db
        .updateTable('person')
        .set({ email: `lena@${work.domain}` })
        .where('id', '=', work.town.lead.member.person.id)
        .execute(),
    )
    const { accounts } = await theHouse()
    await (await accounts.$context).internalAdapter.updateUser(work.town.lead.member.accountId, {
      email: `lena@${work.domain}`,
    })
    work.provider.people.set('lena', { email: `lena@${work.domain}`, email_verified: true })
  })
  after(() => work.close())

  const lena = (): Somebody => ({ ...work.town.lead, email: `lena@${work.domain}` })
  const PAGES = ['/plans', '/updates', '/privacy', '/account/../plans']

  const byPassword = async () => {
    const browser = aBrowser()
    await browser.signIn(lena())
    return browser
  }
  const byLink = async (email: string) => {
    const browser = aBrowser()
    await browser.send('/sign-in/link', { email, next: '/plans' })
    const [mail] = await mailsTo(work.town.id, email)
    const { html } = await browser.get(mail?.path ?? '')
    await browser.send('/sign-in/link/open', { key: valueOn(html, 'key') ?? '' })
    return browser
  }

  test('holds at once, for whoever is signed in by less', async () => {
    const here = await byPassword()
    assert.equal(await here.isIn(), true)
    assert.equal(
      (await desk.send('/ways-in', { demanded: 'single-sign-on', once: newId() })).location,
      '/ways-in?done=set',
    )
    assert.equal((await here.get('/plans')).location, '/sign-in/organisation')
  })

  test('neither a password nor a link gets past it, whatever page they try', async () => {
    for (const browser of [await byPassword(), await byLink(`lena@${work.domain}`)]) {
      for (const url of PAGES) assert.equal((await browser.get(url)).location, '/sign-in/organisation', url)
      assert.equal(
        (await browser.send('/ways-in', { demanded: 'nothing', once: newId() })).location,
        '/sign-in/organisation',
      )
      const led = await browser.get('/sign-in/organisation')
      assert.match(wordsOf(led.html), /Your partnership asks you to sign in through your organisation/)
    }
  })

  test('nor does a second factor of their own: a code is asked, and is not enough', async () => {
    const browser = await byPassword()
    const begun = await browser.send('/account/second-factor', { password: work.town.lead.password })
    const theirs = (/<code class="trellis-key">([A-Z2-7 ]+)<\/code>/.exec(begun.html)?.[1] ?? '').replaceAll(' ', '')
    await browser.send('/account/second-factor/confirmation', { code: appCode(theirs) })
    assert.equal(await browser.isIn(), false)
    const next = await byPassword()
    await next.send('/sign-in/code', { code: nextAppCode(theirs) })
    assert.equal((await next.get('/plans')).location, '/sign-in/organisation')
  })

  test('they are led through it, and are in', async () => {
    const browser = await byPassword()
    await work.comeIn(browser, { email: `lena@${work.domain}`, as: 'lena' })
    assert.equal(await browser.isIn(), true)
  })

  test('whose organisation has none gives a second factor instead, and the manager who has one stays in', async () => {
    const chair = aBrowser()
    await chair.signIn(work.town.chair)
    assert.equal((await chair.get('/plans')).location, '/account/second-factor')
    assert.equal(await desk.isIn(), true)
  })

  test('when it locks everybody out, the operator lifts it, in the audit trail as the operator’s', async () => {
    setClock('2014-10-16')
    const { world } = await theHouse()
    const browser = await byPassword()
    assert.deepEqual(await liftDemand(world, work.town.id), { ok: true, value: 'single-sign-on' })
    const chair = aBrowser()
    await chair.signIn(work.town.chair)
    assert.equal(await chair.isIn(), true)
    await browser.get('/plans')
    assert.match(
      wordsOf((await desk.get('/ways-in')).html),
      /A password or a link in a mail is enough: set by the operator on 16 October 2014/,
    )
    const [latest] = await inScope(world.db, wholePartnership(work.town.id), (tx) =>
      findChanges(tx, [work.town.id], 10),
    )
    assert.deepEqual([latest?.what, latest?.by], ['set what signing in demands', 'The operator'])
    assert.deepEqual(await liftDemand(world, work.town.id), { ok: false, refusal: { kind: 'nothing-demanded' } })
  })
})
