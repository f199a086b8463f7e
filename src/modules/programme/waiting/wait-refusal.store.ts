import type { ActionId, PartnershipId, PersonId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { NewWait } from './wait.store.ts'

/** The actions that an action was said not to wait for, whatever words seem to say so. */
export async function findRefusals(tx: Tx, actionId: ActionId): Promise<ReadonlySet<ActionId>> {
  const rows = await tx
    .selectFrom('action_wait_refusal')
    .select('on_action_id')
    .where('action_id', '=', actionId)
    .limit(1000)
    .execute()
  return new Set(rows.map((row) => row.on_action_id as ActionId))
}

export async function insertRefusal(
  tx: Tx,
  partnershipId: PartnershipId,
  { actionId, onActionId }: Pick<NewWait, 'actionId' | 'onActionId'>,
  { by, at }: { readonly by: PersonId; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('action_wait_refusal')
    .values({
      partnership_id: partnershipId,
      action_id: actionId,
      on_action_id: onActionId,
      refused_at: at.toString(),
      refused_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
