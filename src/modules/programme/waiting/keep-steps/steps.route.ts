import { type ActionId, parseId } from '../../../../kernel/id.ts'
import type { Result } from '../../../../kernel/result.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { type Form, words } from '../../../../platform/http/form.ts'
import { formKey } from '../../../../platform/http/form-key.ts'
import {
  type Answer,
  notFound,
  page,
  type Route,
  redirect,
  route,
  type Visit,
} from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import { holds, type Member, may, type Visitor } from '../../../people/index.ts'
import { findAction, findActions, findPlan, isAdopted } from '../../../plan/index.ts'
import { mayReport } from '../../reporters.ts'
import { findSubmissionsOfAction } from '../../updates/update.store.ts'
import { addWait, endWait, refuseProposal, type WaitRefusal, type WaitTarget } from '../keep-waits/keep-waits.ts'
import { proposeWaits } from '../propose-waits.ts'
import { findSteps } from '../step.store.ts'
import { findStepsAndWaits } from '../steps-and-waits.ts'
import { findRefusals } from '../wait-refusal.store.ts'
import { addStep, changeStep, MOST_STEPS, markStepDone, removeStep, type StepRefusal, undoStep } from './keep-steps.ts'
import { stepsPage } from './steps.page.tsx'
import { ownOf, soleReferences, waitChoices } from './steps-view.ts'

const DONE: Readonly<Record<string, string>> = {
  step: 'The steps are kept',
  wait: 'What it waits for is kept',
}

/** The steps of an action and what it waits for: seen by whoever sees the action, kept by whoever reports on it or changes it. */
export function stepsRoutes(world: World): readonly Route<Visitor>[] {
  const step = (
    tail: string,
    keep: (visit: Visit<Member>, actionId: ActionId) => Promise<Result<undefined, StepRefusal>>,
  ) =>
    route({
      method: 'POST',
      url: `/actions/:actionId/steps${tail}`,
      access: may('write-updates'),
      answer: (visit: Visit<Member>) => kept(world, visit, 'step', keep),
    })
  const wait = (
    tail: string,
    keep: (visit: Visit<Member>, actionId: ActionId) => Promise<Result<undefined, WaitRefusal>>,
  ) =>
    route({
      method: 'POST',
      url: `/actions/:actionId/waits${tail}`,
      access: may('change-actions'),
      answer: (visit: Visit<Member>) => kept(world, visit, 'wait', keep),
    })
  return [
    route({
      method: 'GET',
      url: '/actions/:actionId/steps',
      access: may('read-plans'),
      answer: ({ visitor, params, query }) =>
        show(world, visitor, params.actionId, { flash: valueAt(DONE, query.done ?? '') ?? null }),
    }),
    step('', ({ visitor, form }, actionId) =>
      addStep(world, visitor, { actionId, formKey: formKey(form), typed: typedStep(form) }),
    ),
    step('/:stepId', ({ visitor, form, params }, actionId) =>
      changeStep(world, visitor, {
        ...ofStep(form, params, actionId),
        typed: typedStep(form),
        version: Number(words(form, 'version')),
      }),
    ),
    step('/:stepId/done', ({ visitor, form, params }, actionId) => {
      const typed = { doneOn: words(form, 'doneOn'), words: words(form, 'words') }
      return markStepDone(world, visitor, { ...ofStep(form, params, actionId), typed })
    }),
    step('/:stepId/undo', ({ visitor, form, params }, actionId) =>
      undoStep(world, visitor, ofStep(form, params, actionId)),
    ),
    step('/:stepId/removal', ({ visitor, form, params }, actionId) =>
      removeStep(world, visitor, ofStep(form, params, actionId)),
    ),
    wait('', ({ visitor, form }, actionId) =>
      addWait(world, visitor, {
        actionId,
        formKey: formKey(form),
        on: targetIn(words(form, 'on')),
        words: words(form, 'words').slice(0, 2000) || null,
      }),
    ),
    wait('/refusals', async ({ visitor, form }, actionId) => {
      const onActionId = parseId<'action'>(words(form, 'onAction'))
      if (!onActionId) return { ok: false, refusal: { kind: 'not-found' } }
      return refuseProposal(world, visitor, { actionId, formKey: formKey(form), onActionId })
    }),
    wait('/:waitId/end', async ({ visitor, form, params }, actionId) => {
      const waitId = parseId<'wait'>(params.waitId ?? '')
      if (!waitId) return { ok: false, refusal: { kind: 'not-found' } }
      return endWait(world, visitor, { actionId, formKey: formKey(form), waitId })
    }),
  ]
}

