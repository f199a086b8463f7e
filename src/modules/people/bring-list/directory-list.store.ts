import type { Id, PartnershipId, PersonId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { ListRow } from './list-row.ts'

/** A list as it was handed in. */
export type DirectoryList = {
  readonly id: Id<'directory-list'>
  readonly name: string
  readonly rows: readonly ListRow[]
  readonly isDone: boolean
}

export async function insertList(
  tx: Tx,
  partnershipId: PartnershipId,
  of: Omit<DirectoryList, 'isDone'> & { readonly by: PersonId; readonly now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('directory_list')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      name: of.name,
      rows: JSON.stringify(of.rows),
      handed_in_at: of.now.toString(),
      handed_in_by: of.by,
    })
    .execute()
}

/** A list, held until the transaction ends, so that it is done once. */
export async function lockList(tx: Tx, id: Id<'directory-list'>): Promise<DirectoryList | null> {
  const row = await tx
    .selectFrom('directory_list')
    .select(['name', 'rows', 'done_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? { id, name: row.name, rows: row.rows as unknown as ListRow[], isDone: row.done_at !== null } : null
}

export async function markListDone(tx: Tx, id: Id<'directory-list'>, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('directory_list').set({ done_at: now.toString() }).where('id', '=', id).execute()
}
