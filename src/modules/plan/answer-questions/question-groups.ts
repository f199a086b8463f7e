import { questionAbout } from '../review-plan/question-words.ts'
import { PASSAGE, type ReviewItem } from './review-item.ts'

/** Things to look at that are of one kind, under one heading. */
export type QuestionGroup = {
  readonly code: string
  readonly title: string
  /** why such a question matters; null where it speaks for itself */
  readonly why: string | null
  /** those on the page; more follow as these are looked at */
  readonly items: readonly ReviewItem[]
  /** how many of this kind are not on the page */
  readonly left: number
  readonly open: number
}

/** What is shown: what is still open, or everything. */
export type Showing = 'open' | 'all'

/** A thousand questions on one page would take a phone a minute. */
export const MOST_OF_A_KIND = 50
/** So many stay in sight before the one that was asked for. */
const BEFORE = 5

/**
 * @param at  the key of one that must be on the page, whatever stands before it
 */
export function questionGroups(
  items: readonly ReviewItem[],
  showing: Showing,
  at: string | null = null,
): readonly QuestionGroup[] {
  return [...Map.groupBy(items, ({ code }) => code)]
    .map(([code, of]) => ({
      shown: of.filter(({ answer, key }) => showing === 'all' || answer === null || key === at),
      code,
      title: code === PASSAGE ? 'Passages that became no part of the plan' : questionAbout(code),
      why:
        code === PASSAGE
          ? 'Every word of the document is in the plan or here. Introductions and addresses need nothing; an action does.'
          : (of[0]?.why ?? null),
      open: of.filter(({ answer }) => answer === null).length,
    }))
    .filter(({ shown }) => shown.length > 0)
    .map(({ shown, ...group }) => {
      const from = Math.max(0, shown.findIndex(({ key }) => key === at) - BEFORE)
      const some = shown.slice(from, from + MOST_OF_A_KIND)
      return { ...group, items: some, left: shown.length - some.length }
    })
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
