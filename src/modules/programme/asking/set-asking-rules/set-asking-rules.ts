import type { PlanId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import type { Member } from '../../../people/index.ts'
import { findActions, isAdopted, lockPlan } from '../../../plan/index.ts'
import { remakePointsOfAction } from '../../points/keep-points.ts'
import { type AskingRules, checkAskingRules, type RuleProblem, USUAL_RULES } from '../asking-rules.ts'
import { findAskingRules, insertAskingRules } from '../calendar.store.ts'
import { keepAsking } from '../keep-asking.ts'

export type RulesRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'problems'; readonly problems: readonly RuleProblem[] }

/** Sets how an adopted plan asks and chases from now on; what was asked before stays as it was. */
export async function setAskingRules(
  world: World,
  by: Member,
  { planId, rules, formKey }: { planId: PlanId; rules: AskingRules; formKey: string | null },
): Promise<Result<PlanId, RulesRefusal>> {
  const checked = checkAskingRules(rules)
  if (!checked.ok) return checked
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Result<PlanId, RulesRefusal>> => {
    const plan = await lockPlan(tx, planId)
    if (!plan || !isAdopted(plan)) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, planId, world.now())) return ok(planId)
    const before = (await findAskingRules(tx, [planId])).get(planId) ?? USUAL_RULES
    await insertAskingRules(tx, by.partnershipId, planId, checked.value, {
      id: world.newId<'asking-rules'>(),
      by: by.person.id,
      at: world.now(),
    })
    if (before.rhythm !== checked.value.rhythm) {
      const undated = (await findActions(tx, planId)).filter(({ timescale }) => (timescale?.due.length ?? 0) === 0)
      for (const action of undated) await remakePointsOfAction(world, tx, by, planId, action.id)
    }
    await keepAsking(world, tx, by.partnershipId, { planId })
    await recordChange(tx, world, by, {
      what: 'set how the plan asks',
      subject: { kind: 'plan', id: planId },
      before,
      after: checked.value,
    })
    return ok(planId)
  })
}
