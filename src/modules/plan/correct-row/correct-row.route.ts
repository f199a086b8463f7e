import { type ActionId, parseId } from '../../../kernel/id.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { findDirectory, type Member, may, type Visitor } from '../../people/index.ts'
import { findAction, findSetAsideAction } from '../action.store.ts'
import {
  type Correct,
  type Correction,
  changeDraft,
  type DraftRefusal,
  type RuleRefusal,
} from '../change-draft/change-draft.ts'
import { refusedCorrection } from '../change-draft/refused.ts'
import { joinAbove, setAside, split, takeBack } from '../corrections/correct-row.ts'
import type { Draft } from '../corrections/draft.ts'
import { rereadBy } from '../corrections/reread.ts'
import { findPlan } from '../plan.store.ts'
import { isAdopted } from '../plan.ts'
import { splitActionPage } from './split-action.page.tsx'

/** What a manager does to a row of a draft: it is no action, it goes on from the one above, it is two. */
export function correctRowRoutes(world: World): readonly Route<Visitor>[] {
  const url = '/actions/:actionId'
  return [
    route({
      method: 'POST',
      url: `${url}/correction`,
      access: may('prepare-plans'),
      answer: (visit) => correct(world, visit),
    }),
    route({
      method: 'POST',
      url: `${url}/return`,
      access: may('prepare-plans'),
      answer: (visit) => bringBack(world, visit),
    }),
    route({
      method: 'GET',
      url: `${url}/split`,
      access: may('prepare-plans'),
      answer: (visit) => askHowToSplit(world, visit),
    }),
    route({
      method: 'POST',
      url: `${url}/split`,
      access: may('prepare-plans'),
      answer: (visit) => splitAction(world, visit),
    }),
  ]
}

async function correct(world: World, visit: Visit<Member>): Promise<Answer> {
  const step = words(visit.form, 'step')
  if (step !== 'set-aside' && step !== 'join') return notFound
  return correctAction(world, visit, async (draft, id, plan, tx) => {
    if (step === 'set-aside') return setAside(draft, id)
    return joinAbove(draft, id, rereadBy(plan.period, draft.actions, await findDirectory(tx)))
  })
}

async function splitAction(world: World, visit: Visit<Member>): Promise<Answer> {
  const text = words(visit.form, 'text')
  const pieces = text.split(/\n[ \t]*\n/)
  return correctAction(
    world,
    visit,
    async (draft, id) => split(draft, id, pieces, () => world.newId<'action'>()),
    (refusal) => (refusal.kind === 'nothing-to-split' ? askHowToSplit(world, visit, text) : refusedCorrection(refusal)),
  )
}

async function bringBack(world: World, visit: Visit<Member>): Promise<Answer> {
  const { visitor, params, form } = visit
  const actionId = parseId<'action'>(params.actionId ?? '')
  const known = actionId && (await inScope(world.db, visitor, (tx) => findSetAsideAction(tx, actionId)))
  if (!known) return notFound
  const { planId } = known
  const changed = await changeDraft(world, visitor, { planId, formKey: formKey(form) }, async (draft, _, tx) => {
    const action = await findSetAsideAction(tx, known.id)
    return action ? takeBack(draft, action, before(draft, action.source?.rows?.[0])) : refuse({ kind: 'not-found' })
  })
  return changed.ok ? redirect(reviewAt(planId, known.id)) : refusedCorrection(changed.refusal)
}

/** The last action that stands before a row of the document. */
function before({ actions }: Draft, row = Number.POSITIVE_INFINITY): ActionId | null {
  return actions.findLast(({ source }) => (source?.rows?.[0] ?? Number.POSITIVE_INFINITY) < row)?.id ?? null
}

type CorrectAction = (
  draft: Draft,
  id: ActionId,
  plan: Parameters<Correct>[1],
  tx: Parameters<Correct>[2],
) => Promise<Result<Correction, RuleRefusal>>

/** Corrects one action of a draft, as the visitor saw it; what somebody else changed meanwhile is refused. */
async function correctAction(
  world: World,
  visit: Visit<Member>,
  rule: CorrectAction,
  whenRefused: (refusal: DraftRefusal) => Answer | Promise<Answer> = refusedCorrection,
): Promise<Answer> {
  const { visitor, params, form } = visit
  const actionId = parseId<'action'>(params.actionId ?? '')
  const known = actionId && (await inScope(world.db, visitor, (tx) => findAction(tx, actionId)))
  if (!known) return notFound
  const { planId, id } = known
  const seen = Number(words(form, 'version'))
  let next: ActionId | null = id
  const changed = await changeDraft(world, visitor, { planId, formKey: formKey(form) }, async (draft, plan, tx) => {
    const at = draft.actions.findIndex((action) => action.id === id)
    if (draft.actions[at]?.version !== seen) return refuse({ kind: 'changed-meanwhile' })
    const corrected = await rule(draft, id, plan, tx)
    const stays = corrected.ok && corrected.value.draft.actions.some((action) => action.id === id)
    next = stays ? id : (draft.actions[at - 1]?.id ?? draft.actions[at + 1]?.id ?? null)
    return corrected
  })
  return changed.ok ? redirect(reviewAt(planId, next)) : whenRefused(changed.refusal)
}

function reviewAt(planId: string, actionId: string | null): string {
  return `/plans/${planId}/review?done=corrected${actionId ? `&at=${actionId}#action-${actionId}` : ''}`
}

/** The form of a split; `typed` is what was sent with no cut in it. */
async function askHowToSplit(
  world: World,
  { visitor, params }: Visit<Member>,
  typed: string | null = null,
): Promise<Answer> {
  const actionId = parseId<'action'>(params.actionId ?? '')
  const found = await inScope(world.db, visitor, async (tx) => {
    const action = actionId && (await findAction(tx, actionId))
    const plan = action && (await findPlan(tx, action.planId))
    return action && plan ? { action, plan } : null
  })
  if (!found) return notFound
  if (isAdopted(found.plan)) return redirect(`/actions/${found.action.id}`)
  return page(splitActionPage(visitor, { ...found, once: world.newId(), typed }), typed === null ? 200 : 422)
}
