import type { PartnershipId } from '../../kernel/id.ts'
import type { Tx } from '../database/index.ts'

/**
 * Uses up a form's key in the change's own transaction. A second sending waits for the first to end, then gets its answer.
 *
 * @returns null the first time; later the answer the first sending got
 */
export async function useFormKey(
  tx: Tx,
  partnershipId: PartnershipId,
  key: string,
  answer: string,
  now: Temporal.Instant,
): Promise<string | null> {
  const used = await tx
    .insertInto('form_receipt')
    .values({ partnership_id: partnershipId, key, used_at: now.toString(), answer })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (used.numInsertedOrUpdatedRows === 1n) return null
  const earlier = await tx
    .selectFrom('form_receipt')
    .select('answer')
    .where('partnership_id', '=', partnershipId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return earlier.answer
}
