import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { aDuty, judge, sentAt, twoDuties, write } from '../../../../../test/support/partnership-duty.ts'
import { aLink } from '../../../../../test/support/update-link.ts'
import { visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { problemsOn, valueOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import type { ReportingPointId } from '../../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { findWantedReports } from '../../asking/asking.store.ts'
import { findPoint, findPointsOfAction } from '../../points/point.store.ts'

const BACK = { progress: 'red', recovery: 'A second builder starts', returnOn: '2014-12-10' }

describe('what an update is asked, beside its narrative and ratings', () => {
  let town: SmallPartnership
  let point: ReportingPointId
  beforeEach(async () => {
    town = await aSmallPartnership()
    point = await aDuty(town)
  })

  /** The days on which the action of a duty reports, each with where it comes from. */
  const daysOf = async (of: ReportingPointId) => {
    const { world } = await theHouse()
    return inScope(world.db, wholePartnership(town.id), async (tx) => {
      const known = await findPoint(tx, of)
      const points = known ? await findPointsOfAction(tx, known.actionId) : []
      return points.map(({ dueOn, origin }) => `${dueOn} ${origin}`)
    })
  }

  test('off track asks what will bring it back and by when, each beside its field, and nothing typed is lost', async () => {
    const refused = await write(town.lead, point, { progress: 'red' })
    assert.equal(refused.status, 422)
    assert.deepEqual(problemsOn(refused.html), [
      'recovery: Say what will bring it back on track',
      'returnOn: Say by which day it will be back on track',
    ])
    const late = await write(town.lead, point, { ...BACK, returnOn: '2014-10-15' })
    assert.deepEqual(problemsOn(late.html), ['returnOn: Choose a day that is still to come'])
    assert.equal(valueOn(late.html, 'recovery'), 'A second builder starts')
    assert.equal(valueOn(late.html, 'returnOn'), '2014-10-15')
    const never = await write(town.lead, point, { ...BACK, returnOn: '2034-10-15' })
    assert.deepEqual(problemsOn(never.html), ['returnOn: Choose a day within the next five years'])
    const noDay = await write(town.lead, point, { ...BACK, returnOn: 'soon' })
    assert.deepEqual(problemsOn(noDay.html), ['returnOn: Enter a day, such as 31 March 2026'])
  })

  test('at risk asks it for progress, and not for impact; on track asks nothing more', async () => {
    assert.equal((await write(town.lead, point, { progress: 'amber', impact: 'green' })).status, 422)
    assert.equal((await write(town.lead, point, { progress: 'green', impact: 'red' })).status, 422)
    assert.equal((await write(town.lead, point, { progress: 'green', impact: 'amber' })).status, 303)
  })

  test('the day to be back on track is a day to report on, and the leads are asked ahead of it', async () => {
    await write(town.lead, point, BACK)
    assert.deepEqual(await daysOf(point), ['2014-10-31 timescale', '2014-12-10 recovery'])
    const { world } = await theHouse()
    const wanted = await inScope(world.db, wholePartnership(town.id), async (tx) => {
      const known = await findPoint(tx, point)
      return known ? findWantedReports(tx, { actionId: known.actionId }) : []
    })
    assert.deepEqual(
      wanted.map(({ dueOn, isAnswered }) => `${dueOn} ${isAnswered ? 'answered' : 'wanted'}`),
      ['2014-10-31 answered', '2014-12-10 wanted'],
    )
    assert.match(wordsOf((await visit(town.lead, '/updates')).html), /10 December 2014/)
  })

  test('a day on which the action reports anyway makes no other, and a later update moves the promise or lets it go', async () => {
    const [first, second] = await twoDuties(town)
    await write(town.lead, first, { ...BACK, returnOn: '2014-11-30' })
    assert.deepEqual(await daysOf(first), ['2014-10-31 timescale', '2014-11-30 timescale'])
    setClock('2014-11-20')
    await write(town.lead, second, { ...BACK, progress: 'amber' })
    assert.deepEqual((await daysOf(first)).at(-1), '2014-12-10 recovery')
    setClock('2014-11-21')
    await judge(town.chair, second, 'send-back', 'Sooner')
    setClock('2014-11-22')
    await write(town.lead, second, { ...BACK, narrative: 'Sooner', returnOn: '2014-12-05' })
    assert.deepEqual((await daysOf(first)).slice(2), ['2014-12-05 recovery'])
    setClock('2014-11-23')
    await judge(town.chair, second, 'send-back', 'Is it open now?')
    setClock('2014-11-24')
    await write(town.lead, second, { narrative: 'It is open', progress: 'green' })
    assert.deepEqual(await daysOf(first), ['2014-10-31 timescale', '2014-11-30 timescale'])
  })

  test('a rating that is not the one the facts suggest asks for one sentence, which the chair reads with the reason', async () => {
    setClock('2014-11-10')
    const refused = await write(town.lead, point)
    assert.deepEqual(problemsOn(refused.html), [
      'differsBecause: Say in one sentence why it differs from what the facts suggest',
    ])
    await write(town.lead, point, { differsBecause: 'The doors opened on the 9th' })
    const read = wordsOf((await visit(town.chair, `/updates/${point}`)).html)
    assert.match(
      read,
      /They suggested Off track\. It was due by 31 October 2014, 10 days ago\. The lead says: “The doors opened on the 9th”/,
    )
    const [sent] = await sentAt(town, point)
    assert.equal(sent?.suggested?.rating, 'red')
  })

  test('two ratings that seldom go together are asked about in words, and the chair reads question and answer', async () => {
    const odd = { ...BACK, impact: 'blue' }
    const refused = await write(town.lead, point, odd)
    assert.deepEqual(problemsOn(refused.html), ['pairBecause: Answer in one sentence, or choose again'])
    assert.match(
      wordsOf(refused.html),
      /Progress is “Off track” and impact is “Complete”\. What has made a lasting difference/,
    )
    await write(town.lead, point, { ...odd, pairBecause: 'The first hub does it alone' })
    const read = wordsOf((await visit(town.chair, `/updates/${point}`)).html)
    assert.match(read, /when the work itself has slipped\? The lead says: “The first hub does it alone”/)
  })

  test('a draft may lack all of it, and keeps what was said of it', async () => {
    const saved = await write(town.lead, point, { step: 'save', whatNext: '', progress: 'red', impact: 'blue' })
    assert.equal(saved.status, 303)
    await write(town.lead, point, { step: 'save', ...BACK, forecast: 'amber' })
    const { html } = await visit(town.lead, `/updates/${point}`)
    assert.equal(valueOn(html, 'recovery'), 'A second builder starts')
    assert.equal(valueOn(html, 'returnOn'), '2014-12-10')
    assert.equal(valueOn(html, 'forecast'), 'amber')
  })

  test('what the ratings do not call for in the end is not sent', async () => {
    await write(town.lead, point, { ...BACK, progress: 'green', differsBecause: 'x', pairBecause: 'y' })
    const [sent] = await sentAt(town, point)
    assert.deepEqual([sent?.recovery, sent?.returnOn, sent?.differsBecause, sent?.pairBecause], ['', null, '', ''])
    assert.deepEqual(await daysOf(point), ['2014-10-31 timescale'])
  })

  test('each answer has its length', async () => {
    const long = 'a'.repeat(2001)
    const refused = await write(town.lead, point, { ...BACK, whatNext: long, recovery: long })
    assert.deepEqual(problemsOn(refused.html), [
      'whatNext: Shorten what happens next to 2,000 characters',
      'recovery: Shorten what will bring it back to 2,000 characters',
    ])
  })

  test('all of it stands on the page of the action, with the forecast beside the ratings, and on a past day too', async () => {
    await write(town.lead, point, { ...BACK, forecast: 'amber' })
    const { world } = await theHouse()
    const actionId = (await inScope(world.db, wholePartnership(town.id), (tx) => findPoint(tx, point)))?.actionId
    setClock('2014-10-20')
    for (const url of [`/actions/${actionId}`, `/actions/${actionId}?as-at=2014-10-16`]) {
      const words = wordsOf((await visit(town.viewer, url)).html)
      assert.match(words, /Expected at the end of the year A At risk Back on track by 10 December 2014/)
      assert.match(words, /What happens next Choose a room for the fourth hub What will bring it back A second builder/)
    }
  })

  test('by a link it is the same form, and what was sent is read once more', async () => {
    const link = await aLink(town, point)
    const { html } = await visit(null, link)
    for (const name of ['whatNext', 'recovery', 'returnOn', 'forecast'])
      assert.match(html, new RegExp(`name="${name}"`))
    await write(town.lead, point, BACK)
    assert.match(wordsOf((await visit(null, link)).html), /What will bring it back A second builder starts/)
  })
})
