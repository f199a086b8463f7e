import type { Finding } from '../../reading/index.ts'
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

/** Groups under their outermost part, with how many actions each holds and how many questions are asked of them. */
export function aimsOf(
  groups: readonly ReviewGroup[],
  findingsByAction: ReadonlyMap<string, readonly Finding[]>,
): readonly ReviewAim[] {
  const byAim = Map.groupBy(groups, ({ part, trail }) => trail[0] ?? titleOf(part))
  return [...byAim].map(([title, of], at) => {
    const actions = of.flatMap((group) => group.actions)
    const questionCount = actions.reduce((sum, { id }) => sum + (findingsByAction.get(id)?.length ?? 0), 0)
    return { id: `aim-${at + 1}`, title, groups: of, actionCount: actions.length, questionCount }
  })
}

/** "1.1 Raise attainment"; what stands under no part says so. */
export function titleOf(part: ReviewGroup['part']): string {
  return part ? partTitle(part) : 'Under no heading'
}
