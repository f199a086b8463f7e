import { sql } from 'kysely'
import type { FileId, PartnershipId, PersonId } from '../../../kernel/id.ts'
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

export type NamingFile = { readonly id: FileId; readonly name: string; readonly addedAt: Temporal.Instant }

/**
 * Files that somebody handed in themselves, or whose words, as far as they were read, name them; the latest first, at most 200. Asked
 * before they are erased, for afterwards nobody can tell.
 */
export async function findFilesNaming(tx: Tx, personId: PersonId): Promise<readonly NamingFile[]> {
  const { rows } = await sql<{ id: string; name: string; added_at: string }>`
    with named as (select coalesce(person_pattern(${personId}), '(?!)') as pattern)
    select file.id, file.name, file.added_at from stored_file file, named
    where file.added_by = ${personId} or file.name ~* named.pattern
      or exists (select from reading where reading.partnership_id = file.partnership_id and reading.file_id = file.id
        and reading.result::text ~* named.pattern)
      or exists (select from document_page page where page.partnership_id = file.partnership_id and page.file_id = file.id
        and page.blocks::text ~* named.pattern)
    order by file.added_at desc, file.id desc limit 200`.execute(tx)
  return rows.map((row) => ({ id: row.id as FileId, name: row.name, addedAt: instantFrom(row.added_at) }))
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
