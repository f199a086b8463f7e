import type { ReviewItem } from '../answer-questions/review-item.ts'
import { partTitle } from '../part-trail.ts'
import type { ReviewGroup } from './review-view.ts'

export type ReviewAim = {
  /** its place on the page */
  readonly id: string
  readonly title: string
  readonly groups: readonly ReviewGroup[]
  readonly actionCount: number
  readonly questionCount: number
}

/** Groups under their outermost part, with how many actions each holds and how many questions about them are open. */
export function aimsOf(
  groups: readonly ReviewGroup[],
  openByAction: ReadonlyMap<string, readonly ReviewItem[]>,
): readonly ReviewAim[] {
  const byAim = Map.groupBy(groups, ({ part, trail }) => trail[0] ?? titleOf(part))
  return [...byAim].map(([title, of], at) => {
    const actions = of.flatMap((group) => group.actions)
    const questionCount = actions.reduce((sum, { id }) => sum + (openByAction.get(id)?.length ?? 0), 0)
    return { id: `aim-${at + 1}`, title, groups: of, actionCount: actions.length, questionCount }
  })
}

/** "1.1 Raise attainment"; what stands under no part says so. */
export function titleOf(part: ReviewGroup['part']): string {
  return part ? partTitle(part) : 'Under no heading'
}
