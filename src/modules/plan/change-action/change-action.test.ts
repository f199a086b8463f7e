import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { type Fields, send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { passagesOn, problemsOn, rowsOn, valueOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { type Day, day } from '../../../kernel/day.ts'
import type { ActionId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findChanges } from '../../audit/index.ts'
import { insertPerson } from '../../people/index.ts'
import { anUpdate, pointsOf } from '../../programme/programme.factory.ts'
import { findAction } from '../action.store.ts'
import { aDraftPlan, anAction, anAdoptedPlan } from '../plan.factory.ts'

describe('changing an action', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const anActionDue = async (...dueOn: readonly Day[]): Promise<ActionId> => {
    const action = anAction({ dueOn, lead: town.lead.member, leadGroupId: town.group })
    await anAdoptedPlan(await theHouse(), town.manager.member, { actions: [action] })
    return action.id
  }

  /** The form as the page shows it, with some fields typed over. */
  const form = async (actionId: ActionId, typed: Fields = {}): Promise<Fields> => {
    const { html } = await visit(town.manager, `/actions/${actionId}/change`)
    const names = [
      'once',
      'version',
      'ref',
      'text',
      'measure',
      'timescale',
      'leadWords',
      'leadGroupId',
      'leadPersonIds',
    ]
    const shown = Object.fromEntries(names.map((name) => [name, valueOn(html, name) ?? '']))
    return { ...shown, because: 'Agreed by the board', ...typed }
  }
  const change = async (actionId: ActionId, typed: Fields) =>
    send(town.manager, `/actions/${actionId}/change`, await form(actionId, typed))
  const dutiesOf = async (actionId: ActionId) =>
    rowsOn((await visit(town.viewer, `/actions/${actionId}`)).html, 'Duties to report').map(([due]) => due)
  const find = async (actionId: ActionId) =>
    inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) => findAction(tx, actionId))

  test('the form holds what the action says, and sent back untouched it changes no word', async () => {
    const actionId = await anActionDue(day('2014-12-31'))
    const before = await find(actionId)
    assert.equal((await change(actionId, {})).status, 303)
    const after = await find(actionId)
    assert.deepEqual({ ...after, version: 0 }, { ...before, version: 0 })
  })

  test('what the timescale is understood as comes with the page, after a mistake too, and needs no script', async () => {
    const actionId = await anActionDue(day('2014-12-31'))
    const { html } = await visit(town.manager, `/actions/${actionId}/change`)
    assert.match(html, /<p class="trellis-understood">Understood as /)
    const refused = await change(actionId, { text: '', timescale: 'March 2015' })
    assert.equal(refused.status, 422)
    assert.match(wordsOf(refused.html), /Understood as 31 March 2015/)
  })

  test('a change shows in the action’s history: who, when, before and after', async () => {
    const actionId = await anActionDue(day('2014-12-31'))
    setClock('2014-11-03T14:05:00Z')
    const sent = await change(actionId, { text: 'Open two hubs in every ward', measure: '' })
    const { html } = await visit(town.viewer, sent.location)
    assert.match(wordsOf(html), /The action is changed, and the change is in its history/)
    assert.match(wordsOf(html), /changed the action Mina Manager, 3 November 2014 at 14:05/)
    assert.match(html, /<del>Open a family hub in every ward<\/del> <ins>Open two hubs in every ward<\/ins>/)
    assert.match(html, /Measure: <del>Number of hubs open<\/del> <ins>nothing<\/ins>/)
  })

  test('each change is a version, and its audit entry holds the whole before and after', async () => {
    const { world } = await theHouse()
    const actionId = await anActionDue(day('2014-12-31'))
    await change(actionId, { ref: '9.9' })
    await change(actionId, { text: 'Say it another way' })
    assert.equal((await find(actionId))?.version, 3)
    const changes = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [actionId], 10))
    assert.deepEqual(
      changes.map(({ what, by }) => [what, by]),
      [
        ['changed the action', 'Mina Manager'],
        ['changed the action', 'Mina Manager'],
      ],
    )
    const [latest] = changes
    assert.ok(latest?.before && typeof latest.before === 'object' && 'text' in latest.before)
    assert.ok(latest.after && typeof latest.after === 'object' && 'text' in latest.after)
    assert.deepEqual([latest.before.text, latest.after.text], ['Open a family hub in every ward', 'Say it another way'])
  })

  test('a new timescale makes new duties and withdraws those that no longer follow from it', async () => {
    const actionId = await anActionDue(day('2014-12-31'))
    await change(actionId, { timescale: 'November 2014 and January 2015' })
    assert.deepEqual(await dutiesOf(actionId), ['30 November 2014', '31 January 2015'])
    await change(actionId, { timescale: '' })
    assert.deepEqual(await dutiesOf(actionId), ['31 December 2014', '31 March 2015'], 'it reports in the plan’s rhythm')
  })

  test('a duty that had passed without an update was missed: no change of words undoes that', async () => {
    const actionId = await anActionDue(day('2014-06-30'), day('2014-12-31'))
    await change(actionId, { timescale: 'January 2015' })
    assert.deepEqual(await dutiesOf(actionId), ['30 June 2014', '31 January 2015'])
  })

  test('a duty that was reported on is history: it stays', async () => {
    const { world } = await theHouse()
    const actionId = await anActionDue(day('2014-09-30'), day('2014-12-31'))
    const [first] = await pointsOf(world, town.lead.member, actionId)
    assert.ok(first)
    await anUpdate(world, town.lead.member, first.id)
    await change(actionId, { timescale: 'March 2015' })
    assert.deepEqual(await dutiesOf(actionId), ['30 September 2014', '31 March 2015'])
  })

  test('a duty that still follows keeps its draft', async () => {
    const { world } = await theHouse()
    const actionId = await anActionDue(day('2014-12-31'))
    const [point] = await pointsOf(world, town.lead.member, actionId)
    assert.ok(point)
    await anUpdate(world, town.lead.member, point.id, { step: 'save', narrative: 'Half said' })
    await change(actionId, { timescale: '31 December 2014 and March 2015' })
    assert.equal(valueOn((await visit(town.lead, `/updates/${point.id}`)).html, 'narrative'), 'Half said')
  })

  test('of two people who change it at once, the second is told, and sees what was typed', async () => {
    const actionId = await anActionDue(day('2014-12-31'))
    const [mine, theirs] = [await form(actionId, { text: 'My words' }), await form(actionId, { text: 'Their words' })]
    const url = `/actions/${actionId}/change`
    const answers = await Promise.all([send(town.manager, url, mine), send(town.manager, url, theirs)])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422])
    const refused = answers.find(({ status }) => status === 422)
    assert.match(problemsOn(refused?.html ?? '').join(), /^text: Somebody else changed this action meanwhile/)
    const lost = valueOn(refused?.html ?? '', 'text')
    const kept = (await find(actionId))?.text
    assert.deepEqual([lost, kept].sort(), ['My words', 'Their words'])
    assert.equal(valueOn(refused?.html ?? '', 'version'), '2', 'saving again goes through')
  })

  test('whoever adopts the plan at the same moment, its duties follow from what the action says', async () => {
    const { world } = await theHouse()
    const actions = Array.from({ length: 8 }, () => anAction({ dueOn: day('2014-12-31') }))
    for (const action of actions) {
      const planId = await aDraftPlan(world, town.manager.member, { actions: [action] })
      const typed = await form(action.id, { timescale: 'June 2014' })
      await Promise.all([
        send(town.manager, `/plans/${planId}/adoption`, {}),
        send(town.manager, `/actions/${action.id}/change`, typed),
      ])
    }
    const said = await Promise.all(actions.map(async ({ id }) => (await find(id))?.timescale?.text))
    const duties = await Promise.all(actions.map(({ id }) => dutiesOf(id)))
    assert.deepEqual([said, duties], [actions.map(() => 'June 2014'), actions.map(() => ['30 June 2014'])])
  })

  test('of two people with one name, the one who was chosen becomes the lead', async () => {
    const { world } = await theHouse()
    const [first, second] = [newId<'person'>(), newId<'person'>()]
    await inScope(world.db, wholePartnership(town.id), async (tx) => {
      for (const id of [first, second]) {
        await insertPerson(tx, town.id, { id, name: 'Sam Smith', email: null, organisationId: null })
      }
    })
    for (const chosen of [first, second]) {
      const actionId = await anActionDue(day('2014-12-31'))
      await change(actionId, { leadPersonIds: [chosen] })
      assert.deepEqual(
        (await find(actionId))?.leads.map(({ personId }) => personId),
        [chosen],
      )
    }
  })

  test('the same form sent twice changes once', async () => {
    const actionId = await anActionDue(day('2014-12-31'))
    const typed = await form(actionId, { text: 'Said once' })
    const url = `/actions/${actionId}/change`
    const answers = await Promise.all([1, 2, 3].map(() => send(town.manager, url, typed)))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303, 303],
    )
    assert.equal((await find(actionId))?.version, 2)
  })

  test('an action that says nothing is refused', async () => {
    const actionId = await anActionDue(day('2014-12-31'))
    const { status, html } = await change(actionId, { text: '   ' })
    assert.equal(status, 422)
    assert.deepEqual(problemsOn(html), ['text: Say what will be done'])
  })

  test('a person or group of another partnership cannot be made its lead', async () => {
    const elsewhere = await aSmallPartnership()
    const actionId = await anActionDue(day('2014-12-31'))
    await change(actionId, { leadGroupId: elsewhere.group, leadPersonIds: [elsewhere.lead.member.person.id] })
    const action = await find(actionId)
    assert.equal(action?.leadGroupId, null)
    assert.ok(!action?.leads.some(({ personId }) => personId === elsewhere.lead.member.person.id))
  })

  test('in a draft a field is corrected, and the way back is to the review', async () => {
    const { world } = await theHouse()
    const action = anAction({ ref: '1.1', text: 'Opne a hub' })
    const planId = await aDraftPlan(world, town.manager.member, { actions: [action] })
    const page = await sendAndFollow(
      town.manager,
      `/actions/${action.id}/change`,
      await form(action.id, { text: 'Open a hub', once: newId() }),
    )
    assert.match(page.url, new RegExp(`^/plans/${planId}/review`))
    assert.match(wordsOf(page.html), /The action is saved/)
    assert.match(passagesOn(page.html, 'action-')[0] ?? '', /^1\.1 Open a hub/)
    assert.deepEqual(await pointsOf(world, town.manager.member, action.id), [], 'a draft makes no duty')
  })
})
