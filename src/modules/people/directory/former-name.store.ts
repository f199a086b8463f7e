import type { Day } from '../../../kernel/day.ts'
import type { Id, PartnershipId } from '../../../kernel/id.ts'
import { dayFrom, type Tx } from '../../../platform/database/index.ts'
import type { KnownId } from './directory.ts'

export type FormerName = { readonly name: string; readonly usedUntil: Day }

/** Keeps what somebody or something was called until a day. */
export async function insertFormerName(
  tx: Tx,
  partnershipId: PartnershipId,
  of: FormerName & { readonly id: Id<'former-name'>; readonly known: KnownId },
): Promise<void> {
  const { kind, id } = of.known
  await tx
    .insertInto('former_name')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      name: of.name,
      used_until: of.usedUntil.toString(),
      person_id: kind === 'person' ? id : null,
      organisation_id: kind === 'organisation' ? id : null,
      post_id: kind === 'post' ? id : null,
      body_id: kind === 'body' ? id : null,
    })
    .execute()
}

/** What it was called before, the latest first. */
export async function findFormerNames(tx: Tx, { kind, id }: KnownId): Promise<readonly FormerName[]> {
  const column = { person: 'person_id', organisation: 'organisation_id', post: 'post_id', body: 'body_id' } as const
  const rows = await tx
    .selectFrom('former_name')
    .select(['name', 'used_until'])
    .where(column[kind], '=', id)
    .orderBy('used_until', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({ name: row.name, usedUntil: dayFrom(row.used_until) }))
}
