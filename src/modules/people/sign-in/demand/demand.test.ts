import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { appCode } from '../../../../../test/support/app-code.ts'
import { aBrowser, type BrowserSession } from '../../../../../test/support/browser-session.ts'
import { mailsTo } from '../../../../../test/support/mail-of-tests.ts'
import { aSmallPartnership, type SmallPartnership, type Somebody } from '../../../../../test/support/partnership.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { problemsOn, valueOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { newId } from '../../../../platform/ids.ts'
import { findChanges } from '../../../audit/index.ts'

describe('a second factor that the partnership demands', () => {
  let town: SmallPartnership
  let desk: BrowserSession
  before(async () => {
    town = await aSmallPartnership()
    desk = aBrowser()
    await desk.signIn(town.manager)
  })

  const setUp = async (browser: BrowserSession, as: Somebody) => {
    const { html } = await browser.send('/account/second-factor', { password: as.password })
    const key = (/<code class="trellis-key">([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '')
    const confirmed = await browser.send('/account/second-factor/confirmation', { code: appCode(key) })
    assert.match(wordsOf(confirmed.html), /The second factor is on/)
    return key
  }
  const demand = (browser: BrowserSession, demanded: string) => browser.send('/ways-in', { demanded, once: newId() })

  test('is told from where people are invited, with who has none yet', async () => {
    assert.match((await desk.get('/invitations')).html, /href="\/ways-in"/)
    const words = wordsOf((await desk.get('/ways-in')).html)
    assert.match(words, /A password or a link in a mail is enough: nobody has set anything else yet/)
    assert.match(words, /4 of the 4 who can sign in/)
    assert.match(words, /Lena Lead/)
  })

  test('cannot be demanded by whoever did not come in by one: nobody locks everybody out', async () => {
    const answer = await demand(desk, 'second-factor')
    assert.equal(answer.status, 422)
    assert.match(problemsOn(answer.html).join(), /^demanded: You did not sign in by this yourself/)
    assert.equal(await desk.isIn(), true)
    assert.deepEqual(problemsOn((await demand(desk, 'a wish')).html), ['demanded: Choose what signing in asks for'])
  })

  test('leads whoever has none to setting it up before anything else, and then lets them in', async () => {
    const lead = aBrowser()
    await lead.signIn(town.lead)
    await setUp(desk, town.manager)
    assert.equal((await demand(desk, 'second-factor')).location, '/ways-in?done=set')
    assert.equal(await desk.isIn(), true)
    for (const url of ['/plans', '/updates', '/people', '/audit']) {
      const answer = await lead.get(url)
      assert.equal(answer.location, '/account/second-factor', url)
    }
    const led = await lead.get('/account/second-factor')
    assert.match(wordsOf(led.html), /Your partnership asks for more than a password/)
    assert.doesNotMatch(led.html, /href="\/plans"/)
    assert.equal((await lead.get('/account')).status, 200)
    await setUp(lead, town.lead)
    assert.equal(await lead.isIn(), true)
  })

  test('is a fact with who and when, in the audit trail too', async () => {
    assert.match(
      wordsOf((await desk.get('/ways-in')).html),
      /Everybody gives a second factor, or uses a passkey: set by Mina Manager on 15 October 2014/,
    )
    const { world } = await theHouse()
    const changes = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [town.id], 10))
    assert.deepEqual(
      changes.map(({ what }) => what),
      ['set what signing in demands'],
    )
  })

  test('holds for a link in a mail too', async () => {
    const chair = aBrowser()
    await chair.send('/sign-in/link', { email: town.chair.email, next: '/plans' })
    await (await theHouse()).settled()
    const [mail] = await mailsTo(town.id, town.chair.email)
    const { html } = await chair.get(mail?.path ?? '')
    await chair.send('/sign-in/link/open', { key: valueOn(html, 'key') ?? '' })
    assert.equal((await chair.get('/plans')).location, '/account/second-factor')
  })

  test('whoever has one and came in without it can neither add another nor end it', async () => {
    const [first, second] = [aBrowser(), aBrowser()]
    await first.signIn(town.viewer)
    await second.signIn(town.viewer)
    await setUp(first, town.viewer)
    const led = await second.get('/account/second-factor')
    assert.match(wordsOf(led.html), /You have what it asks for: sign out, and sign in again with the code/)
    for (const url of ['/account/second-factor', '/account/second-factor/codes', '/account/second-factor/end']) {
      const answer = await second.send(url, {
        password: town.viewer.password,
        'codes-password': town.viewer.password,
        'end-password': town.viewer.password,
      })
      assert.equal(answer.location, '/account/second-factor', url)
    }
    assert.equal((await second.send('/account/passkeys', { name: 'Mine', answer: '{}' })).location, '/account/passkeys')
    assert.equal(await first.isIn(), true)
  })

  test('whoever switches theirs off is led back to it at once', async () => {
    const lead = aBrowser()
    const elsewhere = await aSmallPartnership()
    await lead.signIn(elsewhere.manager)
    await setUp(lead, elsewhere.manager)
    await demand(lead, 'second-factor')
    await lead.send('/account/second-factor/end', { 'end-password': elsewhere.manager.password })
    assert.equal((await lead.get('/plans')).location, '/account/second-factor')
  })

  test('is taken back by whoever may set it, and the same form twice is one change', async () => {
    setClock('2014-10-16')
    const fields = { demanded: 'nothing', once: newId() }
    await Promise.all([desk.send('/ways-in', fields), desk.send('/ways-in', fields)])
    const { world } = await theHouse()
    const changes = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [town.id], 10))
    assert.equal(changes.length, 2)
    const chair = aBrowser()
    await chair.signIn(town.chair)
    assert.equal(await chair.isIn(), true)
  })
})
