import type { PlanId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { Member } from '../../people/index.ts'
import { findActions } from '../action.store.ts'
import type { Announcements } from '../announcements.ts'
import { insertAdoption, lockPlan } from '../plan.store.ts'
import { isAdopted } from '../plan.ts'

export type AdoptionRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'period-missing' }
  | { readonly kind: 'no-actions' }

/** Adopts a draft as the agreed plan; from now on each change of an action is a version anybody can see. */
export async function adoptPlan(
  world: World,
  by: Member,
  announce: Announcements,
  planId: PlanId,
): Promise<Result<PlanId, AdoptionRefusal>> {
  return inScope(world.db, by, async (tx): Promise<Result<PlanId, AdoptionRefusal>> => {
    const plan = await lockPlan(tx, planId)
    if (!plan) return refuse({ kind: 'not-found' })
    if (isAdopted(plan)) return ok(plan.id)
    if (!plan.period) return refuse({ kind: 'period-missing' })
    const actions = await findActions(tx, plan.id)
    if (actions.length === 0) return refuse({ kind: 'no-actions' })

    await insertAdoption(tx, by.partnershipId, plan.id, by.person.id, world.now())
    await recordChange(tx, world, by, {
      what: 'adopted the plan',
      subject: { kind: 'plan', id: plan.id },
      after: { title: plan.title, actions: actions.length },
    })
    await announce.planAdopted(world, tx, by, plan.id)
    return ok(plan.id)
  })
}
