import { inBatches, type Tx } from '../../platform/database/index.ts'
import type { World } from '../../platform/world.ts'
import { recordChanges } from '../audit/index.ts'
import type { Member } from '../people/index.ts'
import { actionChange } from './action-change.ts'
import { type ActionSaid, saveActionContents } from './action-versions.store.ts'

/** Writes the next version of each of these actions, and the audit entry that shows its before and after. */
export async function keepVersions(
  tx: Tx,
  world: World,
  by: Member,
  what: string,
  said: readonly ActionSaid[],
  reason = '',
): Promise<void> {
  await saveActionContents(tx, by.partnershipId, said, by.person.id, world.now())
  const changes = said.map(({ action, content }) => ({
    ...actionChange(what, action, content),
    ...(reason && { reason }),
  }))
  for (const some of inBatches(changes)) await recordChanges(tx, world, by, some)
}
