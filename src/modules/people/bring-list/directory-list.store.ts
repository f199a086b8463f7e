import type { Id, PartnershipId, PersonId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { ListRow } from './list-row.ts'

/** A list as it was handed in. Its rows are kept until it is done, or for a week. */
export type DirectoryList = {
  readonly id: Id<'directory-list'>
  readonly name: string
  readonly rows: readonly ListRow[]
  /** heads of its columns that say nothing the directory keeps */
  readonly unused: readonly string[]
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
      unused_columns: [...of.unused],
      handed_in_at: of.now.toString(),
      handed_in_by: of.by,
    })
    .execute()
}

export async function findList(tx: Tx, id: Id<'directory-list'>): Promise<DirectoryList | null> {
  const row = await lists(tx, id).executeTakeFirst()
  return row ? listOf(id, row) : null
}

/** A list, held until the transaction ends, so that it is done once. */
export async function lockList(tx: Tx, id: Id<'directory-list'>): Promise<DirectoryList | null> {
  const row = await lists(tx, id).forUpdate().executeTakeFirst()
  return row ? listOf(id, row) : null
}

function lists(tx: Tx, id: Id<'directory-list'>) {
  return tx.selectFrom('directory_list').select(['name', 'rows', 'unused_columns', 'done_at']).where('id', '=', id)
}

type Row = Awaited<ReturnType<ReturnType<typeof lists>['executeTakeFirstOrThrow']>>

function listOf(id: Id<'directory-list'>, row: Row): DirectoryList {
  const rows = row.rows as unknown as ListRow[]
  return { id, name: row.name, rows, unused: row.unused_columns, isDone: row.done_at !== null }
}

/** A list that is done has said what it had to: its rows, which are people's addresses, are kept no longer. */
export async function markListDone(tx: Tx, id: Id<'directory-list'>, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('directory_list').set({ done_at: now.toString(), rows: '[]' }).where('id', '=', id).execute()
}

/** Empties the lists that nobody brought in. */
export async function forgetListsBefore(tx: Tx, moment: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('directory_list')
    .set({ rows: '[]' })
    .where('handed_in_at', '<', moment.toString())
    .where('done_at', 'is', null)
    .execute()
}
