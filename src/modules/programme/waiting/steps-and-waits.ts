import { type Day, isBefore } from '../../../kernel/day.ts'
import type { ActionId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { findSteps, type Step } from './step.store.ts'
import { type ActionWait, findWaits } from './wait.store.ts'
import { waitedState } from './waited-state.ts'

/** The steps of one action, what it waits for and what waits for it, as they were known at a moment. */
export type StepsAndWaits = {
  readonly actionId: ActionId
  readonly today: Day
  readonly steps: readonly Step[]
  readonly waitsFor: readonly ActionWait[]
  readonly waitedForBy: readonly ActionWait[]
}

export async function findStepsAndWaits(
  tx: Tx,
  actionId: ActionId,
  { today, at }: { readonly today: Day; readonly at: Temporal.Instant },
): Promise<StepsAndWaits> {
  const waits = await findWaits(tx, { actionIds: [actionId] }, at)
  return {
    actionId,
    today,
    steps: await findSteps(tx, { actionId }, at),
    waitsFor: waits.filter((wait) => wait.actionId === actionId),
    waitedForBy: waits.filter((wait) => wait.onActionId === actionId),
  }
}

/** What is late of all that an action waits for. */
export function lateOf({ waitsFor, today }: Pick<StepsAndWaits, 'waitsFor' | 'today'>): readonly ActionWait[] {
  return waitsFor.filter(({ of }) => waitedState(of, today) === 'late')
}

/** The step of an action that is longest past its day and not done; null when none is. */
export async function findLateStep(
  tx: Tx,
  actionId: ActionId,
  { today, at }: { readonly today: Day; readonly at: Temporal.Instant },
): Promise<Step | null> {
  const steps = await findSteps(tx, { actionId }, at)
  return steps.find(({ done, dueOn }) => done === null && isBefore(dueOn, today)) ?? null
}
