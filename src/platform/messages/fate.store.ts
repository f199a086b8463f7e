import { type Kysely, sql } from 'kysely'
import type { MessageId, PartnershipId } from '../../kernel/id.ts'
import type { DB, Tx } from '../database/index.ts'
import type { Channel } from './message.ts'

/** A message that a server has taken, and nobody knows whether it arrived. */
export type SentMessage = {
  readonly id: MessageId
  readonly partnershipId: PartnershipId
  readonly channel: Channel
  readonly to: string
  /** what the server calls it */
  readonly reference: string
}

/** The partnerships with such messages, sent after a moment. */
export async function findPartnershipsWithFatesUnknown(
  db: Kysely<DB>,
  since: Temporal.Instant,
  most: number,
): Promise<readonly PartnershipId[]> {
  const { rows } = await sql<{ id: string }>`
    select id from partnerships_with_fates_unknown(${since.toString()}::timestamptz, ${most}::integer) as id`.execute(
    db,
  )
  return rows.map(({ id }) => id as PartnershipId)
}

/** The messages of a partnership, sent after a moment, whose fate is unknown: the longest sent first. */
export async function findFatesUnknown(tx: Tx, since: Temporal.Instant, most: number): Promise<readonly SentMessage[]> {
  const rows = await tx
    .selectFrom('message_attempt')
    .innerJoin('message_end', 'message_end.message_id', 'message_attempt.message_id')
    .innerJoin('message', 'message.id', 'message_attempt.message_id')
    .select(['message.id', 'message.partnership_id', 'message.channel', 'to_address', 'reference'])
    .where('via', '=', 'notify')
    .where('outcome', '=', 'taken')
    .where('message_end.kind', '=', 'sent')
    .where('message_end.at', '>', since.toString())
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('message_fate').select('kind').whereRef('message_fate.message_id', '=', 'message.id'))),
    )
    .orderBy('message_end.at')
    .limit(most)
    .execute()
  return rows.flatMap(({ reference, ...row }) =>
    reference === null
      ? []
      : [
          {
            id: row.id as MessageId,
            partnershipId: row.partnership_id as PartnershipId,
            channel: row.channel as Channel,
            to: row.to_address,
            reference,
          },
        ],
  )
}

/** Notes what became of a message; false when that was known before. */
export async function insertFate(
  tx: Tx,
  { id, partnershipId }: Pick<SentMessage, 'id' | 'partnershipId'>,
  fate: { readonly kind: 'delivered' | 'returned'; readonly status: string; readonly at: Temporal.Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('message_fate')
    .values({ partnership_id: partnershipId, message_id: id, ...fate, at: fate.at.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
