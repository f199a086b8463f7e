import type { PartnershipId, PersonId, ReportingPointId } from '../../../kernel/id.ts'
import { instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { RatingKey } from '../../reading/index.ts'
import { saidOf } from './update.store.ts'
import type { SaidUpdate } from './update-words.ts'

export type Draft = SaidUpdate & {
  readonly savedAt: Temporal.Instant
  readonly savedBy: { readonly id: PersonId; readonly name: string }
}

export async function findDraft(tx: Tx, pointId: ReportingPointId): Promise<Draft | null> {
  const row = await tx
    .selectFrom('update_draft')
    .innerJoin('person', 'person.id', 'update_draft.saved_by')
    .select(['narrative', 'progress_rating', 'impact_rating', 'what_next', 'recovery', 'return_on', 'forecast_rating'])
    .select(['differs_because', 'pair_because', 'correction_reason', 'saved_at', 'saved_by', 'person.name as saver'])
    .where('point_id', '=', pointId)
    .executeTakeFirst()
  if (!row) return null
  return {
    ...saidOf(row),
    progress: row.progress_rating as RatingKey | null,
    impact: row.impact_rating as RatingKey | null,
    savedAt: instantFrom(row.saved_at),
    savedBy: { id: row.saved_by as PersonId, name: row.saver },
  }
}

export async function saveDraft(
  tx: Tx,
  partnershipId: PartnershipId,
  pointId: ReportingPointId,
  draft: SaidUpdate,
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  const said = {
    narrative: draft.narrative,
    progress_rating: draft.progress,
    impact_rating: draft.impact,
    what_next: draft.whatNext,
    recovery: draft.recovery,
    return_on: draft.returnOn?.toString() ?? null,
    forecast_rating: draft.forecast,
    differs_because: draft.differsBecause,
    pair_because: draft.pairBecause,
    correction_reason: draft.reason || null,
    saved_at: now.toString(),
    saved_by: by,
  }
  await tx
    .insertInto('update_draft')
    .values({ partnership_id: partnershipId, point_id: pointId, ...said })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'point_id']).doUpdateSet(said))
    .execute()
}

export async function deleteDraft(tx: Tx, pointId: ReportingPointId): Promise<void> {
  await tx.deleteFrom('update_draft').where('point_id', '=', pointId).execute()
}
