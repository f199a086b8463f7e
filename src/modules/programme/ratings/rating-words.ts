import type { Rating, RatingCount } from '../../../design/index.ts'
import { type RatingMeaning, type RatingRule, type RatingScheme, ratingRule } from '../../plan/index.ts'
import type { RatingKey } from '../../reading/index.ts'
import type { RollUp } from './roll-up.ts'

/** A colour with the name the plan's scheme gives it; null stays null: not rated is not a colour. */
export function ratingOf(scheme: RatingScheme, key: RatingKey): Rating
export function ratingOf(scheme: RatingScheme, key: RatingKey | null): Rating | null
export function ratingOf(scheme: RatingScheme, key: RatingKey | null): Rating | null {
  if (key === null) return null
  const rule = ratingRule(scheme, key)
  return rule ? { key, name: rule.name, letter: rule.letter, shape: rule.shape } : { key, name: key }
}

/** The counts of a roll-up as a chart takes them. */
export function ratingCounts(scheme: RatingScheme, { counts }: RollUp): readonly RatingCount[] {
  return counts.map(({ key, count }) => ({ rating: ratingOf(scheme, key), count }))
}

/** Reads a colour out of a link or a form; null when it is none of the five. */
export function parseRating(text: string): RatingKey | null {
  return (['blue', 'red', 'amber', 'green', 'grey'] as const).find((key) => key === text) ?? null
}

/** The finding a chart of ratings is headed by: "Progress: 2 of 42 off track, 6 complete, 11 not rated". */
export function ratingFinding(
  what: 'Progress' | 'Impact',
  scheme: RatingScheme,
  { counts, notRated, total }: RollUp,
): string {
  const meaning = (wanted: RatingMeaning) => scheme.ratings.filter((rating) => rating.meaning === wanted)
  const countOf = (key: RatingKey) => counts.find((counted) => counted.key === key)?.count ?? 0
  const named = (rating: RatingRule) => rating.name.toLowerCase()
  const parts = [
    ...meaning('off-track').map((rating) => `${countOf(rating.key) || 'none'} of ${total} ${named(rating)}`),
    ...meaning('complete').map((rating) => `${countOf(rating.key)} ${named(rating)}`),
    ...(notRated > 0 ? [`${notRated} not rated`] : []),
  ]
  return `${what}: ${parts.join(', ') || `${total} rated`}`
}
