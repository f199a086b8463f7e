import type { MessageId, PartnershipId } from '../../kernel/id.ts'
import type { Tx } from '../database/index.ts'
import type { World } from '../world.ts'
import type { Message, MessageEnd } from './message.ts'

/**
 * Queues a message in the transaction of what causes it: it goes out if that is kept, and not otherwise.
 *
 * @returns false when the partnership has queued one of this key before, whatever became of it; then nothing is done
 */
export async function queueMessage(
  tx: Tx,
  { now, newId }: Pick<World, 'now' | 'newId'>,
  partnershipId: PartnershipId,
  message: Message,
): Promise<boolean> {
  const id = newId<'message'>()
  const queuedAt = now().toString()
  const notBefore = message.notBefore?.toString() ?? queuedAt
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('message')
    .values({
      partnership_id: partnershipId,
      id,
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
      not_before: notBefore,
      expires_at: message.expiresAt?.toString() ?? null,
    })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'key']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await tx
    .insertInto('message_due')
    .values({ partnership_id: partnershipId, message_id: id, due_at: notBefore })
    .execute()
  return true
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
