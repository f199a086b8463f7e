import { sql } from 'kysely'
import type { PartnershipId, PersonId } from '../../kernel/id.ts'
import { instantFrom, type Tx } from '../../platform/database/index.ts'
import type { World } from '../../platform/world.ts'

/** Who did it; `Trellis` itself has no person. */
export type Author = {
  readonly partnershipId: PartnershipId
  readonly person: { readonly id: PersonId | null; readonly name: string }
}

export type Change = {
  /** in the past tense, as the history shows it: "sent an update" */
  readonly what: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly before?: object
  readonly after?: object
}

export type ChangeSeen = {
  readonly at: Temporal.Instant
  readonly by: string
  readonly what: string
  readonly subjectKind: string
  readonly before: unknown
  readonly after: unknown
}

/** Writes the audit entry of a change, in the change's own transaction. */
export async function recordChange(
  tx: Tx,
  world: Pick<World, 'now' | 'newId'>,
  by: Author,
  change: Change,
): Promise<void> {
  await recordChanges(tx, world, by, [change])
}

/** As {@link recordChange}, for many changes made at one moment. */
export async function recordChanges(
  tx: Tx,
  { now, newId }: Pick<World, 'now' | 'newId'>,
  by: Author,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return
  const at = now().toString()
  const entries = changes.map(({ what, subject, before, after }) => ({
    partnership_id: by.partnershipId,
    id: newId<'audit-entry'>(),
    at,
    by_person: by.person.id,
    by_name: by.person.name,
    what,
    subject_kind: subject.kind,
    subject_id: subject.id,
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
  }))
  await tx.insertInto('audit_entry').values(entries).execute()
}

/** What was done to these subjects, latest first, at most `limit`. */
export async function findChanges(
  tx: Tx,
  subjectIds: readonly string[],
  limit: number,
): Promise<readonly ChangeSeen[]> {
  if (subjectIds.length === 0) return []
  const rows = await tx
    .selectFrom('audit_entry')
    .select(['at', 'by_name', 'what', 'subject_kind', 'before', 'after'])
    .where('subject_id', '=', sql<string>`any(${[...subjectIds]}::uuid[])`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    at: instantFrom(row.at),
    by: row.by_name,
    what: row.what,
    subjectKind: row.subject_kind,
    before: row.before,
    after: row.after,
  }))
}
