import { sql } from 'kysely'
import type { PartnershipId, PersonId } from '../../../kernel/id.ts'
import { instantFrom, type Tx } from '../../../platform/database/index.ts'

/** In how many rows of each table somebody was, or is to be, taken out. */
export type Places = Readonly<Record<string, number>>

export const ERASURE_REASONS = {
  asked: 'They asked for it',
  'not-needed': 'It is no longer needed',
  'wrongly-kept': 'It should not have been kept',
} as const
export type ErasureReason = keyof typeof ERASURE_REASONS

/** Takes somebody who left out of every row; gives where. */
export async function erase(tx: Tx, personId: PersonId, now: Temporal.Instant): Promise<Places> {
  const { rows } = await sql<{ places: Places }>`
    select erase_person(${personId}, ${now.toString()}) as places`.execute(tx)
  return rows[0]?.places ?? {}
}

export async function insertErasure(
  tx: Tx,
  partnershipId: PartnershipId,
  of: { personId: PersonId; erasedAt: Temporal.Instant; erasedBy: PersonId; reason: ErasureReason; places: Places },
): Promise<void> {
  await tx
    .insertInto('erasure')
    .values({
      partnership_id: partnershipId,
      person_id: of.personId,
      erased_at: of.erasedAt.toString(),
      erased_by: of.erasedBy,
      reason: of.reason,
      places: JSON.stringify(of.places),
    })
    .execute()
}

/** When somebody was erased; null when they were not. */
export async function findErasedAt(tx: Tx, personId: PersonId): Promise<Temporal.Instant | null> {
  const row = await tx.selectFrom('erasure').select('erased_at').where('person_id', '=', personId).executeTakeFirst()
  return row ? instantFrom(row.erased_at) : null
}

/** Whether somebody else here has the name too: texts that hold it are then left as they are. */
export async function hasNamesake(tx: Tx, personId: PersonId, name: string): Promise<boolean> {
  const { rows } = await sql`
    select from person where id <> ${personId} and lower(name) = lower(${name}) limit 1`.execute(tx)
  return rows.length > 0
}
