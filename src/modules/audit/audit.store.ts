import { sql } from 'kysely'
import type { PartnershipId, PersonId } from '../../kernel/id.ts'
import { instantFrom, type Tx } from '../../platform/database/index.ts'
import type { World } from '../../platform/world.ts'

/** Who did it; `Trellis` itself has no person. */
export type Author = {
  readonly partnershipId: PartnershipId
  readonly person: { readonly id: PersonId | null; readonly name: string }
  /** the network address it was done from, where there is one */
  readonly address?: string | null
  /** how they came to it, where it was not by signing in: "by link sent to lena@example.org" */
  readonly way?: string
}

export type Change = {
  /** in the past tense, as the history shows it: "sent an update" */
  readonly what: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly before?: object
  readonly after?: object
  /** why, where a reason was asked for */
  readonly reason?: string
}

export type ChangeSeen = {
  readonly at: Temporal.Instant
  readonly by: string
  readonly what: string
  readonly subjectKind: string
  readonly before: unknown
  readonly after: unknown
  /** why, where a reason was asked for and given */
  readonly reason: string | null
}

/**
 * Writes the audit entry of a change, in the change's own transaction; at its commit the database chains the entry to the one
 * before. `what` names nobody: who, from where, and what stood before and after can be blanked, the entry itself cannot.
 */
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
  const written = changes.map((change) => ({ change, id: newId<'audit-entry'>() }))
  await tx
    .insertInto('audit_entry')
    .values(
      written.map(({ id, change: { what, subject } }) => ({
        partnership_id: by.partnershipId,
        id,
        at,
        by_person: by.person.id,
        what,
        subject_kind: subject.kind,
        subject_id: subject.id,
      })),
    )
    .execute()
  await tx
    .insertInto('audit_detail')
    .values(
      written.map(({ id, change }) => ({
        partnership_id: by.partnershipId,
        entry_id: id,
        content: JSON.stringify(detailOf(by, change)),
      })),
    )
    .execute()
}

/** What an entry tells of people, kept apart from it. */
type Detail = {
  readonly by: string
  readonly address?: string
  readonly way?: string
  readonly reason?: string
  readonly before?: unknown
  readonly after?: unknown
}

function detailOf({ person, address, way }: Author, { before, after, reason }: Change): Detail {
  return {
    by: person.name,
    ...(address ? { address } : {}),
    ...(way ? { way } : {}),
    ...(reason ? { reason } : {}),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  }
}

/** The detail of an entry; of one that was blanked, nobody's name and nothing else. */
export function readDetail(content: string): Detail {
  return content === '' ? { by: 'Erased' } : JSON.parse(content)
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
    .innerJoin('audit_detail', (on) =>
      on
        .onRef('audit_detail.partnership_id', '=', 'audit_entry.partnership_id')
        .onRef('audit_detail.entry_id', '=', 'audit_entry.id'),
    )
    .select(['at', 'what', 'subject_kind', 'content'])
    .where('subject_id', '=', sql<string>`any(${[...subjectIds]}::uuid[])`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => {
    const { by, before = null, after = null, reason = null } = readDetail(row.content)
    return { at: instantFrom(row.at), by, what: row.what, subjectKind: row.subject_kind, before, after, reason }
  })
}
