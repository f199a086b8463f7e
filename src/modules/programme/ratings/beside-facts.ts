import type { Day } from '../../../kernel/day.ts'
import type { RatingScheme } from '../../plan/index.ts'
import type { RatingKey } from '../../reading/index.ts'
import type { Suggestion } from './suggest-rating.ts'

/** A rating as chosen beside the one the facts suggested. */
export type Comparison = 'same' | 'better' | 'worse' | 'none-suggested' | 'not-kept'
export const COMPARISONS: readonly Comparison[] = ['same', 'better', 'worse', 'none-suggested', 'not-kept']

export type ChosenRating = {
  readonly sentOn: Day
  readonly body: string | null
  readonly organisation: string | null
  readonly chosen: RatingKey
  /** null of an update sent before the suggestion was kept */
  readonly suggested: Suggestion | null
  readonly scheme: Pick<RatingScheme, 'ratings'>
}

export type Tally = Readonly<Record<Comparison, number>>
export type TallyOf = { readonly name: string; readonly tally: Tally; readonly total: number }

/**
 * Whether a choice is better than what the facts suggested, by the order of the scheme, worst first. Neither is a fault: a lead may know
 * what no calendar does. It is said so that a chair knows where to ask.
 */
export function compareChoice({ chosen, suggested, scheme }: ChosenRating): Comparison {
  if (!suggested) return 'not-kept'
  if (!suggested.rating) return 'none-suggested'
  if (suggested.rating === chosen) return 'same'
  const place = (key: RatingKey) => scheme.ratings.findIndex((rating) => rating.key === key)
  return place(chosen) > place(suggested.rating) ? 'better' : 'worse'
}

/** How often each comparison came out, group by group, in the order of their names; each choice is counted in one group. */
export function tallyBy<Chosen extends ChosenRating>(
  ratings: readonly Chosen[],
  groupOf: (rating: Chosen) => string,
): readonly TallyOf[] {
  return [...Map.groupBy(ratings, groupOf)]
    .map(([name, of]) => ({ name, tally: tallyOf(of), total: of.length }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

export function tallyOf(ratings: readonly ChosenRating[]): Tally {
  const count = (wanted: Comparison) => ratings.filter((rating) => compareChoice(rating) === wanted).length
  return {
    same: count('same'),
    better: count('better'),
    worse: count('worse'),
    'none-suggested': count('none-suggested'),
    'not-kept': count('not-kept'),
  }
}

/** How many choices there was a suggestion to compare with. */
export function comparable({ same, better, worse }: Tally): number {
  return same + better + worse
}

export function comparisonInWords(comparison: Comparison): string {
  return WORDS[comparison]
}

const WORDS: Readonly<Record<Comparison, string>> = {
  same: 'the same',
  better: 'better than suggested',
  worse: 'worse than suggested',
  'none-suggested': 'nothing suggested',
  'not-kept': 'suggestion not kept',
}
