import type { ActionId, PlanId, StepId, WaitId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, type Tx } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import type { Member } from '../../../people/index.ts'
import { type Action, findAction, findActions, findPlan, isAdopted, lockPlan } from '../../../plan/index.ts'
import { circleClosedBy } from '../circle.ts'
import { findSteps } from '../step.store.ts'
import { endWaits, findStandingPairs, findWaits, insertWaits } from '../wait.store.ts'
import { insertRefusal } from '../wait-refusal.store.ts'

export type WaitRefusal =
  | { readonly kind: 'not-found' | 'form-expired' | 'nothing-chosen' | 'known-already' }
  /** the actions of the circle by their references, from the one that would wait, back to it */
  | { readonly kind: 'circle'; readonly circle: readonly string[] }
type Kept = Result<undefined, WaitRefusal>

/** An action, or one step of it. */
export type WaitTarget = { readonly actionId: ActionId; readonly stepId: StepId | null }

type PlanAction = Action & { readonly planId: PlanId }
type OfAction = { readonly actionId: ActionId; readonly formKey: string | null }

/** Says that an action waits for another of its plan, or for a step of it; with the words that say so, where some do. */
export async function addWait(
  world: World,
  by: Member,
  { on, words, ...of }: OfAction & { readonly on: WaitTarget | null; readonly words: string | null },
): Promise<Kept> {
  if (!on) return refuse({ kind: 'nothing-chosen' })
  return onAction(world, by, of, async (tx, action) => {
    const target = await findAction(tx, on.actionId)
    if (!target || target.planId !== action.planId) return { kind: 'not-found' }
    const step =
      on.stepId && (await findSteps(tx, { actionId: target.id }, world.now())).find(({ id }) => id === on.stepId)
    if (on.stepId && !step) return { kind: 'not-found' }
    const standing = await findWaits(tx, { actionIds: [action.id] }, world.now())
    const isSame = standing.some(
      (wait) => wait.actionId === action.id && wait.onActionId === target.id && wait.onStepId === on.stepId,
    )
    if (isSame) return { kind: 'known-already' }
    const circle = circleClosedBy(await findStandingPairs(tx), { from: action.id, on: target.id })
    if (circle) return { kind: 'circle', circle: await namesOf(tx, action, circle) }
    const wait = { id: world.newId<'wait'>(), actionId: action.id, onActionId: target.id, onStepId: on.stepId, words }
    await insertWaits(tx, by.partnershipId, [wait], { by: by.person.id, at: world.now() })
    return {
      what: 'said that the action waits for another',
      after: { for: nameOf(target), ...(step && { step: step.name }), ...(words && { words }) },
    }
  })
}

/** Says that an action waits no more for something. */
export async function endWait(
  world: World,
  by: Member,
  { waitId, ...of }: OfAction & { waitId: WaitId },
): Promise<Kept> {
  return onAction(world, by, of, async (tx, action) => {
    const wait = (await findWaits(tx, { actionIds: [action.id] }, world.now())).find(
      ({ id, actionId }) => id === waitId && actionId === action.id,
    )
    if (!wait) return { kind: 'not-found' }
    await endWaits(tx, [wait.id], { by: by.person.id, at: world.now() })
    const before = { for: wait.on ? nameOf(wait.on) : wait.onActionId, ...(wait.step && { step: wait.step }) }
    return { what: 'said that the action waits no more', before }
  })
}

/** Says that words which seem to say so do not make an action wait for another. */
export async function refuseProposal(
  world: World,
  by: Member,
  { onActionId, ...of }: OfAction & { readonly onActionId: ActionId },
): Promise<Kept> {
  return onAction(world, by, of, async (tx, action) => {
    const target = await findAction(tx, onActionId)
    if (!target || target.planId !== action.planId) return { kind: 'not-found' }
    const at = { by: by.person.id, at: world.now() }
    await insertRefusal(tx, by.partnershipId, { actionId: action.id, onActionId }, at)
    return { what: 'said that the action does not wait for another', after: { for: nameOf(target) } }
  })
}

type Change = { readonly what: string; readonly before?: object; readonly after?: object }

/** One change of what an action waits for. The plan is held, so that two changes at once cannot close a circle between them. */
async function onAction(
  world: World,
  by: Member,
  { actionId, formKey }: OfAction,
  change: (tx: Tx, action: PlanAction) => Promise<Change | WaitRefusal>,
): Promise<Kept> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Kept> => {
    const action = await findAction(tx, actionId)
    const plan = action && (await findPlan(tx, action.planId))
    if (!action || !plan || !isAdopted(plan)) return refuse({ kind: 'not-found' })
    await lockPlan(tx, plan.id)
    if (await useFormKey(tx, by.partnershipId, formKey, 'wait', world.now())) return ok()
    const changed = await change(tx, action)
    if ('kind' in changed) return refuse(changed)
    await recordChange(tx, world, by, { ...changed, subject: { kind: 'action', id: actionId } })
    return ok()
  })
}

async function namesOf(tx: Tx, action: PlanAction, circle: readonly ActionId[]): Promise<readonly string[]> {
  const byId = new Map((await findActions(tx, action.planId)).map((one) => [one.id, one]))
  return [...circle, circle[0]].map((id) => {
    const one = id && byId.get(id)
    return one ? nameOf(one) : 'an action of another plan'
  })
}

function nameOf({ ref, text }: { readonly ref: string | null; readonly text: string }): string {
  return ref ?? (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text)
}
