import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aSmallPartnership } from '../../../../test/support/partnership.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { aDraftPlan } from '../plan.factory.ts'
import { findAnswers, insertAnswers } from './review-answer.store.ts'

test('ten thousand passages of a long document can be left as they are at once', async () => {
  const town = await aSmallPartnership()
  const { world } = await theHouse()
  const planId = await aDraftPlan(world, town.manager.member)
  const answers = Array.from({ length: 10_000 }, (_, at) => ({
    id: newId<'review-answer'>(),
    subject: `passage ${at}`,
    kind: 'left-as-it-is' as const,
  }))
  const of = { partnershipId: town.id, planId, by: town.manager.member.person.id, now: world.now() }
  const kept = await inScope(world.db, wholePartnership(town.id), async (tx) => {
    await insertAnswers(tx, { ...of, answers })
    return findAnswers(tx, planId)
  })
  assert.equal(kept.size, 10_000)
})
