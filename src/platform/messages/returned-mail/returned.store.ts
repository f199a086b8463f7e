import { type Kysely, sql } from 'kysely'
import type { MessageId, PartnershipId } from '../../../kernel/id.ts'
import type { DB, Tx } from '../../database/index.ts'
import type { Channel } from '../message.ts'

/** The partnership that handed a message to a mail server after a moment; null for none. */
export async function findPartnershipThatMailed(
  db: Kysely<DB>,
  id: MessageId,
  since: Temporal.Instant,
): Promise<PartnershipId | null> {
  const { rows } = await sql<{ id: string | null }>`
    select partnership_that_mailed(${id}::uuid, ${since.toString()}::timestamptz) as id`.execute(db)
  return (rows[0]?.id ?? null) as PartnershipId | null
}

/** To whom a message went; null when it was forgotten. */
export async function findAddressee(
  tx: Tx,
  id: MessageId,
): Promise<{ readonly channel: Channel; readonly to: string } | null> {
  const row = await tx
    .selectFrom('message')
    .select(['channel', 'to_address', 'blanked_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.to_address.includes('@') ? { channel: row.channel as Channel, to: row.to_address } : null
}

/** Notes that a message is delayed; false when that was noted before, or what became of it is known. */
export async function insertDelay(
  tx: Tx,
  partnershipId: PartnershipId,
  id: MessageId,
  { status, at }: { readonly status: string; readonly at: Temporal.Instant },
): Promise<boolean> {
  const fate = await tx.selectFrom('message_fate').select('kind').where('message_id', '=', id).executeTakeFirst()
  if (fate) return false
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('message_delay')
    .values({ partnership_id: partnershipId, message_id: id, at: at.toString(), status })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
