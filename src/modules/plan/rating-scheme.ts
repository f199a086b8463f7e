import type { RatingKey } from '../reading/index.ts'

/** What a colour says, whatever it is called and however it looks. Rules ask for this and never for a colour. */
export type RatingMeaning = 'off-track' | 'at-risk' | 'not-due' | 'on-track' | 'complete' | 'suspended' | 'unknown'

/** When a colour calls for a way back: never, chosen for progress, or chosen for progress or impact. */
export type RecoveryFor = 'none' | 'progress' | 'either'

export type RatingShape = 'square' | 'circle' | 'triangle' | 'diamond' | 'ring'

export type RatingRule = {
  readonly key: RatingKey
  readonly name: string
  /** one or two characters, so that the colour is never needed to read it */
  readonly letter: string
  readonly shape: RatingShape
  readonly meaning: RatingMeaning
  readonly needsEvidence: boolean
  readonly recoveryFor: RecoveryFor
  readonly processRule: string
  readonly impactRule: string
  readonly performanceRule: string
}

/** The colours of a plan, in the order they are shown. */
export type RatingScheme = { readonly id: string; readonly name: string; readonly ratings: readonly RatingRule[] }

type Ratings = Pick<RatingScheme, 'ratings'>
type Chosen = { readonly progress: RatingKey | null; readonly impact: RatingKey | null }

export function ratingRule({ ratings }: Ratings, key: RatingKey | null): RatingRule | null {
  return ratings.find((rating) => rating.key === key) ?? null
}

/** Whether a rating means this; nothing rated means nothing. */
export function means(scheme: Ratings, key: RatingKey | null, meaning: RatingMeaning): boolean {
  return ratingRule(scheme, key)?.meaning === meaning
}

/** The first colour of a scheme that means this; null when it has none. */
export function ratingThatMeans({ ratings }: Ratings, meaning: RatingMeaning): RatingKey | null {
  return ratings.find((rating) => rating.meaning === meaning)?.key ?? null
}

/** Rated off track for progress or for impact. */
export function isOffTrack(scheme: Ratings, { progress, impact }: Chosen): boolean {
  return means(scheme, progress, 'off-track') || means(scheme, impact, 'off-track')
}

/** Whether these two ratings call for what will bring the action back, and by when. */
export function needsRecovery(scheme: Ratings, { progress, impact }: Chosen): boolean {
  const ofProgress = ratingRule(scheme, progress)?.recoveryFor ?? 'none'
  return ofProgress !== 'none' || ratingRule(scheme, impact)?.recoveryFor === 'either'
}

/** Whether either rating stands on evidence that must be shown. */
export function needsEvidence(scheme: Ratings, { progress, impact }: Chosen): boolean {
  return [progress, impact].some((key) => ratingRule(scheme, key)?.needsEvidence === true)
}
