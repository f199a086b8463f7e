import { counted } from '../../../kernel/counted.ts'
import { type RatingScheme, ratingRule } from '../../plan/index.ts'
import type { RatingKey } from '../../reading/index.ts'

/** A rating, or that there is none. */
export type MatrixKey = RatingKey | 'not-rated'
type Pair = { readonly progress: RatingKey | null; readonly impact: RatingKey | null; readonly count: number }

/** How many actions have each pair of ratings: a row for progress, a column for impact. */
export type RatingMatrix = {
  readonly total: number
  /** impact, from left to right */
  readonly columns: readonly { readonly impact: MatrixKey; readonly count: number }[]
  readonly rows: readonly {
    readonly progress: MatrixKey
    readonly count: number
    readonly cells: readonly { readonly impact: MatrixKey; readonly count: number }[]
  }[]
}

/**
 * Progress by impact, each in the scheme's order. What is not due comes after the colours that judge, and what is not rated last: both
 * are apart, for neither says how the work goes. Every action stands in one cell; rows and columns add up to the total.
 */
export function ratingMatrix(scheme: Pick<RatingScheme, 'ratings'>, pairs: readonly Pair[]): RatingMatrix {
  const keys = keysOf(scheme)
  const countOf = (progress: MatrixKey | null, impact: MatrixKey | null) =>
    pairs
      .filter((pair) => progress === null || (pair.progress ?? 'not-rated') === progress)
      .filter((pair) => impact === null || (pair.impact ?? 'not-rated') === impact)
      .reduce((sum, { count }) => sum + count, 0)
  return {
    total: countOf(null, null),
    columns: keys.map((impact) => ({ impact, count: countOf(null, impact) })),
    rows: keys.map((progress) => ({
      progress,
      count: countOf(progress, null),
      cells: keys.map((impact) => ({ impact, count: countOf(progress, impact) })),
    })),
  }
}

function keysOf({ ratings }: Pick<RatingScheme, 'ratings'>): readonly MatrixKey[] {
  const judging = ratings.filter(({ meaning }) => meaning !== 'not-due')
  const notDue = ratings.filter(({ meaning }) => meaning === 'not-due')
  return [...[...judging, ...notDue].map(({ key }) => key), 'not-rated']
}

/** "42 actions: 9 on track or complete for both, 6 for progress only, 2 for impact only, 11 not rated, 5 not due." */
export function matrixInWords(scheme: Pick<RatingScheme, 'ratings'>, pairs: readonly Pair[]): string {
  const isGood = (key: RatingKey | null) => ['on-track', 'complete'].includes(ratingRule(scheme, key)?.meaning ?? '')
  const isNotDue = (key: RatingKey | null) => ratingRule(scheme, key)?.meaning === 'not-due'
  const sum = (isCounted: (pair: Pair) => boolean) =>
    pairs.filter(isCounted).reduce((total, { count }) => total + count, 0)
  const facts = [
    `${sum(({ progress, impact }) => isGood(progress) && isGood(impact))} on track or complete for both`,
    `${sum(({ progress, impact }) => isGood(progress) && !isGood(impact))} for progress only`,
    `${sum(({ progress, impact }) => !isGood(progress) && isGood(impact))} for impact only`,
    `${sum(({ progress, impact }) => !isGood(progress) && !isGood(impact) && progress !== null && impact !== null && !isNotDue(progress))} for neither`,
    `${sum(({ progress, impact }) => isNotDue(progress) && !isGood(impact) && impact !== null)} not due`,
    `${sum(({ progress, impact }) => (progress === null || impact === null) && !isGood(progress) && !isGood(impact))} not rated`,
  ]
  return `${counted(
    sum(() => true),
    'action',
  )}: ${facts.join(', ')}.`
}
