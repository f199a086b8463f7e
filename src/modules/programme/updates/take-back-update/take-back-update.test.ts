import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { aDuty, judge, SAID, sentAt, twoDuties, write } from '../../../../../test/support/partnership-duty.ts'
import { send, sendAndFollow, visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { problemsOn, valueOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import type { ReportingPointId } from '../../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { newId } from '../../../../platform/ids.ts'
import { findChanges } from '../../../audit/index.ts'
import { findPoint } from '../../points/point.store.ts'

/** Whatever a rating may call for. */
const ALL_SAID = {
  recovery: 'A second builder',
  returnOn: '2015-03-31',
  differsBecause: 'So it is',
  pairBecause: 'So it is',
}

describe('taking an update back, and correcting one', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })
  beforeEach(() => setClock('2014-10-20'))

  const takeBack = (point: ReportingPointId) =>
    sendAndFollow(town.lead, `/updates/${point}`, { once: newId(), step: 'withdraw' })
  const correct = (point: ReportingPointId, fields = {}) =>
    write(town.lead, point, {
      step: 'correct',
      narrative: 'Three hubs are open',
      reason: 'One was missed',
      ...ALL_SAID,
      ...fields,
    })
  const list = async (as: SmallPartnership['lead']) => wordsOf((await visit(as, '/updates')).html)
  const actionPage = async (point: ReportingPointId, query = '') => {
    const { world } = await theHouse()
    const found = await inScope(world.db, wholePartnership(town.id), (tx) => findPoint(tx, point))
    return wordsOf((await visit(town.viewer, `/actions/${found?.actionId}${query}`)).html)
  }

  test('what waits for the chair can be taken back: its words are a draft again, and the chair cannot judge it', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    const seen = await visit(town.chair, `/updates/${point}`)
    setClock('2014-10-21')
    const taken = await takeBack(point)
    assert.match(wordsOf(taken.html), /The update is taken back\. It is a draft again/)
    assert.equal(valueOn(taken.html, 'narrative'), SAID.narrative)
    assert.doesNotMatch(await list(town.chair), /For you to accept/)
    const submission = valueOn(seen.html, 'submission') ?? ''
    await send(town.chair, `/updates/${point}/verdict`, { submission, step: 'accept', note: '' })
    assert.equal((await sentAt(town, point))[0]?.verdict, null, 'a page from before does not accept it')
    assert.match(await actionPage(point), /Taken back by Lena Lead, 21 October 2014/)

    setClock('2014-10-22')
    await write(town.lead, point, { narrative: 'Two hubs, and 112 families' })
    assert.match(await list(town.chair), /For you to accept or send back .*From Lena Lead/)
  })

  test('what was judged is not taken back, and it says so', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    await judge(town.chair, point, 'accept')
    const late = await send(town.lead, `/updates/${point}`, { once: newId(), step: 'withdraw' })
    assert.equal(late.status, 422)
    assert.deepEqual(problemsOn(late.html), ['steps: It was judged or changed meanwhile. See below how it stands now'])
  })

  test('a correction of an accepted update needs its reason and something new, and nothing typed is lost', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    await judge(town.chair, point, 'accept')
    const form = await visit(town.lead, `/updates/${point}?correct=yes`)
    assert.equal(valueOn(form.html, 'narrative'), SAID.narrative, 'it begins from what was sent')
    const refused = await write(town.lead, point, { step: 'correct', reason: '' })
    assert.deepEqual(problemsOn(refused.html), [
      'reason: Say why you correct it, for whoever read the earlier one',
      'narrative: Change what is to be corrected: it is the same as what was sent',
    ])
    assert.equal(valueOn(refused.html, 'narrative'), SAID.narrative)
  })

  test('the accepted update stands until the correction is accepted, on the page, in the list and on past days', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    setClock('2014-10-21')
    await judge(town.chair, point, 'accept')
    setClock('2014-10-22')
    assert.equal((await correct(point, { progress: 'red' })).location, '/updates?done=corrected')
    assert.match(await actionPage(point), /Progress G On track/)
    assert.match(await actionPage(point), /Accepted; a correction waits for the chair/)
    assert.match(await list(town.chair), /Correction from Lena Lead/)
    const read = wordsOf((await visit(town.chair, `/updates/${point}`)).html)
    assert.match(read, /A correction, because: One was missed/)
    assert.match(read, /What it corrects, and the correction.*cut: Two .*added: Three/)

    setClock('2014-10-23')
    await judge(town.chair, point, 'accept')
    setClock('2014-10-24')
    assert.match(await actionPage(point), /Progress R Off track/)
    assert.match(await actionPage(point, '?as-at=2014-10-22'), /Progress G On track/)
    assert.match(await actionPage(point, '?as-at=2014-10-23'), /Progress R Off track/)
  })

  test('a correction sent back leaves the accepted one, and can be dropped', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    await judge(town.chair, point, 'accept')
    setClock('2014-10-21')
    await correct(point, { progress: 'red' })
    setClock('2014-10-22')
    await judge(town.chair, point, 'send-back', 'Why red?')
    assert.match(await list(town.lead), /The chair’s note: Why red\?.*Correction sent back/)
    const dropped = await sendAndFollow(town.lead, `/updates/${point}`, { once: newId(), step: 'drop' })
    assert.match(wordsOf(dropped.html), /The correction is dropped\. The accepted update stands as it was/)
    assert.doesNotMatch(await list(town.lead), /Correction sent back/)
    assert.match(await actionPage(point), /Progress G On track/)
  })

  test('a correction of what waits takes its place, and the earlier one stays readable', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    setClock('2014-10-21')
    await correct(point)
    const read = wordsOf((await visit(town.chair, `/updates/${point}`)).html)
    assert.match(read, /Replaced by the version of 21 October 2014/)
    await judge(town.chair, point, 'accept')
    assert.deepEqual(
      (await sentAt(town, point)).map(({ verdict, withdrawal }) => [verdict?.kind ?? null, withdrawal !== null]),
      [
        ['accepted', false],
        [null, true],
      ],
    )
  })

  test('correcting an old update does not take the place of a newer one', async () => {
    const [first, second] = await twoDuties(town)
    await write(town.lead, first, { progress: 'amber', ...ALL_SAID })
    await judge(town.chair, first, 'accept')
    setClock('2014-11-20')
    await write(town.lead, second, { progress: 'green' })
    await judge(town.chair, second, 'accept')
    setClock('2014-11-21')
    await correct(first, { progress: 'red' })
    setClock('2014-11-22')
    await judge(town.chair, first, 'accept')
    assert.match(await actionPage(first), /Progress G On track/)
  })

  test('each step is in the audit trail with what stood before, and the reason', async () => {
    const point = await aDuty(town)
    await write(town.lead, point)
    setClock('2014-10-21')
    await takeBack(point)
    setClock('2014-10-22')
    await write(town.lead, point)
    await judge(town.chair, point, 'accept')
    setClock('2014-10-23')
    await correct(point)
    const { world } = await theHouse()
    const changes = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [point], 10))
    assert.deepEqual(
      changes.map(({ what }) => what),
      ['corrected the update', 'accepted the update', 'sent an update', 'took the update back', 'sent an update'],
    )
    assert.deepEqual(changes[0]?.before, SAID)
    assert.deepEqual(changes[3]?.before, SAID)
  })
})
