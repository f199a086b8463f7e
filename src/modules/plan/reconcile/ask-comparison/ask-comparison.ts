import type { ComparisonId, PlanId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope } from '../../../../platform/database/index.ts'
import type { UploadedFile } from '../../../../platform/http/form.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import { checkRoom, type FileRefusal, insertFile, receiveFile } from '../../../files/index.ts'
import type { Member } from '../../../people/index.ts'
import { findPlan } from '../../plan.store.ts'
import { findComparison, insertComparison } from '../comparison.store.ts'

export type AskRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'two-chosen' }
  | { readonly kind: 'same-plan' }
  | { readonly kind: 'form-expired' }
  | FileRefusal

export type AskComparison = {
  /** the earlier side: a plan, or the report of a comparison that is done */
  readonly earlier: { readonly planId: PlanId } | { readonly comparisonId: ComparisonId }
  readonly file: UploadedFile | null
  readonly otherPlanId: PlanId | null
  readonly formKey: string | null
}

/** Keeps the document as handed over and asks for the comparison; the work itself comes after. */
export async function askComparison(
  world: World,
  by: Member,
  { earlier, file: given, otherPlanId, formKey }: AskComparison,
): Promise<Result<ComparisonId, AskRefusal>> {
  const received = given && (await receiveFile(given, 'document'))
  return inScope(world.db, by, async (tx): Promise<Result<ComparisonId, AskRefusal>> => {
    const before = 'comparisonId' in earlier ? await findComparison(tx, earlier.comparisonId) : null
    const planId = 'planId' in earlier ? earlier.planId : before?.planId
    if (!planId || !(await findPlan(tx, planId))) return refuse({ kind: 'not-found' })
    if (before && before.outcome.kind !== 'compared') return refuse({ kind: 'not-found' })
    if (!formKey) return refuse({ kind: 'form-expired' })
    if (!given && !otherPlanId) return refuse({ kind: 'nothing-chosen' })
    if (given && otherPlanId) return refuse({ kind: 'two-chosen' })
    if (received && !received.ok) return received
    const file = received?.value
    if (otherPlanId === planId) return refuse({ kind: 'same-plan' })
    const other = otherPlanId && (await findPlan(tx, otherPlanId))
    if (otherPlanId && !other) return refuse({ kind: 'nothing-chosen' })

    const now = world.now()
    const id = world.newId<'comparison'>()
    const already = await useFormKey(tx, by.partnershipId, formKey, id, now)
    if (already) return ok(already as ComparisonId)
    const room = file ? await checkRoom(tx, world, by.partnershipId, file.content.byteLength) : ok(null)
    if (!room.ok) return room
    const fileId = world.newId<'file'>()
    if (file) await insertFile(tx, { partnershipId: by.partnershipId, id: fileId, file, by: by.person.id, now })
    await insertComparison(tx, {
      partnershipId: by.partnershipId,
      id,
      planId,
      ofComparisonId: before?.id ?? null,
      later: other ? { planId: other.id } : { fileId },
      by: by.person.id,
      now,
    })
    await recordChange(tx, world, by, {
      what: 'asked to compare two documents',
      subject: { kind: 'comparison', id },
      after: { plan: planId, with: file?.name ?? other?.title, ...(before ? { of: before.id } : {}) },
    })
    return ok(id)
  })
}
