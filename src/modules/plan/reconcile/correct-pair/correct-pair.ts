import type { ComparisonId, PairCorrectionId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import type { Member } from '../../../people/index.ts'
import { type Reconciliation, reconciliationOf } from '../../../reading/index.ts'
import { correctionsInForce } from '../corrections-in-force.ts'
import { insertPairCorrection, insertPairCorrectionUndone } from '../pair-correction.store.ts'
import { findSeen } from '../see-comparison.ts'

export type CorrectionAsked = {
  readonly kind: 'pair' | 'unpair'
  readonly planRow: string
  readonly reportRow: string
  readonly formKey: string | null
}

export type CorrectionRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'row-missing' }
  | { readonly kind: 'no-change' }
  | { readonly kind: 'form-expired' }

/** Records that a person says two rows are one after all, or are not; what the machine found stays as it was found. */
export async function correctPair(
  world: World,
  by: Member,
  comparisonId: ComparisonId,
  { kind, planRow, reportRow, formKey }: CorrectionAsked,
): Promise<Result<undefined, CorrectionRefusal>> {
  return inScope(world.db, by, async (tx): Promise<Result<undefined, CorrectionRefusal>> => {
    const seen = await findSeen(tx, by, comparisonId)
    if (!seen?.compared) return refuse({ kind: 'not-found' })
    if (!formKey) return refuse({ kind: 'form-expired' })
    const id = world.newId<'pair-correction'>()
    if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok()
    const result = reconciliationOf(seen.compared, correctionsInForce(seen.corrections))
    if (!hasRows(result, planRow, reportRow)) return refuse({ kind: 'row-missing' })
    const isPaired = result.pairs.some(({ plan, report }) => plan === planRow && report === reportRow)
    if (isPaired === (kind === 'pair')) return refuse({ kind: 'no-change' })

    await insertPairCorrection(
      tx,
      by.partnershipId,
      comparisonId,
      { id, kind, planRow, reportRow },
      by.person.id,
      world.now(),
    )
    await recordChange(tx, world, by, {
      what: kind === 'pair' ? 'paired two rows of a comparison' : 'unpaired two rows of a comparison',
      subject: { kind: 'comparison', id: comparisonId },
      before: pairsTouched(result, planRow, reportRow),
      after: { correction: id, plan: rowSaid(result, 'plan', planRow), report: rowSaid(result, 'report', reportRow) },
    })
    return ok()
  })
}

/** Takes a correction back: what stood before it stands again. */
export async function undoCorrection(
  world: World,
  by: Member,
  comparisonId: ComparisonId,
  correctionId: PairCorrectionId,
): Promise<Result<undefined, { readonly kind: 'not-found' }>> {
  return inScope(world.db, by, async (tx): Promise<Result<undefined, { readonly kind: 'not-found' }>> => {
    const seen = await findSeen(tx, by, comparisonId)
    const correction = seen?.corrections.find(({ id }) => id === correctionId)
    if (!correction) return refuse({ kind: 'not-found' })
    if (!(await insertPairCorrectionUndone(tx, by.partnershipId, correctionId, by.person.id, world.now()))) return ok()
    await recordChange(tx, world, by, {
      what: 'took back a correction of a comparison',
      subject: { kind: 'comparison', id: comparisonId },
      before: {
        correction: correctionId,
        kind: correction.kind,
        plan: correction.planRow,
        report: correction.reportRow,
      },
    })
    return ok()
  })
}

function hasRows({ plan, report }: Reconciliation, planRow: string, reportRow: string): boolean {
  return plan.rows.some(({ id }) => id === planRow) && report.rows.some(({ id }) => id === reportRow)
}

function pairsTouched({ pairs }: Reconciliation, planRow: string, reportRow: string) {
  return {
    pairs: pairs
      .filter(({ plan, report }) => plan === planRow || report === reportRow)
      .map(({ plan, report, confidence }) => ({ plan, report, confidence })),
  }
}

function rowSaid(result: Reconciliation, side: 'plan' | 'report', id: string) {
  const row = result[side].rows.find((each) => each.id === id)
  return { id, ref: row?.ref ?? null, text: row?.text ?? '' }
}
