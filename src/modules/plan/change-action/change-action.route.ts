import type { Problem } from '../../../design/index.ts'
import { type ActionId, parseId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { findDirectory, type Member, may, type Visitor } from '../../people/index.ts'
import { findAction } from '../action.store.ts'
import type { Announcements } from '../announcements.ts'
import { itemsOf } from '../answer-questions/answer-questions.ts'
import { isAskedOf, nextOpen } from '../answer-questions/question-groups.ts'
import { findParts, findPlan } from '../plan.store.ts'
import { type Action, isAdopted, type Plan } from '../plan.ts'
import { findRatingScheme } from '../schemes/rating-scheme.store.ts'
import { changeActionPage } from './change-action.page.tsx'
import { type ActionChange, type ChangeRefusal, changeAction, timescaleOf } from './change-action.ts'
import { type TypedAction, typedAs, typedIn } from './typed-action.ts'
import { colourInWords, endingInWords } from './typed-said.ts'
import { understoodInWords } from './understood-words.ts'

export function changeActionRoutes(world: World, announce: Announcements): readonly Route<Visitor>[] {
  const url = '/actions/:actionId/change'
  return [
    route({ method: 'GET', url, access: may('change-actions'), answer: (visit) => show(world, visit, []) }),
    route({ method: 'POST', url, access: may('change-actions'), answer: (visit) => save(world, announce, visit) }),
    route({
      method: 'POST',
      url: '/actions/:actionId/autosave',
      access: may('change-actions'),
      answer: (visit) => autosave(world, announce, visit),
    }),
    route({
      method: 'GET',
      url: '/actions/:actionId/understood',
      access: may('change-actions'),
      answer: (visit) => understand(world, visit),
    }),
  ]
}

async function save(world: World, announce: Announcements, visit: Visit<Member>): Promise<Answer> {
  const { visitor, params, form } = visit
  const actionId = parseId<'action'>(params.actionId ?? '')
  if (!actionId) return notFound
  const typed = typedIn(form)
  const from = words(form, 'from')
  const next = from === '' ? null : await wayBack(world, visitor, actionId, from)
  const changed = await changeAction(world, visitor, announce, changeOf(visit, actionId))
  if (!changed.ok) {
    return changed.refusal.kind === 'not-found' ? notFound : show(world, visit, [problemOf(changed.refusal)], typed)
  }
  const { planId } = changed.value
  const plan = await inScope(world.db, visitor, (tx) => findPlan(tx, planId))
  if (plan && isAdopted(plan)) return redirect(`/actions/${actionId}?done=changed`)
  return redirect(next ?? reviewOf(planId, actionId))
}

/** Keeps one field of a draft's action as soon as it is left, and answers what the script says beside it. */
async function autosave(world: World, announce: Announcements, visit: Visit<Member>): Promise<Answer> {
  const actionId = parseId<'action'>(visit.params.actionId ?? '')
  const known = actionId && (await findDraftAction(world, visit.visitor, actionId))
  if (!known) return notFound
  const changed = await changeAction(world, visit.visitor, announce, changeOf(visit, known.id))
  if (!changed.ok) {
    if (changed.refusal.kind === 'not-found') return notFound
    return { kind: 'data', value: { problem: problemOf(changed.refusal).message } }
  }
  return { kind: 'data', value: { version: changed.value.version, said: 'Saved' } }
}

async function findDraftAction(world: World, visitor: Member, actionId: ActionId) {
  return inScope(world.db, visitor, async (tx) => {
    const action = await findAction(tx, actionId)
    const plan = action && (await findPlan(tx, action.planId))
    return plan && !isAdopted(plan) ? action : null
  })
}

function changeOf(visit: Visit<Member>, actionId: ActionId): ActionChange {
  const typed = typedIn(visit.form)
  return {
    ...typed,
    actionId,
    version: Number(words(visit.form, 'version')),
    formKey: formKey(visit.form),
    partId: parseId<'part'>(typed.partId),
    leadGroupId: parseId<'body'>(typed.leadGroupId),
    leadPersonIds: typed.leadPersonIds.flatMap((id) => parseId<'person'>(id) ?? []),
  }
}

async function show(
  world: World,
  { visitor, params, query, form }: Visit<Member>,
  problems: readonly Problem[],
  typed?: TypedAction,
): Promise<Answer> {
  const actionId = parseId<'action'>(params.actionId ?? '')
  if (!actionId) return notFound
  const found = await inScope(world.db, visitor, async (tx) => {
    const action = await findAction(tx, actionId)
    const plan = action && (await findPlan(tx, action.planId))
    if (!action || !plan) return null
    const questions = (await itemsOf(tx, plan)).filter(isAskedOf(actionId))
    const parts = await findParts(tx, plan.id)
    const scheme = await findRatingScheme(tx, plan.ratingSchemeId)
    return { action, plan, parts, scheme, directory: await findDirectory(tx), questions }
  })
  if (!found) return notFound
  const from = keyOf(words(form, 'from') || (query.from ?? ''))
  const view = {
    ...found,
    once: world.newId(),
    problems,
    typed: typed ?? typedAs(found.action),
    timescale: typed ? timescaleOf(typed.timescale, found.action, found.plan.period) : found.action.timescale,
    from,
    backTo: from && !isAdopted(found.plan) ? questionOf(found.plan.id, from) : backFrom(found.plan, found.action),
  }
  return page(changeActionPage(visitor, view), problems.length > 0 ? 422 : 200)
}

/** What the words of a field are understood as, for the script that shows it: the ending in a comment once it is kept, others at once. */
async function understand(world: World, { visitor, params, query }: Visit<Member>): Promise<Answer> {
  const actionId = parseId<'action'>(params.actionId ?? '')
  const found = actionId && (await inScope(world.db, visitor, (tx) => findAction(tx, actionId)))
  if (!found) return notFound
  if (query.field === 'narrative') return { kind: 'data', value: { words: endingInWords(found.said.disposal) } }
  const asked = (query.words ?? '').slice(0, LONGEST_ASKED).trim()
  if (query.field === 'rating') return { kind: 'data', value: { words: colourInWords(asked) } }
  const plan = await inScope(world.db, visitor, (tx) => findPlan(tx, found.planId))
  return { kind: 'data', value: { words: understoodInWords(timescaleOf(asked, found, plan?.period ?? null)) } }
}

const LONGEST_ASKED = 500

/** Back to the list of questions: to the one that led here, or, should it be settled now, to the next. */
async function wayBack(world: World, visitor: Member, actionId: ActionId, key: string): Promise<string | null> {
  return inScope(world.db, visitor, async (tx) => {
    const action = await findAction(tx, actionId)
    const plan = action && (await findPlan(tx, action.planId))
    if (!plan || keyOf(key) === '') return null
    const next = nextOpen(await itemsOf(tx, plan), (item) => item.key === key)
    return `${questionsOf(plan.id)}?was=${key}${next ? `&next=${next.key}` : ''}`
  })
}

function problemOf(refusal: Exclude<ChangeRefusal, { kind: 'not-found' }>): Problem {
  switch (refusal.kind) {
    case 'text-missing':
      return { field: 'text', message: 'Say what will be done' }
    case 'reason-missing':
      return { field: 'because', message: 'Say why its measure or timescale changes, and who agreed to it' }
    case 'changed-meanwhile':
      return {
        field: 'text',
        message: 'Somebody else changed this action meanwhile. Look at the words below and save again',
      }
    case 'plan-closed':
      return { field: 'text', message: refusal.why }
    case 'form-expired':
      return { field: 'text', message: 'The page was open for too long. Look at the words below and save again' }
  }
}

function backFrom(plan: Plan, action: Action): string {
  return isAdopted(plan) ? `/actions/${action.id}` : `/plans/${plan.id}/review?at=${action.id}#action-${action.id}`
}

function reviewOf(planId: string, actionId: string): string {
  return `/plans/${planId}/review?done=action&at=${actionId}#action-${actionId}`
}

function questionsOf(planId: string): string {
  return `/plans/${planId}/review/questions`
}

function questionOf(planId: string, key: string): string {
  return `${questionsOf(planId)}?at=${key}#q-${key}`
}

function keyOf(given: string): string {
  return /^[0-9a-f]{24}$/.test(given) ? given : ''
}
