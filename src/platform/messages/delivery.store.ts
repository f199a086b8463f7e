import { type Kysely, sql } from 'kysely'
import type { MessageId, PartnershipId } from '../../kernel/id.ts'
import { type DB, instantFrom, type Tx } from '../database/index.ts'
import type { AttemptOutcome, Channel } from './message.ts'

/** A message that a worker has taken, and nobody else may take for a while. */
export type ClaimedMessage = {
  readonly id: MessageId
  readonly partnershipId: PartnershipId
  readonly partnershipName: string
  readonly isDemo: boolean
  readonly channel: Channel
  readonly to: string
  readonly toName: string | null
  readonly subject: string
  readonly text: string
  readonly isSecret: boolean
  readonly notBefore: Temporal.Instant
  readonly expiresAt: Temporal.Instant | null
}

/** The partnerships with something to send, whoever has waited longest first: the one question that is asked across them. */
export async function findPartnershipsWithMessagesDue(
  db: Kysely<DB>,
  now: Temporal.Instant,
  most: number,
): Promise<readonly PartnershipId[]> {
  const { rows } = await sql<{ id: string }>`
    select id from partnerships_with_messages_due(${now.toString()}::timestamptz, ${most}::integer) as id`.execute(db)
  return rows.map(({ id }) => id as PartnershipId)
}

/** Takes messages that are due, by moving their moment on: if the worker is lost they come due again by themselves. */
export async function claimMessages(
  tx: Tx,
  now: Temporal.Instant,
  heldUntil: Temporal.Instant,
  most: number,
): Promise<readonly ClaimedMessage[]> {
  const rows = await tx
    .with('claimed', (cte) =>
      cte
        .updateTable('message_due')
        .set({ due_at: heldUntil.toString() })
        .where('message_id', 'in', (due) =>
          due
            .selectFrom('message_due')
            .select('message_id')
            .where('due_at', '<=', now.toString())
            .orderBy('due_at')
            .limit(most)
            .forUpdate()
            .skipLocked(),
        )
        .returning('message_id'),
    )
    .selectFrom('claimed')
    .innerJoin('message', 'message.id', 'claimed.message_id')
    .innerJoin('partnership', 'partnership.partnership_id', 'message.partnership_id')
    .select(['message.id', 'message.partnership_id', 'partnership.name', 'partnership.is_demo', 'message.channel'])
    .select(['to_address', 'to_name', 'subject', 'body', 'is_secret', 'not_before', 'expires_at'])
    .orderBy('message.queued_at')
    .execute()
  return rows.map((row) => ({
    id: row.id as MessageId,
    partnershipId: row.partnership_id as PartnershipId,
    partnershipName: row.name,
    isDemo: row.is_demo,
    channel: row.channel as Channel,
    to: row.to_address,
    toName: row.to_name,
    subject: row.subject,
    text: row.body,
    isSecret: row.is_secret,
    notBefore: instantFrom(row.not_before),
    expiresAt: row.expires_at === null ? null : instantFrom(row.expires_at),
  }))
}

export type BegunAttempt = {
  /** from 1 */
  readonly number: number
  /** when the first attempt began */
  readonly firstAt: Temporal.Instant
  /** true: nobody knows how the attempt before ended, so that the server may have the message already */
  readonly isAfterUnsure: boolean
}

/**
 * Notes that a message is about to be handed over, before it is; an earlier attempt that never ended is known to be lost by that.
 *
 * @returns null when the message has ended since it was claimed
 */
export async function beginAttempt(
  tx: Tx,
  { id, partnershipId }: Pick<ClaimedMessage, 'id' | 'partnershipId'>,
  via: string,
  now: Temporal.Instant,
): Promise<BegunAttempt | null> {
  const due = await tx
    .selectFrom('message_due')
    .select('message_id')
    .where('message_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!due) return null
  await tx
    .updateTable('message_attempt')
    .set({ ended_at: now.toString(), outcome: 'unsure', words: 'The worker was lost before it could say.' })
    .where('message_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  const earlier = await tx
    .selectFrom('message_attempt')
    .select(['number', 'outcome', 'began_at'])
    .where('message_id', '=', id)
    .orderBy('number')
    .execute()
  const last = earlier.at(-1)
  const number = (last?.number ?? 0) + 1
  await tx
    .insertInto('message_attempt')
    .values({ partnership_id: partnershipId, message_id: id, number, via, began_at: now.toString() })
    .execute()
  const [first] = earlier
  return { number, firstAt: first ? instantFrom(first.began_at) : now, isAfterUnsure: last?.outcome === 'unsure' }
}

/** Notes how an attempt ended, and what the server said. */
export async function endAttempt(
  tx: Tx,
  id: MessageId,
  number: number,
  ended: {
    readonly outcome: AttemptOutcome
    readonly words: string
    readonly reference: string | null
    readonly at: Temporal.Instant
  },
): Promise<void> {
  const { outcome, words, reference, at } = ended
  await tx
    .updateTable('message_attempt')
    .set({ ended_at: at.toString(), outcome, words, reference })
    .where('message_id', '=', id)
    .where('number', '=', number)
    .execute()
}

/** Says when a message is to be tried again. */
export async function putOffMessage(tx: Tx, id: MessageId, dueAt: Temporal.Instant): Promise<void> {
  await tx.updateTable('message_due').set({ due_at: dueAt.toString() }).where('message_id', '=', id).execute()
}

/** Notes that nothing can be delivered to the address of a message, in its server's words. */
export async function recordAddressRefusal(
  tx: Tx,
  { id, partnershipId, channel, to }: Pick<ClaimedMessage, 'id' | 'partnershipId' | 'channel' | 'to'>,
  words: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('address_refusal')
    .values({ partnership_id: partnershipId, message_id: id, at: at.toString(), channel, address: to, words })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
