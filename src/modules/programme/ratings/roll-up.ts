import type { RatingKey } from '../../reading/index.ts'

/** Worst first: what needs a board's eye comes before what does not. */
export const WORST_FIRST: readonly RatingKey[] = ['red', 'amber', 'grey', 'green', 'blue']

/** How many actions have each rating, worst first; those never rated are counted apart, never as a colour. */
export type RollUp = {
  readonly total: number
  readonly counts: readonly { readonly key: RatingKey; readonly count: number }[]
  readonly notRated: number
}

/** Counts ratings. There is no average of colours, and none is made here. */
export function rollUp(ratings: Iterable<RatingKey | null>): RollUp {
  const tally = new Map<RatingKey | null, number>()
  for (const rating of ratings) tally.set(rating, (tally.get(rating) ?? 0) + 1)
  return rollUpOf([...tally].map(([key, count]) => ({ key, count })))
}

/** As {@link rollUp}, from counts made elsewhere; a rating may come more than once. */
export function rollUpOf(tallies: readonly { readonly key: RatingKey | null; readonly count: number }[]): RollUp {
  const countOf = (wanted: RatingKey | null) =>
    tallies.filter(({ key }) => key === wanted).reduce((sum, { count }) => sum + count, 0)
  return {
    total: tallies.reduce((sum, { count }) => sum + count, 0),
    counts: WORST_FIRST.map((key) => ({ key, count: countOf(key) })),
    notRated: countOf(null),
  }
}
