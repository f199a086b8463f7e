import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import type { ActionId, PlanId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { findChanges } from '../../audit/index.ts'
import { findAction } from '../action.store.ts'
import { aDraftPlan, anAction, anAdoptedPlan } from '../plan.factory.ts'
import { type Lead, UNTIED } from '../plan.ts'
import { tieKey } from './propose-ties.ts'

describe('tying a plan’s names to the directory on the review page', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const GROUP: Lead = { text: 'Early help', kind: 'group', ...UNTIED }
  const aDraft = async (...leads: readonly Lead[]): Promise<{ planId: PlanId; actionId: ActionId }> => {
    const action = anAction({ leads })
    const planId = await aDraftPlan((await theHouse()).world, town.manager.member, { actions: [action] })
    return { planId, actionId: action.id }
  }
  const found = async (actionId: ActionId) =>
    inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) => findAction(tx, actionId))
  const key = () => tieKey('Early help', { kind: 'body', id: town.group })

  test('what is proposed is shown with its reason, and tied only when the manager says so', async () => {
    const { planId, actionId } = await aDraft(GROUP)
    const words = wordsOf((await visit(town.manager, `/plans/${planId}/review`)).html)
    assert.match(words, /“Early help” is Early help group The same but for the last word\. Likely; 1 action/)
    assert.equal((await found(actionId))?.leads[0]?.bodyId, null)
    const page = await sendAndFollow(town.manager, `/plans/${planId}/ties`, { tie: [key()] })
    assert.match(wordsOf(page.html), /The ties are changed as chosen/)
    const action = await found(actionId)
    assert.deepEqual(
      [action?.leads[0]?.bodyId, action?.leads[0]?.text, action?.leadGroupId],
      [town.group, 'Early help', town.group],
    )
  })

  test('a tie can be undone, with a version and an audit entry, and is proposed again', async () => {
    const { planId, actionId } = await aDraft({ ...GROUP, bodyId: town.group })
    const page = await sendAndFollow(town.manager, `/plans/${planId}/ties`, { untie: [key()] })
    assert.match(wordsOf(page.html), /May be somebody you know/)
    const action = await found(actionId)
    assert.deepEqual([action?.leads[0]?.bodyId, action?.leadGroupId, action?.version], [null, null, 2])
    const { world } = await theHouse()
    const changes = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [actionId], 5))
    assert.deepEqual(
      changes.map(({ what }) => what),
      ['untied the leads from the directory'],
    )
  })

  test('an undone tie stays undone when another name is added', async () => {
    const { planId, actionId } = await aDraft({ ...GROUP, text: 'Early help group' }, { ...GROUP, text: 'Kite club' })
    await send(town.manager, `/plans/${planId}/names`, { name: ['Kite club'] })
    assert.deepEqual(
      (await found(actionId))?.leads.map(({ bodyId }) => bodyId !== null),
      [false, true],
    )
  })

  test('what was not proposed is not tied, and an adopted plan is left alone', async () => {
    const { planId, actionId } = await aDraft({ ...GROUP, text: 'Kite makers' })
    await send(town.manager, `/plans/${planId}/ties`, {
      tie: [tieKey('Kite makers', { kind: 'body', id: town.group })],
    })
    assert.deepEqual([(await found(actionId))?.leads[0]?.bodyId, (await found(actionId))?.version], [null, 1])
    const { world, announce } = await theHouse()
    const adopted = await anAdoptedPlan({ world, announce }, town.manager.member, {
      actions: [anAction({ leads: [GROUP] })],
    })
    assert.equal((await send(town.manager, `/plans/${adopted}/ties`, { tie: [key()] })).status, 404)
  })
})
