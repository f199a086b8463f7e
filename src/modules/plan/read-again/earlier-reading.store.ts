import { sql } from 'kysely'
import type { FileId, PlanId, ReadingId } from '../../../kernel/id.ts'
import { instantFrom, type Tx } from '../../../platform/database/index.ts'

/** A reading of a document that has the same bytes as another: its draft or plan, or that it is being read still. */
export type EarlierReading = {
  readonly id: ReadingId
  readonly fileId: FileId
  readonly fileName: string
  readonly by: string
  readonly at: Temporal.Instant
  /** what it became; null while it is being read */
  readonly plan: { readonly id: PlanId; readonly title: string; readonly isAdopted: boolean } | null
}

/** A document that somebody handed over to be read; null for any other file. */
export async function findDocument(
  tx: Tx,
  id: FileId,
): Promise<{ readonly id: FileId; readonly name: string; readonly bytes: number; readonly sha256: string } | null> {
  const row = await tx
    .selectFrom('stored_file')
    .select(['name', 'bytes', 'sha256'])
    .where('id', '=', id)
    .where(({ exists, selectFrom }) => exists(selectFrom('reading').select('id').where('file_id', '=', id)))
    .executeTakeFirst()
  return row ? { id, ...row } : null
}

/** More than this nobody needs to see to know that a document was handed over before. */
const MOST_EARLIER = 5
const MOST_LOOKED_AT = 200

/**
 * The readings of documents with these bytes, the latest first: one for each draft or plan that is still there, and those unfinished.
 * What was refused, and what was discarded, are none.
 */
export async function findEarlierReadings(tx: Tx, sha256: string): Promise<readonly EarlierReading[]> {
  const rows = await tx
    .selectFrom('stored_file')
    .innerJoin('reading', (join) =>
      join
        .onRef('reading.partnership_id', '=', 'stored_file.partnership_id')
        .onRef('reading.file_id', '=', 'stored_file.id'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.partnership_id', '=', 'reading.partnership_id').onRef('person.id', '=', 'reading.asked_by'),
    )
    .leftJoin('plan', (join) =>
      join.onRef('plan.partnership_id', '=', 'reading.partnership_id').onRef('plan.id', '=', 'reading.plan_id'),
    )
    .distinctOn(whatItBecame)
    .select((select) => [
      'reading.id',
      'reading.file_id',
      'stored_file.name',
      'reading.asked_at',
      'person.name as by',
      'plan.id as plan_id',
      'plan.title',
      select
        .exists(
          select
            .selectFrom('plan_adoption')
            .select('plan_adoption.plan_id')
            .whereRef('plan_adoption.plan_id', '=', 'reading.plan_id'),
        )
        .as('is_adopted'),
    ])
    .where('stored_file.sha256', '=', sha256)
    .where('reading.refusal', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('plan_discard')
            .select('plan_discard.plan_id')
            .whereRef('plan_discard.plan_id', '=', 'reading.plan_id'),
        ),
      ),
    )
    .orderBy(whatItBecame)
    .orderBy('reading.asked_at')
    .limit(MOST_LOOKED_AT)
    .execute()
  const found = rows.map((row) => ({
    id: row.id as ReadingId,
    fileId: row.file_id as FileId,
    fileName: row.name,
    by: row.by ?? 'somebody',
    at: instantFrom(row.asked_at),
    plan:
      row.plan_id === null
        ? null
        : { id: row.plan_id as PlanId, title: row.title ?? '', isAdopted: Boolean(row.is_adopted) },
  }))
  return found.sort((a, b) => Temporal.Instant.compare(b.at, a.at) || (a.id < b.id ? 1 : -1)).slice(0, MOST_EARLIER)
}

/** A draft that was read again has several readings; the first is when its document was handed over. */
const whatItBecame = sql`coalesce(reading.plan_id, reading.id)`