async function kept(
  world: World,
  visit: Visit<Member>,
  what: 'step' | 'wait',
  keep: (visit: Visit<Member>, actionId: ActionId) => Promise<Result<undefined, StepRefusal | WaitRefusal>>,
): Promise<Answer> {
  const actionId = parseId<'action'>(visit.params.actionId ?? '')
  if (!actionId) return notFound
  const done = await keep(visit, actionId)
  if (done.ok) return redirect(`/actions/${actionId}/steps?done=${what}`)
  if (done.refusal.kind === 'not-found') return notFound
  const { stepId } = visit.params
  const problems = problemsOf(done.refusal).map(({ field, message }) => ({
    field: stepId && parseId(stepId) ? `${field}-${ownOf(stepId)}` : field,
    message,
  }))
  return show(world, visit.visitor, actionId, { problems, form: visit.form })
}

function problemsOf(
  refusal: StepRefusal | WaitRefusal,
): readonly { readonly field: string; readonly message: string }[] {
  switch (refusal.kind) {
    case 'problems':
      return refusal.problems
    case 'circle':
      return [{ field: 'on', message: `That would go round in a circle: ${refusal.circle.join(' waits for ')}` }]
    case 'nothing-chosen':
      return [{ field: 'on', message: 'Choose what it waits for' }]
    case 'known-already':
      return [{ field: 'on', message: 'It is known to wait for that already' }]
    case 'too-many':
      return [{ field: 'name', message: `An action has ${MOST_STEPS} steps at most` }]
    case 'changed-meanwhile':
      return [{ field: 'name', message: 'Somebody changed the step meanwhile. Look at it again' }]
    default:
      return [{ field: 'name', message: 'The page was open for too long. What you typed is kept: send it again' }]
  }
}

function typedStep(form: Form) {
  return { name: words(form, 'name').replaceAll(/\s+/g, ' '), dueOn: words(form, 'dueOn'), who: words(form, 'who') }
}

function ofStep(form: Form, params: Readonly<Record<string, string>>, actionId: ActionId) {
  // Words that are no id are the id of nothing.
  const stepId = parseId<'step'>(params.stepId ?? '') ?? parseId<'step'>('00000000-0000-0000-0000-000000000000')
  if (!stepId) throw new RangeError('The nil UUID is a UUID')
  return { actionId, formKey: formKey(form), stepId }
}

/** Reads `action:ID` or `step:ID:ID`. */
function targetIn(text: string): WaitTarget | null {
  const [kind, action = '', step = ''] = text.split(':')
  const actionId = parseId<'action'>(action)
  if (!actionId) return null
  if (kind === 'action') return { actionId, stepId: null }
  const stepId = parseId<'step'>(step)
  return kind === 'step' && stepId ? { actionId, stepId } : null
}

type Shown = {
  readonly flash?: string | null
  readonly problems?: readonly { readonly field: string; readonly message: string }[]
  readonly form?: Form
}

async function show(world: World, visitor: Member, id: string | undefined, shown: Shown): Promise<Answer> {
  const actionId = parseId<'action'>(id ?? '')
  if (!actionId) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const action = await findAction(tx, actionId)
    const plan = action && (await findPlan(tx, action.planId))
    if (!action || !plan || !isAdopted(plan)) return notFound
    const now = { today: today(world), at: world.now() }
    const of = await findStepsAndWaits(tx, actionId, now)
    const mayKeepWaits = holds(visitor, 'change-actions')
    const actions = mayKeepWaits ? await findActions(tx, plan.id) : []
    const refused = mayKeepWaits ? await findRefusals(tx, actionId) : new Set<ActionId>()
    const known = new Set(of.waitsFor.map(({ onActionId }) => onActionId))
    const told = mayKeepWaits ? await findSubmissionsOfAction(tx, actionId) : []
    const said = [action.text, action.measure ?? '', action.timescale?.text ?? '', action.said.narrative ?? '']
    const texts = [...said, ...told.map(({ narrative }) => narrative)]
    const view = {
      plan,
      action,
      of,
      proposals: proposeWaits(texts, soleReferences(actions), actionId).filter(
        ({ onId }) => !known.has(onId) && !refused.has(onId),
      ),
      choices: waitChoices(actions, mayKeepWaits ? await findSteps(tx, { planId: plan.id }, now.at) : [], actionId),
      mayKeepSteps: await mayReport(tx, visitor, action),
      mayKeepWaits,
    }
    const { problems = [], form, flash = null } = shown
    const html = stepsPage(visitor, view, { once: world.newId(), problems, typed: form ? typedIn(form) : {} }, flash)
    return page(html, problems.length > 0 ? 422 : 200)
  })
}

function typedIn(form: Form): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['name', 'dueOn', 'who', 'doneOn', 'words', 'on'].map((field) => [field, words(form, field)]),
  )
}
