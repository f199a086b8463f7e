import type { PlanId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import type { Member } from '../../../people/index.ts'
import {
  ensurePreset,
  findKnownSchemes,
  findRatingScheme,
  isAdopted,
  isPresetKind,
  lockPlan,
  setPlanScheme,
} from '../../../plan/index.ts'
import { keepAsking } from '../../asking/keep-asking.ts'
import { refreshStandings } from '../../points/standing.store.ts'

export type ChoiceRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'no-such-scheme' }

/**
 * Gives a plan another rating scheme. What was sent keeps the scheme it was rated under; counts take each rating for the colour of
 * the new scheme that means the same.
 *
 * @param scheme  a preset by its kind, or one of the partnership's own schemes by its id
 */
export async function chooseScheme(
  world: World,
  by: Member,
  { planId, scheme, formKey }: { planId: PlanId; scheme: string; formKey: string | null },
): Promise<Result<PlanId, ChoiceRefusal>> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Result<PlanId, ChoiceRefusal>> => {
    const plan = await lockPlan(tx, planId)
    if (!plan) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, planId, world.now())) return ok(planId)
    const made = { id: world.newId<'rating-scheme'>(), by: by.person.id, at: world.now() }
    const schemeId = isPresetKind(scheme)
      ? await ensurePreset(tx, by.partnershipId, scheme, made)
      : ((await findKnownSchemes(tx)).find(({ id, kind }) => id === scheme && kind === 'own')?.id ?? null)
    if (!schemeId) return refuse({ kind: 'no-such-scheme' })
    const before = plan.ratingSchemeId
    if (schemeId === before) return ok(planId)

    const choice = { id: world.newId<'scheme-choice'>(), planId, before, schemeId }
    await setPlanScheme(tx, by.partnershipId, { ...choice, by: by.person.id, at: world.now() })
    if (isAdopted(plan)) {
      await refreshStandings(tx, by.partnershipId, { planId })
      await keepAsking(world, tx, by.partnershipId, { planId })
    }
    await recordChange(tx, world, by, {
      what: 'chose the rating scheme',
      subject: { kind: 'plan', id: planId },
      before: { scheme: (await findRatingScheme(tx, before)).name },
      after: { scheme: (await findRatingScheme(tx, schemeId)).name },
    })
    return ok(planId)
  })
}
