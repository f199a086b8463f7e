import type { ActionId, PlanId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChanges } from '../../audit/index.ts'
import type { Member } from '../../people/index.ts'
import type { DisposalKind, DisposalProblem } from '../year-end/disposal.ts'
import { circleClosedBy } from './circle.ts'
import { endWaits, findStandingPairs, findWaits, insertWaits } from './wait.store.ts'

/** What can become of those who wait for an action that ends without being done. */
export const WAITER_ANSWERS = ['release', 'follow', 'keep'] as const
export type WaiterAnswer = (typeof WAITER_ANSWERS)[number]

type Ending = {
  readonly actionId: ActionId
  readonly kind: DisposalKind
  readonly intoId: ActionId | null
  readonly answer: string
}

/**
 * Does for those who wait for an action what was said of them as it ends: they wait no more, wait for the action it became part of, or
 * go on waiting. One that was done leaves nothing to say: what they waited for is there.
 *
 * @returns what is missing; null when all is done
 */
export async function settleWaiters(
  tx: Tx,
  world: World,
  by: Member,
  { actionId, kind, intoId, answer }: Ending,
): Promise<DisposalProblem | null> {
  if (kind === 'completed' || kind === 'sustained') return null
  const all = await findWaits(tx, { actionIds: [actionId] }, world.now())
  const waits = all.filter((wait) => wait.onActionId === actionId)
  if (waits.length === 0) return null
  const chosen = WAITER_ANSWERS.find((one) => one === answer)
  if (!chosen) return { field: 'waiting', message: 'Say what becomes of the actions that wait for it' }
  if (chosen === 'keep') return null
  if (chosen === 'follow' && !intoId) {
    return { field: 'waiting', message: 'They can follow it only where it became part of another action' }
  }
  const at = { by: by.person.id, at: world.now() }
  await endWaits(
    tx,
    waits.map(({ id }) => id),
    at,
  )
  if (chosen === 'follow' && intoId) {
    const standing = await findStandingPairs(tx)
    const waiters = [...new Set(waits.map((wait) => wait.actionId))]
    const known = new Set(standing.filter(({ on }) => on === intoId).map(({ from }) => from))
    const follow = waiters.filter((from) => !known.has(from) && circleClosedBy(standing, { from, on: intoId }) === null)
    const made = follow.map((from) => ({
      id: world.newId<'wait'>(),
      actionId: from,
      onActionId: intoId,
      onStepId: null,
      words: null,
    }))
    await insertWaits(tx, by.partnershipId, made, at)
  }
  const what =
    chosen === 'follow' ? 'waits for the action that another became part of' : 'waits no more for an action that ended'
  await recordChanges(
    tx,
    world,
    by,
    waits.map((wait) => ({
      what,
      subject: { kind: 'action', id: wait.actionId },
      before: { for: wait.on?.ref ?? wait.on?.text ?? wait.onActionId },
    })),
  )
  return null
}

/** The actions of a plan that others wait for. */
export async function findWaitedFor(tx: Tx, world: Pick<World, 'now'>, planId: PlanId): Promise<ReadonlySet<ActionId>> {
  return new Set((await findWaits(tx, { planId }, world.now())).map(({ onActionId }) => onActionId))
}
