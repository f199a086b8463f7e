import type { Rating, RatingCount } from '../../design/index.ts'
import type { RatingScheme } from '../plan/index.ts'
import type { RatingKey } from '../reading/index.ts'
import type { RollUp } from './roll-up.ts'

/** A colour with the name the plan's scheme gives it; null stays null: not rated is not a colour. */
export function ratingOf(scheme: RatingScheme, key: RatingKey): Rating
export function ratingOf(scheme: RatingScheme, key: RatingKey | null): Rating | null
export function ratingOf(scheme: RatingScheme, key: RatingKey | null): Rating | null {
  if (key === null) return null
  return { key, name: scheme.ratings.find((rating) => rating.key === key)?.name ?? key }
}

/** The counts of a roll-up as a chart takes them. */
export function ratingCounts(scheme: RatingScheme, { counts }: RollUp): readonly RatingCount[] {
  return counts.map(({ key, count }) => ({ rating: ratingOf(scheme, key), count }))
}

/** Reads a colour out of a link or a form; null when it is none of the five. */
export function parseRating(text: string): RatingKey | null {
  return (['blue', 'red', 'amber', 'green', 'grey'] as const).find((key) => key === text) ?? null
}
