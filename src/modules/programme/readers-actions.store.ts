import { sql } from 'kysely'
import type { ActionId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/database/index.ts'

/** Whether the transaction's reader answers for an action: as a lead, or for the organisation that leads it. */
export async function isReadersAction(tx: Tx, actionId: ActionId): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select ${actionId}::uuid in (select readers_actions()) as is`.execute(tx)
  return rows[0]?.is === true
}
