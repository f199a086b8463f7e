import type { ActionId, PlanId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import type { Member } from '../../people/index.ts'
import { findSteps, insertSteps } from './step.store.ts'
import { findWaits, insertWaits } from './wait.store.ts'

/**
 * Takes steps and waits along when actions are carried forward: steps that are not done go with their action; an action that waited
 * waits on, for what it waited for as that stands in the next plan, or for itself where it was not carried. What was done is waited for
 * no more.
 */
export async function carryWaits(
  tx: Tx,
  world: World,
  by: Member,
  planId: PlanId,
  carried: readonly { readonly actionId: ActionId; readonly fromId: ActionId }[],
): Promise<void> {
  const next = new Map(carried.map(({ actionId, fromId }) => [fromId, actionId]))
  const at = { by: by.person.id, at: world.now() }
  const steps = (await findSteps(tx, { planId }, at.at)).flatMap((step) => {
    const actionId = next.get(step.actionId)
    if (!actionId || step.done) return []
    return [{ was: step.id, step: { ...step, id: world.newId<'step'>(), actionId } }]
  })
  await insertSteps(
    tx,
    by.partnershipId,
    steps.map(({ step }) => step),
    at,
  )
  const nextStep = new Map(steps.map(({ was, step }) => [was, step.id]))
  const waits = (await findWaits(tx, { planId }, at.at)).flatMap(({ actionId, onActionId, onStepId, of, words }) => {
    const waiting = next.get(actionId)
    if (!waiting || of.isDone || of.ending === 'completed' || of.ending === 'sustained') return []
    const on = next.get(onActionId) ?? onActionId
    const step = onStepId && next.has(onActionId) ? (nextStep.get(onStepId) ?? null) : onStepId
    return [{ id: world.newId<'wait'>(), actionId: waiting, onActionId: on, onStepId: step, words }]
  })
  await insertWaits(tx, by.partnershipId, waits, at)
}
