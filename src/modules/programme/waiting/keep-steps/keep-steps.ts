import type { ActionId, StepId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, type Tx } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import { today, type World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import type { Member } from '../../../people/index.ts'
import { findAction, findPlan, isAdopted, lockAction } from '../../../plan/index.ts'
import { mayReport } from '../../reporters.ts'
import { findSteps, insertStepDone, insertSteps, insertVersions, type Step, undoStepDone } from '../step.store.ts'
import { checkDone, checkStep, type StepProblems } from './check-step.ts'

export type StepRefusal =
  | { readonly kind: 'not-found' | 'form-expired' | 'changed-meanwhile' | 'too-many' }
  | StepProblems
type Kept = Result<undefined, StepRefusal>

/** More than these are a plan of their own. */
export const MOST_STEPS = 60

type Typed = { readonly name: string; readonly dueOn: string; readonly who: string }
type OfAction = { readonly actionId: ActionId; readonly formKey: string | null }
type OfStep = OfAction & { readonly stepId: StepId }

/** Adds a step to an action: by whoever writes its updates. */
export async function addStep(world: World, by: Member, { typed, ...of }: OfAction & { typed: Typed }): Promise<Kept> {
  const checked = checkStep(typed)
  if (!checked.ok) return checked
  return onSteps(world, by, of, async (tx, steps) => {
    if (steps.length >= MOST_STEPS) return 'too-many'
    const step = { ...checked.value, id: world.newId<'step'>(), actionId: of.actionId }
    await insertSteps(tx, by.partnershipId, [step], { by: by.person.id, at: world.now() })
    return { what: 'added a step', after: checked.value }
  })
}

/** Says a step anew: its name, its day, who does it. What it said before stays on record. */
export async function changeStep(
  world: World,
  by: Member,
  { typed, version, stepId, ...of }: OfStep & { typed: Typed; version: number },
): Promise<Kept> {
  const checked = checkStep(typed)
  if (!checked.ok) return checked
  return onStep(world, by, { stepId, ...of }, async (tx, step) => {
    if (step.version !== version) return 'changed-meanwhile'
    const next = { ...step, ...checked.value, version: version + 1, isRemoved: false }
    await insertVersions(tx, by.partnershipId, [next], { by: by.person.id, at: world.now() })
    return { what: 'changed a step', before: wordsOf(step), after: checked.value }
  })
}

/** Takes a step out. Whoever waited for it still waits, and is shown that it is gone. */
export async function removeStep(world: World, by: Member, of: OfStep): Promise<Kept> {
  return onStep(world, by, of, async (tx, step) => {
    const gone = { ...step, version: step.version + 1, isRemoved: true }
    await insertVersions(tx, by.partnershipId, [gone], { by: by.person.id, at: world.now() })
    return { what: 'took out a step', before: wordsOf(step) }
  })
}

/** Says that a step is done, on which day, and what shows it. */
export async function markStepDone(
  world: World,
  by: Member,
  { typed, ...of }: OfStep & { typed: { readonly doneOn: string; readonly words: string } },
): Promise<Kept> {
  const checked = checkDone(typed, today(world))
  if (!checked.ok) return checked
  return onStep(world, by, of, async (tx, step) => {
    if (step.done) return 'changed-meanwhile'
    const done = { id: world.newId<'step-done'>(), ...checked.value }
    await insertStepDone(tx, by.partnershipId, step, done, { by: by.person.id, at: world.now() })
    return { what: 'said that a step is done', after: { step: step.name, ...checked.value } }
  })
}

/** Takes back that a step is done. */
export async function undoStep(world: World, by: Member, of: OfStep): Promise<Kept> {
  return onStep(world, by, of, async (tx, step) => {
    if (!step.done) return 'changed-meanwhile'
    await undoStepDone(tx, step.id, { by: by.person.id, at: world.now() })
    return {
      what: 'took back that a step is done',
      before: { step: step.name, on: step.done.on, words: step.done.words },
    }
  })
}

type Change = { readonly what: string; readonly before?: object; readonly after?: object }
type Refused = 'not-found' | 'changed-meanwhile' | 'too-many'

function onStep(
  world: World,
  by: Member,
  { stepId, ...of }: OfStep,
  change: (tx: Tx, step: Step) => Promise<Change | Refused>,
): Promise<Kept> {
  return onSteps(world, by, of, async (tx, steps) => {
    const step = steps.find(({ id }) => id === stepId)
    return step ? change(tx, step) : 'not-found'
  })
}

/** One change of the steps of an action that somebody reports on, held until it is done, with its audit entry. */
async function onSteps(
  world: World,
  by: Member,
  { actionId, formKey }: OfAction,
  change: (tx: Tx, steps: readonly Step[]) => Promise<Change | Refused>,
): Promise<Kept> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Kept> => {
    const known = await findAction(tx, actionId)
    const plan = known && (await findPlan(tx, known.planId))
    if (!known || !plan || !isAdopted(plan) || !(await mayReport(tx, by, known))) return refuse({ kind: 'not-found' })
    await lockAction(tx, actionId)
    if (await useFormKey(tx, by.partnershipId, formKey, 'step', world.now())) return ok()
    const changed = await change(tx, await findSteps(tx, { actionId }, world.now()))
    if (typeof changed === 'string') return refuse({ kind: changed })
    const { what, before, after } = changed
    const subject = { kind: 'action', id: actionId } as const
    await recordChange(tx, world, by, { what, subject, ...(before && { before }), ...(after && { after }) })
    return ok()
  })
}

function wordsOf({ name, dueOn, who }: Step) {
  return { name, dueOn, who }
}
