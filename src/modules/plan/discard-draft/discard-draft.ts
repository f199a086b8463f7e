import type { PlanId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { Member } from '../../people/index.ts'
import { insertDiscard, lockPlan } from '../plan.store.ts'
import { isAdopted } from '../plan.ts'

export type DiscardRefusal = { readonly kind: 'not-found' } | { readonly kind: 'adopted-already' }

/** Sets a draft aside, so that a document read by mistake is not adopted by one; an adopted plan cannot be. */
export async function discardDraft(world: World, by: Member, planId: PlanId): Promise<Result<PlanId, DiscardRefusal>> {
  return inScope(world.db, by, async (tx): Promise<Result<PlanId, DiscardRefusal>> => {
    const plan = await lockPlan(tx, planId)
    if (!plan) return refuse({ kind: 'not-found' })
    if (isAdopted(plan)) return refuse({ kind: 'adopted-already' })
    await insertDiscard(tx, by.partnershipId, planId, by.person.id, world.now())
    await recordChange(tx, world, by, {
      what: 'discarded the draft',
      subject: { kind: 'plan', id: planId },
      before: { title: plan.title },
    })
    return ok(planId)
  })
}
