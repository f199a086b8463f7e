import { sql } from 'kysely'
import type { ActionId, PartId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { World } from '../../platform/world.ts'
import type { Member } from '../people/index.ts'

/** Keeps where an action of an adopted plan stood before it was moved. */
export async function insertMove(
  tx: Tx,
  world: World,
  by: Member,
  { actionId, from, to }: { readonly actionId: ActionId; readonly from: PartId | null; readonly to: PartId },
): Promise<void> {
  await tx
    .insertInto('action_move')
    .values({
      partnership_id: by.partnershipId,
      id: world.newId<'action-move'>(),
      action_id: actionId,
      from_part: from,
      to_part: to,
      moved_at: world.now().toString(),
      moved_by: by.person.id,
    })
    .execute()
}

/** The part an action stood under at a moment: where the first move after it took it from, or where it stands. */
export function partAsAt(at: Temporal.Instant) {
  return sql<PartId | null>`(
    select case when moved.id is null then action.part_id else moved.from_part end
    from (select 1) here left join lateral (
      select id, from_part from action_move
      where action_move.action_id = action.id and moved_at > ${at.toString()} order by moved_at, id limit 1
    ) moved on true)`
}
