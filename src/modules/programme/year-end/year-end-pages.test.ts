import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import { day } from '../../../kernel/day.ts'
import type { ActionId, PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findActions } from '../../plan/index.ts'
import { anAction, anAdoptedPlan, aPart } from '../../plan/plan.factory.ts'
import { askTonight } from '../asking/ask-tonight.ts'
import { anUpdate, aVerdict, firstPointOf } from '../programme.factory.ts'

const EVIDENCE = { name: 'hubs.txt', type: 'text/plain', content: Buffer.from('Two hubs') }

describe('the end of a plan’s year', () => {
  let town: SmallPartnership
  let plan: PlanId
  let [going, gone]: ActionId[] = []
  before(async () => {
    const house = await theHouse()
    const { world } = house
    town = await aSmallPartnership()
    const [aim, objective] = [aPart({ title: 'A good start' }), aPart({ ref: '1.1', title: 'Hubs', level: 1 })]
    const parts = [aim, { ...objective, parentId: aim.id }]
    const lead = town.lead.member
    const made = ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5'].map((ref) =>
      anAction({ ref, partId: objective.id, dueOn: day('2014-11-28'), lead, leadGroupId: town.group }),
    )
    plan = await anAdoptedPlan(house, town.manager.member, { parts, actions: made, levelNames: ['Aim', 'Objective'] })
    ;[going, gone] = made.slice(3).map(({ id }) => id)
    for (const [at, impact] of [
      [0, 'green'],
      [1, 'blue'],
    ] as const) {
      const point = await firstPointOf(world, lead, made[at]?.id ?? newId())
      await anUpdate(world, lead, point, { progress: 'blue', impact, evidence: EVIDENCE })
      await aVerdict(world, town.chair.member, point)
    }
    await anUpdate(world, lead, await firstPointOf(world, lead, made[3]?.id ?? newId()))
    await anUpdate(world, lead, await firstPointOf(world, lead, made[4]?.id ?? newId()))
  })

  beforeEach(() => setClock('2015-04-10'))

  const page = async (query = '') => wordsOf((await visit(town.viewer, `/plans/${plan}/year-end${query}`)).html)
  const step = (name: string, fields: Record<string, string> = {}) =>
    send(town.manager, `/plans/${plan}/year-end/${name}`, { once: newId(), ...fields })
  const end = (action: ActionId | undefined, fields: Record<string, string>) =>
    send(town.manager, `/actions/${action}/ending`, { once: newId(), reason: '', time: '', takenBy: '', ...fields })

  test('it begins with every action without an ending, and cannot be closed', async () => {
    assert.match(await page(), /5 actions: 5 without an ending\./)
    assert.match(await page(), /The year can be closed when every action has an ending/)
    const refused = await step('closing')
    assert.equal(refused.status, 422)
    assert.match(wordsOf(refused.html), /Say how every action ended before you close: 5 have no ending/)
  })

  test('what the facts show is proposed, taken in one step, and adds up', async () => {
    assert.match(
      wordsOf((await visit(town.manager, `/plans/${plan}/year-end`)).html),
      /The facts show an ending for 3 actions/,
    )
    assert.equal((await step('proposals')).location, `/plans/${plan}/year-end?done=proposals`)
    const words = /5 actions: 1 completed, 1 completed with its impact sustained, 1 not reported, 2 without an ending\./
    assert.match(await page(), words)
    assert.match(await page('?show=open'), /Without an ending Show all 5 .*1\.1\.4.*1\.1\.5/s)
  })

  test('an ending says why, and what is missing is told beside its box', async () => {
    const refused = await end(going, { kind: 'carried-forward' })
    assert.equal(refused.status, 422)
    assert.match(wordsOf(refused.html), /Say why.*Say until when it is carried forward/s)
    await end(going, { kind: 'carried-forward', reason: 'The second hub opens in autumn', time: 'September 2015' })
    await end(gone, { kind: 'stopped', reason: 'The grant ended' })
    assert.match(await page(), /1 carried forward, 1 stopped, 1 not reported\./)
    assert.match(await page('?show=stopped'), /Stopped The grant ended/)
  })

  test('an ending said again takes the place of the first, and one taken back leaves none', async () => {
    await end(gone, { kind: 'transferred', reason: 'It is health’s', takenBy: 'The NHS trust' })
    assert.match(await page(), /1 transferred/)
    assert.match(await page('?show=transferred'), /to The NHS trust.*Not accepted by them yet/s)
    await send(town.manager, `/actions/${gone}/ending/acceptance`, { once: newId(), words: 'By letter of 3 May' })
    assert.match(
      wordsOf((await visit(town.viewer, `/actions/${gone}/ending`)).html),
      /Accepted by them By letter of 3 May/,
    )
    await send(town.manager, `/actions/${gone}/ending/undo`, { once: newId() })
    assert.match(await page(), /1 without an ending/)
    await end(gone, { kind: 'stopped', reason: 'The grant ended' })
  })

  test('nobody is asked about an action that has ended', async () => {
    setClock('2014-12-08T06:00:00Z')
    const { world } = await theHouse()
    await askTonight(world)
    const told = await inScope(world.db, wholePartnership(town.id), (tx) =>
      tx.selectFrom('asking_step').innerJoin('reporting_point', 'id', 'point_id').select('action_id').execute(),
    )
    assert.deepEqual(told, [])
  })

  test('the next plan’s draft opens with what was carried, its aims above it, and says where it comes from', async () => {
    const made = await step('next')
    const [, nextPlan = ''] = /^\/plans\/([^/]+)\/review$/.exec(made.location) ?? []
    const { world } = await theHouse()
    const actions = await inScope(world.db, wholePartnership(town.id), (tx) => findActions(tx, nextPlan as PlanId))
    assert.deepEqual(
      actions.map(({ ref, timescale }) => [ref, timescale?.due[0]?.on]),
      [['1.1.4', '2015-09-30']],
    )
    assert.match(wordsOf((await visit(town.manager, made.location)).html), /A good start/)
    const life = wordsOf((await visit(town.viewer, `/actions/${going}/ending`)).html)
    assert.match(life, /Carried forward once\./)
    assert.match(life, /After Delivery plan \(draft\)/)
    assert.match(await page('?show=carried-forward'), /In the next plan/)
    const again = await step('next')
    assert.match(wordsOf(again.html), /Everything carried forward is in a next plan/)
  })

  test('the year is closed, stays as it is, and opens again with a reason', async () => {
    assert.equal((await step('closing')).location, `/plans/${plan}/year-end?done=closed`)
    assert.match(await page(), /This year is closed Closed by Mina Manager/)
    const refused = await end(gone, { kind: 'completed' })
    assert.match(wordsOf(refused.html), /The year is closed meanwhile/)
    assert.match(wordsOf((await step('reopening', { because: '' })).html), /Say why, for the record/)
    await step('reopening', { because: 'An update came late' })
    assert.match(await page(), /Every action has an ending\. The year can be closed\./)
  })
})
