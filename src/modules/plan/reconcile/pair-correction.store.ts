import type { ComparisonId, PairCorrectionId, PartnershipId, PersonId } from '../../../kernel/id.ts'
import { instantFrom, type Tx } from '../../../platform/database/index.ts'

/** What a person said of two rows of a comparison, and whether it was taken back. */
export type PairCorrection = {
  readonly id: PairCorrectionId
  readonly kind: 'pair' | 'unpair'
  readonly planRow: string
  readonly reportRow: string
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
  readonly undone: { readonly at: Temporal.Instant; readonly by: string } | null
}

export async function insertPairCorrection(
  tx: Tx,
  partnershipId: PartnershipId,
  comparisonId: ComparisonId,
  correction: Pick<PairCorrection, 'id' | 'kind' | 'planRow' | 'reportRow'>,
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('pair_correction')
    .values({
      partnership_id: partnershipId,
      id: correction.id,
      comparison_id: comparisonId,
      kind: correction.kind,
      plan_row: correction.planRow,
      report_row: correction.reportRow,
      made_at: now.toString(),
      made_by: by,
    })
    .execute()
}

/** Takes a correction back; false when it had been already. */
export async function insertPairCorrectionUndone(
  tx: Tx,
  partnershipId: PartnershipId,
  correctionId: PairCorrectionId,
  by: PersonId,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('pair_correction_undone')
    .values({
      partnership_id: partnershipId,
      correction_id: correctionId,
      undone_at: now.toString(),
      undone_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Every correction of a comparison in the order made, those taken back with them. */
export async function findPairCorrections(tx: Tx, comparisonId: ComparisonId): Promise<readonly PairCorrection[]> {
  const rows = await tx
    .selectFrom('pair_correction')
    .innerJoin('person', 'person.id', 'pair_correction.made_by')
    .leftJoin('pair_correction_undone', 'pair_correction_undone.correction_id', 'pair_correction.id')
    .leftJoin('person as undoer', 'undoer.id', 'pair_correction_undone.undone_by')
    .select(['pair_correction.id', 'kind', 'plan_row', 'report_row', 'made_at', 'person.name as made_by'])
    .select(['undone_at', 'undoer.name as undone_by'])
    .where('comparison_id', '=', comparisonId)
    .orderBy('made_at')
    .orderBy('pair_correction.id')
    .execute()
  return rows.map((row) => ({
    id: row.id as PairCorrectionId,
    kind: row.kind as PairCorrection['kind'],
    planRow: row.plan_row,
    reportRow: row.report_row,
    madeAt: instantFrom(row.made_at),
    madeBy: row.made_by,
    undone: row.undone_at ? { at: instantFrom(row.undone_at), by: row.undone_by ?? '' } : null,
  }))
}
