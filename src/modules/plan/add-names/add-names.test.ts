import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import type { ActionId, PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { findChanges } from '../../audit/index.ts'
import { findDirectory } from '../../people/index.ts'
import { findAction, findActions } from '../action.store.ts'
import { aDraftPlan, anAction, anAdoptedPlan } from '../plan.factory.ts'
import { type Lead, UNTIED } from '../plan.ts'

const GROUP: Lead = { text: 'Play forum', kind: 'group', ...UNTIED }
const PERSON: Lead = { text: 'Nadia New', kind: 'person', ...UNTIED }

describe('adding names of a plan to the directory', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const aDraft = async (...leads: readonly Lead[]): Promise<{ planId: PlanId; actionId: ActionId }> => {
    const action = anAction({ leads })
    const planId = await aDraftPlan((await theHouse()).world, town.manager.member, { actions: [action] })
    return { planId, actionId: action.id }
  }
  const directory = async () => inScope((await theHouse()).world.db, wholePartnership(town.id), findDirectory)
  const leadsOf = async (actionId: ActionId) =>
    inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) => findAction(tx, actionId))

  test('the names chosen are added and lead their actions; the others are left as words', async () => {
    const { planId, actionId } = await aDraft(GROUP, PERSON)
    const page = await sendAndFollow(town.manager, `/plans/${planId}/names`, { name: ['Play forum'] })
    assert.equal(page.status, 200)
    const { bodies, people } = await directory()
    const forum = bodies.find(({ name }) => name === 'Play forum')
    assert.ok(forum)
    assert.ok(!people.some(({ name }) => name === 'Nadia New'))
    const action = await leadsOf(actionId)
    assert.deepEqual(
      action?.leads.map(({ bodyId, personId }) => bodyId ?? personId),
      [forum.id, null],
    )
    assert.equal(action?.leadGroupId, forum.id)
  })

  test('a name that came into the directory since is tied, not added again', async () => {
    const [first, second] = [await aDraft(GROUP), await aDraft(GROUP, PERSON)]
    for (const { planId } of [first, second]) {
      assert.equal(
        (await send(town.manager, `/plans/${planId}/names`, { name: ['Play forum', 'Nadia New'] })).status,
        303,
      )
    }
    const { bodies, people } = await directory()
    assert.equal(bodies.filter(({ name }) => name === 'Play forum').length, 1)
    assert.equal(people.filter(({ name }) => name === 'Nadia New').length, 1)
    const action = await leadsOf(second.actionId)
    assert.ok(action?.leads.every(({ bodyId, personId }) => bodyId ?? personId))
  })

  test('a name that the plan does not give is not added', async () => {
    const { planId } = await aDraft(GROUP)
    await send(town.manager, `/plans/${planId}/names`, { name: ['Somebody Else'] })
    assert.ok(!(await directory()).people.some(({ name }) => name === 'Somebody Else'))
  })

  test('each name added is in the audit trail', async () => {
    const planned = { ...GROUP, text: 'Youth cabinet' }
    const { planId } = await aDraft(planned)
    await send(town.manager, `/plans/${planId}/names`, { name: 'Youth cabinet' })
    const added = (await directory()).bodies.find(({ name }) => name === 'Youth cabinet')
    const { world } = await theHouse()
    const changes = await inScope(world.db, wholePartnership(town.id), (tx) =>
      findChanges(tx, [added?.id ?? planId], 5),
    )
    assert.deepEqual(
      changes.map(({ what }) => what),
      ['added Youth cabinet to the directory'],
    )
  })

  test('each action whose leads are tied has a version and an entry of its own', async () => {
    const { world, announce } = await theHouse()
    const name = { ...GROUP, text: 'Toy library' }
    const actions = [anAction({ leads: [name] }), anAction({ leads: [] }), anAction({ leads: [name, PERSON] })]
    const planId = await anAdoptedPlan({ world, announce }, town.manager.member, { actions })
    await send(town.manager, `/plans/${planId}/names`, { name: 'Toy library' })
    const kept = await inScope(world.db, wholePartnership(town.id), (tx) => findActions(tx, planId))
    assert.deepEqual(
      kept.map(({ version }) => version),
      [2, 1, 2],
    )
    const [{ id }] = [actions[2] ?? anAction()]
    const words = wordsOf((await visit(town.viewer, `/actions/${id}`)).html)
    assert.match(words, /tied the leads to the directory Mina Manager/)
    assert.match(words, /Leads: Toy library \(not in the directory\), Nadia New.* Toy library, Nadia New/)
    const changes = await inScope(world.db, wholePartnership(town.id), (tx) =>
      findChanges(tx, [actions[1]?.id ?? planId], 5),
    )
    assert.deepEqual(changes, [])
  })

  test('the review lists the names nobody knows, and no others', async () => {
    const { planId } = await aDraft(
      { ...GROUP, text: 'Chess club' },
      { ...GROUP, text: 'Early help group', bodyId: town.group },
    )
    const words = wordsOf((await visit(town.manager, `/plans/${planId}/review`)).html)
    assert.match(words, /Chess club/)
    assert.doesNotMatch(words.slice(words.indexOf('directory')), /Early help group \(/)
  })
})
