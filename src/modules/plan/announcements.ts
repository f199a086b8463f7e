import type { ActionId, PlanId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { World } from '../../platform/world.ts'
import type { Member } from '../people/index.ts'

/** What this module tells those above it, in the same transaction; the composition root ties the ends together. */
export type Announcements = {
  readonly planAdopted: (world: World, tx: Tx, by: Member, planId: PlanId) => Promise<void>
  readonly actionChanged: (world: World, tx: Tx, by: Member, planId: PlanId, actionId: ActionId) => Promise<void>
  /** an action of an adopted plan became two: the one that is new, and the one it was part of */
  readonly actionSplit: (
    world: World,
    tx: Tx,
    by: Member,
    pair: { actionId: ActionId; fromId: ActionId },
  ) => Promise<void>
  /** asked before an action of an adopted plan changes: why it may not, because the plan's year is closed; null while it is open */
  readonly whyClosed: (tx: Tx, planId: PlanId) => Promise<string | null>
}
