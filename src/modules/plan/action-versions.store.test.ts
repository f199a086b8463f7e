import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aSmallPartnership } from '../../../test/support/partnership.ts'
import { theHouse } from '../../../test/support/visit-house.ts'
import { inScope, wholePartnership } from '../../platform/database/index.ts'
import { findActions } from './action.store.ts'
import { aDraftPlan, anAction } from './plan.factory.ts'
import { UNTIED } from './plan.ts'

test('five hundred actions that twenty groups lead each are kept with all of them', async () => {
  const town = await aSmallPartnership()
  const { world } = await theHouse()
  const leads = Array.from({ length: 20 }, (_, at) => ({
    text: `Group ${at}`,
    kind: 'group' as const,
    ...UNTIED,
  }))
  const actions = Array.from({ length: 500 }, (_, at) => anAction({ ref: `${at}`, leads }))
  const planId = await aDraftPlan(world, town.manager.member, { actions })
  const kept = await inScope(world.db, wholePartnership(town.id), (tx) => findActions(tx, planId))
  assert.equal(kept.flatMap((action) => action.leads).length, 10_000)
})
