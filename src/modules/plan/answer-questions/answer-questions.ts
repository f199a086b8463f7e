import type { PlanId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { Member } from '../../people/index.ts'
import { findActions } from '../action.store.ts'
import { findParts, lockPlan } from '../plan.store.ts'
import { isAdopted, type Plan } from '../plan.ts'
import { findReadingOfPlan } from '../reading.store.ts'
import { type AnswerKind, findAnswers, insertAnswers, withdrawAnswers } from './review-answer.store.ts'
import { type ReviewItem, reviewItems } from './review-item.ts'

export type AnswerRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'adopted-already'; readonly planId: PlanId }

/** Which of the things to look at: one, or all open ones of a kind. */
export type Which = { readonly key: string } | { readonly code: string }

/** Records what somebody decided about questions or passages, with who and when; what is answered already stays as it is. */
export async function answerQuestions(
  world: World,
  by: Member,
  request: { readonly planId: PlanId; readonly which: Which; readonly answer: AnswerKind },
): Promise<Result<readonly ReviewItem[], AnswerRefusal>> {
  return inDraft(world, by, request.planId, async (tx, plan) => {
    const items = await itemsOf(tx, plan)
    const chosen = items.filter((item) => item.answer === null && isMeant(item, request.which))
    const answers = chosen.map(({ key }) => ({
      id: world.newId<'review-answer'>(),
      subject: key,
      kind: request.answer,
    }))
    const { partnershipId, person } = by
    await insertAnswers(tx, { partnershipId, planId: plan.id, by: person.id, now: world.now(), answers })
    await recordAnswer(tx, world, by, plan, `answered: ${request.answer.replaceAll('-', ' ')}`, chosen)
    return items
  })
}

/** Takes an answer back, or all of a kind: the question is open again. */
export async function withdrawAnswer(
  world: World,
  by: Member,
  request: { readonly planId: PlanId; readonly which: Which },
): Promise<Result<readonly ReviewItem[], AnswerRefusal>> {
  return inDraft(world, by, request.planId, async (tx, plan) => {
    const items = await itemsOf(tx, plan)
    const chosen = items.filter((item) => item.answer !== null && isMeant(item, request.which))
    const keys = chosen.map(({ key }) => key)
    await withdrawAnswers(tx, plan.id, keys, by.person.id, world.now())
    await recordAnswer(tx, world, by, plan, 'opened again', chosen)
    return items
  })
}

function isMeant(item: ReviewItem, which: Which): boolean {
  return 'key' in which ? item.key === which.key : item.code === which.code
}

async function inDraft(
  world: World,
  by: Member,
  planId: PlanId,
  work: (tx: Tx, plan: Plan) => Promise<readonly ReviewItem[]>,
): Promise<Result<readonly ReviewItem[], AnswerRefusal>> {
  return inScope(world.db, by, async (tx): Promise<Result<readonly ReviewItem[], AnswerRefusal>> => {
    const plan = await lockPlan(tx, planId)
    if (!plan) return refuse({ kind: 'not-found' })
    if (isAdopted(plan)) return refuse({ kind: 'adopted-already', planId })
    return ok(await work(tx, plan))
  })
}

/** Everything that a plan has to look at, with what was decided about each. */
export async function itemsOf(tx: Tx, plan: Plan): Promise<readonly ReviewItem[]> {
  const reading = await findReadingOfPlan(tx, plan.id)
  const [parts, actions] = [await findParts(tx, plan.id), await findActions(tx, plan.id)]
  return reviewItems({ plan, parts, actions, reading: reading?.result ?? null }, await findAnswers(tx, plan.id))
}

async function recordAnswer(
  tx: Tx,
  world: World,
  by: Member,
  plan: Plan,
  what: string,
  items: readonly ReviewItem[],
): Promise<void> {
  if (items.length === 0) return
  const questions = items.slice(0, MOST_TOLD).map(({ message, action }) => ({ action: action?.ref ?? null, message }))
  const after = { count: items.length, questions }
  await recordChange(tx, world, by, { what, subject: { kind: 'plan', id: plan.id }, after })
}

/** Told one by one in the audit trail; more are told by their number. */
const MOST_TOLD = 100
