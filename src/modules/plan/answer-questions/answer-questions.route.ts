import { type PlanId, parseId } from '../../../kernel/id.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { inScope } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { findActions } from '../action.store.ts'
import { actionLabel } from '../add-action/action-label.ts'
import { findParts, findPlan } from '../plan.store.ts'
import { isAdopted } from '../plan.ts'
import { findReadingOfPlan } from '../reading.store.ts'
import { type AnswerRefusal, answerQuestions, type Which, withdrawAnswer } from './answer-questions.ts'
import { nextOpen } from './question-groups.ts'
import { questionsPage } from './questions.page.tsx'
import { type AnswerKind, findAnswers } from './review-answer.store.ts'
import { reviewItems } from './review-item.ts'

const URL = '/plans/:planId/review/questions'

export function answerQuestionsRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({ method: 'GET', url: URL, access: may('prepare-plans'), answer: (visit) => show(world, visit) }),
    route({
      method: 'POST',
      url: `${URL}/answer`,
      access: may('prepare-plans'),
      answer: (visit) => answer(world, visit),
    }),
    route({
      method: 'POST',
      url: `${URL}/again`,
      access: may('prepare-plans'),
      answer: (visit) => openAgain(world, visit),
    }),
  ]
}

async function show(world: World, { visitor, params, query }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  const found = planId && (await findDraft(world, visitor, planId))
  if (!found) return notFound
  const { plan, actions, reading, items } = found
  if (isAdopted(plan)) return redirect(`/plans/${plan.id}`)
  if (query.was) {
    const place = [query.was, query.next].find((key) => items.some((item) => item.key === key && item.answer === null))
    return redirect(`/plans/${plan.id}/review/questions?done=saved${place ? `&at=${place}#q-${place}` : ''}`)
  }
  return page(
    questionsPage(visitor, {
      plan,
      items,
      showing: query.show === 'all' ? 'all' : 'open',
      at: query.at ?? null,
      claims: reading?.result.claims ?? [],
      actionLabels: items.some(({ kind }) => kind === 'passage') ? actions.map(actionLabel) : [],
      once: world.newId(),
      flash: valueAt(FLASHES, query.done ?? '') ?? null,
      done: items.find(({ key, answer: given }) => key === query.done && given !== null) ?? null,
      problems: [],
    }),
  )
}

const FLASHES: Readonly<Record<string, string>> = {
  saved: 'The action is saved',
  placed: 'The passage is in its action',
}

async function findDraft(world: World, visitor: Member, planId: PlanId) {
  return inScope(world.db, visitor, async (tx) => {
    const plan = await findPlan(tx, planId)
    if (!plan) return null
    const reading = await findReadingOfPlan(tx, planId)
    const [parts, actions] = [await findParts(tx, planId), await findActions(tx, planId)]
    const draft = { plan, parts, actions, reading: reading?.result ?? null }
    return { plan, actions, reading, items: reviewItems(draft, await findAnswers(tx, planId)) }
  })
}

async function answer(world: World, visit: Visit<Member>): Promise<Answer> {
  const { visitor, params, form } = visit
  const planId = parseId<'plan'>(params.planId ?? '')
  const given = answerKind(words(form, 'answer'))
  if (!planId || !given) return notFound
  const which = whichOf(visit)
  const answered = await answerQuestions(world, visitor, { planId, which, answer: given })
  if (!answered.ok) return refused(answered.refusal)
  const isDone = (item: { key: string; code: string }) =>
    'key' in which ? item.key === which.key : item.code === which.code
  const next = nextOpen(answered.value, isDone)
  const done = 'key' in which ? `done=${encodeURIComponent(which.key)}` : ''
  const at = next ? `&at=${next.key}#q-${next.key}` : ''
  return redirect(`/plans/${planId}/review/questions?${done}${at}`)
}

async function openAgain(world: World, visit: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(visit.params.planId ?? '')
  if (!planId) return notFound
  const which = whichOf(visit)
  const opened = await withdrawAnswer(world, visit.visitor, { planId, which })
  if (!opened.ok) return refused(opened.refusal)
  const key = 'key' in which ? encodeURIComponent(which.key) : null
  return redirect(`/plans/${planId}/review/questions${key === null ? '' : `?at=${key}#q-${key}`}`)
}

function whichOf({ form }: Visit<Member>): Which {
  const code = words(form, 'code')
  return code === '' ? { key: words(form, 'key') } : { code }
}

function answerKind(given: string): AnswerKind | null {
  switch (given) {
    case 'asked-and-answered':
    case 'left-as-it-is':
    case 'nothing-to-keep':
      return given
    default:
      return null
  }
}

function refused(refusal: AnswerRefusal): Answer {
  return refusal.kind === 'not-found' ? notFound : redirect(`/plans/${refusal.planId}`)
}
