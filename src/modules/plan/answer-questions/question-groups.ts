import { questionAbout } from '../review-plan/question-words.ts'
import { PASSAGE, type ReviewItem } from './review-item.ts'

/** Things to look at that are of one kind, under one heading. */
export type QuestionGroup = {
  readonly code: string
  readonly title: string
  /** why such a question matters; null where it speaks for itself */
  readonly why: string | null
  readonly items: readonly ReviewItem[]
  readonly open: number
}

/** What is shown: what is still open, or everything. */
export type Showing = 'open' | 'all'

export function questionGroups(items: readonly ReviewItem[], showing: Showing): readonly QuestionGroup[] {
  return [...Map.groupBy(items, ({ code }) => code)]
    .map(([code, of]) => ({
      code,
      title: code === PASSAGE ? 'Passages that became no part of the plan' : questionAbout(code),
      why:
        code === PASSAGE
          ? 'Every word of the document is in the plan or here. Introductions and addresses need nothing; an action does.'
          : (of[0]?.why ?? null),
      items: of.filter(({ answer }) => showing === 'all' || answer === null),
      open: of.filter(({ answer }) => answer === null).length,
    }))
    .filter(({ items: shown }) => shown.length > 0)
}

/** The next open thing after one that was just looked at, in the list's order; null when none is left. */
export function nextOpen(items: readonly ReviewItem[], after: (item: ReviewItem) => boolean): ReviewItem | null {
  const last = items.findLastIndex(after)
  const isLeft = (item: ReviewItem) => item.answer === null && !after(item)
  return items.slice(last + 1).find(isLeft) ?? items.find(isLeft) ?? null
}

/** Whether an open question is asked of an action, alone or among others. */
export function isAskedOf(actionId: string): (item: ReviewItem) => boolean {
  return ({ answer, actionIds }) => answer === null && actionIds.includes(actionId)
}
