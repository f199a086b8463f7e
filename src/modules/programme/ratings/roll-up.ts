import type { RatingScheme } from '../../plan/index.ts'
import type { RatingKey } from '../../reading/index.ts'

type Ratings = Pick<RatingScheme, 'ratings'>

/** How many actions have each rating, in the scheme's order; those never rated are counted apart, never as a colour. */
export type RollUp = {
  readonly total: number
  readonly counts: readonly { readonly key: RatingKey; readonly count: number }[]
  readonly notRated: number
}

/** Counts ratings. There is no average of colours, and none is made here. */
export function rollUp(scheme: Ratings, ratings: Iterable<RatingKey | null>): RollUp {
  const tally = new Map<RatingKey | null, number>()
  for (const rating of ratings) tally.set(rating, (tally.get(rating) ?? 0) + 1)
  return rollUpOf(
    scheme,
    [...tally].map(([key, count]) => ({ key, count })),
  )
}

/** As {@link rollUp}, from counts made elsewhere; a rating may come more than once. */
export function rollUpOf(
  scheme: Ratings,
  tallies: readonly { readonly key: RatingKey | null; readonly count: number }[],
): RollUp {
  const countOf = (wanted: RatingKey | null) =>
    tallies.filter(({ key }) => key === wanted).reduce((sum, { count }) => sum + count, 0)
  return {
    total: tallies.reduce((sum, { count }) => sum + count, 0),
    counts: scheme.ratings.map(({ key }) => ({ key, count: countOf(key) })),
    notRated: countOf(null),
  }
}
