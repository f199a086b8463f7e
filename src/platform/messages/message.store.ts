import type { MessageId, PartnershipId } from '../../kernel/id.ts'
import { inBatches, type Tx } from '../database/index.ts'
import type { World } from '../world.ts'
import type { Message, MessageEnd } from './message.ts'

/**
 * Queues a message in the transaction of what causes it: it goes out if that is kept, and not otherwise.
 *
 * @returns false when the partnership has queued one of this key before, whatever became of it; then nothing is done
 */
export async function queueMessage(
  tx: Tx,
  world: Pick<World, 'now' | 'newId'>,
  partnershipId: PartnershipId,
  message: Message,
): Promise<boolean> {
  return (await queueMessages(tx, world, partnershipId, [message])).has(message.key)
}

/** As {@link queueMessage}, for many; gives the keys of those that were queued. */
export async function queueMessages(
  tx: Tx,
  { now, newId }: Pick<World, 'now' | 'newId'>,
  partnershipId: PartnershipId,
  messages: readonly Message[],
): Promise<ReadonlySet<string>> {
  const queuedAt = now().toString()
  const rows = messages.map((message) => ({
    partnership_id: partnershipId,
    id: newId<'message'>(),
    key: message.key,
    channel: message.channel,
    to_address: message.to.trim(),
    to_name: message.toName ?? null,
    person_id: message.personId ?? null,
    purpose: message.purpose,
    subject: message.subject.replaceAll(/\s+/g, ' ').trim(),
    body: message.text.trim(),
    is_secret: message.secret ?? false,
    queued_at: queuedAt,
    not_before: message.notBefore?.toString() ?? queuedAt,
    expires_at: message.expiresAt?.toString() ?? null,
  }))
  const queued = new Set<string>()
  for (const some of inBatches(rows)) {
    const kept = await tx
      .insertInto('message')
      .values(some)
      .onConflict((conflict) => conflict.columns(['partnership_id', 'key']).doNothing())
      .returning(['id', 'key', 'not_before'])
      .execute()
    for (const { key } of kept) queued.add(key)
    const due = kept.map((row) => ({ partnership_id: partnershipId, message_id: row.id, due_at: row.not_before }))
    if (due.length > 0) await tx.insertInto('message_due').values(due).execute()
  }
  return queued
}

/**
 * Takes back a message that has not ended, by its key: what it asks for was done meanwhile.
 *
 * @returns false when there is none to take back. One that is on its way at this very moment may still arrive
 */
export async function withdrawMessage(
  tx: Tx,
  { now }: Pick<World, 'now'>,
  partnershipId: PartnershipId,
  key: string,
): Promise<boolean> {
  const waiting = await tx
    .selectFrom('message_due')
    .innerJoin('message', (on) =>
      on
        .onRef('message.partnership_id', '=', 'message_due.partnership_id')
        .onRef('message.id', '=', 'message_due.message_id'),
    )
    .select('message.id')
    .where('message.key', '=', key)
    .executeTakeFirst()
  if (!waiting) return false
  return endMessage(tx, partnershipId, waiting.id as MessageId, 'withdrawn', now())
}

/** Notes how a message ended, and takes the words of a secret one away; false when it had ended before. */
export async function endMessage(
  tx: Tx,
  partnershipId: PartnershipId,
  id: MessageId,
  kind: MessageEnd,
  now: Temporal.Instant,
  words: 'blank-secret' | 'keep-secret' = 'blank-secret',
): Promise<boolean> {
  await tx.deleteFrom('message_due').where('message_id', '=', id).execute()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('message_end')
    .values({ partnership_id: partnershipId, message_id: id, at: now.toString(), kind })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (words === 'blank-secret') {
    await tx
      .updateTable('message')
      .set({ body: '', blanked_at: now.toString() })
      .where('id', '=', id)
      .where('is_secret', '=', true)
      .where('blanked_at', 'is', null)
      .execute()
  }
  return numInsertedOrUpdatedRows === 1n
}
