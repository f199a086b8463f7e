import type { Finding, FindingField, PlanReading, Where } from '../../reading/index.ts'
import { placeKey } from '../document/document-page.ts'
import type { Action, Part, Plan } from '../plan.ts'
import { findingsOf } from '../review-plan/review-findings.ts'
import type { ReviewAnswer } from './review-answer.store.ts'
import { shortKey } from './short-key.ts'

/** One thing of a draft to look at: a question a careful colleague asks, or a passage that became no part of the plan. */
export type ReviewItem = {
  /** the same as long as it is the same question: about the same action, with the same words */
  readonly key: string
  readonly kind: 'question' | 'passage'
  /** the kind of question; `passage` for a passage */
  readonly code: string
  readonly severity: Finding['severity']
  readonly message: string
  readonly words: string | null
  readonly why: string | null
  readonly field: FindingField | null
  readonly action: Action | null
  /** every action the same question is asked of */
  readonly actionIds: readonly string[]
  readonly part: Part | null
  readonly where: Where | null
  /** what somebody decided about it; null while it is open */
  readonly answer: ReviewAnswer | null
}

export const PASSAGE = 'passage'

type Draft = {
  readonly plan: Plan
  readonly parts: readonly Part[]
  readonly actions: readonly Action[]
  readonly reading: PlanReading | null
}

/** Everything there is to look at in a draft: what asks for an answer first, then advice, then passages, each in the plan's order. */
export function reviewItems(
  { plan, parts, actions, reading }: Draft,
  answers: ReadonlyMap<string, ReviewAnswer>,
): readonly ReviewItem[] {
  const actionById = new Map(actions.map((action) => [String(action.id), action]))
  const partById = new Map(parts.map((part) => [String(part.id), part]))
  const questions = findingsOf(plan, parts, actions, reading).map((finding): ReviewItem => {
    const { code, severity, message, words, why = null, field = null, where } = finding
    const key = keyOf([code, finding.action ?? finding.part ?? '', words ?? ''])
    return {
      ...{ key, kind: 'question', code, severity, message, words, why, field, where },
      action: actionById.get(finding.action ?? '') ?? null,
      actionIds: finding.actions ?? (finding.action === null ? [] : [finding.action]),
      part: partById.get(finding.part ?? '') ?? null,
      answer: answers.get(key) ?? null,
    }
  })
  const passages = (reading?.notUnderstood ?? []).map(({ text, where }): ReviewItem => {
    const key = passageKey(text, where)
    const said = { message: text, words: text, why: null, field: null, action: null, actionIds: [], part: null, where }
    return { key, kind: 'passage', code: PASSAGE, severity: 'question', ...said, answer: answers.get(key) ?? null }
  })
  const rank = { warning: 0, question: 1, advice: 2 }
  const byCode = Map.groupBy(questions, ({ code }) => code)
  const groups = [...byCode.values()].sort(
    (a, b) => rank[a[0]?.severity ?? 'advice'] - rank[b[0]?.severity ?? 'advice'],
  )
  return once([...groups.flat(), ...passages])
}

/** What a passage left over is known by: where it stands and what it says. Other words make it another. */
export function passageKey(text: string, where: Where): string {
  return keyOf([PASSAGE, placeKey(where), text])
}

function keyOf(parts: readonly string[]): string {
  return shortKey(JSON.stringify(parts))
}

/** Two questions that nobody could tell apart are one. */
function once(items: readonly ReviewItem[]): readonly ReviewItem[] {
  return [...new Map(items.map((item) => [item.key, item])).values()]
}
