import {
  DISPOSAL_KINDS,
  DISPOSAL_NAMES,
  disposalMeant,
  type RatingKey,
  type RatingReading,
  ratingMeant,
  readDisposal,
  readRating,
} from '../../reading/index.ts'
import { endsAsItsWordsSay, isColouredAsItsWordsSay } from '../corrections/said.ts'
import type { SaidInDocument } from '../plan.ts'
import type { RatingRule } from '../rating-scheme.ts'

/** What the form of an action says of how it went, field by field. */
export type TypedSaid = {
  readonly narrative: string
  readonly ending: string
  readonly progressWords: string
  readonly progressColour: string
  readonly impactWords: string
  readonly impactColour: string
}
export const SAID_FIELDS = [
  'narrative',
  'ending',
  'progressWords',
  'progressColour',
  'impactWords',
  'impactColour',
] as const satisfies readonly (keyof TypedSaid)[]

/** The choice that takes an ending or a colour from the words beside it, which every form begins with. */
export const AS_WORDS = 'as-words'
export const NONE = 'none'

/** What the fields hold before anybody types. */
export function typedFrom({ narrative, disposal, progressRating, impactRating }: SaidInDocument): TypedSaid {
  return {
    narrative: narrative ?? '',
    ending: endsAsItsWordsSay({ narrative, disposal }) ? AS_WORDS : (disposal?.kind ?? NONE),
    progressWords: progressRating?.text ?? '',
    progressColour: colourOf(progressRating),
    impactWords: impactRating?.text ?? '',
    impactColour: colourOf(impactRating),
  }
}

function colourOf(rating: RatingReading | null): string {
  return isColouredAsItsWordsSay(rating) ? AS_WORDS : (rating?.key ?? NONE)
}

/** The colours to choose from: those of the plan, and the one there is if the plan has it no more. */
export function colourChoices(
  ratings: readonly Pick<RatingRule, 'key' | 'name'>[],
  standing: RatingReading | null,
): readonly { readonly value: RatingKey; readonly text: string }[] {
  const known = ratings.map(({ key, name }) => ({ value: key, text: `${ratingMeant('', key)?.text}: ${name}` }))
  const key = standing?.key
  if (!key || known.some(({ value }) => value === key)) return known
  return [...known, { value: key, text: ratingMeant('', key)?.text ?? key }]
}

/**
 * What the document says as the form tells it. Words decide their colour and their ending, until one is chosen; what says the same as
 * before stays as it was, with what the document's own key says of its colour.
 */
export function saidAsTyped(
  typed: TypedSaid,
  before: SaidInDocument,
  ratings: readonly Pick<RatingRule, 'key' | 'name'>[],
): SaidInDocument {
  const narrative = typed.narrative || null
  return {
    narrative,
    disposal: endingTyped(typed.ending, narrative, before),
    progressRating: ratingTyped(typed.progressWords, typed.progressColour, before.progressRating, ratings),
    impactRating: ratingTyped(typed.impactWords, typed.impactColour, before.impactRating, ratings),
  }
}

function endingTyped(choice: string, narrative: string | null, before: SaidInDocument): SaidInDocument['disposal'] {
  const kind = DISPOSAL_KINDS.find((known) => known === choice)
  const ending = kind || choice === NONE ? disposalMeant(narrative, kind ?? null) : readDisposal(narrative)
  const isSame = narrative === before.narrative && ending?.kind === before.disposal?.kind
  return isSame ? before.disposal : ending
}

function ratingTyped(
  words: string,
  choice: string,
  before: RatingReading | null,
  ratings: readonly Pick<RatingRule, 'key' | 'name'>[],
): RatingReading | null {
  const chosen = colourChoices(ratings, before).find(({ value }) => value === choice)?.value
  const key = chosen ?? (choice === NONE ? null : (readRating(words, null)?.key ?? null))
  const rating = ratingMeant(words, key)
  return rating && before?.meaning !== undefined && rating.key === before.key
    ? { ...rating, meaning: before.meaning }
    : rating
}

/** "Read as carried forward, from “c/f to next year”". */
export function endingInWords(disposal: SaidInDocument['disposal']): string {
  if (!disposal) return 'Read as telling no ending'
  const name = DISPOSAL_NAMES[disposal.kind].toLowerCase()
  return disposal.words === '' ? `Told as ${name}; no words of it say so` : `Read as ${name}, from “${disposal.words}”`
}

/** "Read as Amber"; nothing where there are no words. */
export function colourInWords(words: string): string {
  if (words === '') return 'No words, no rating'
  const key = readRating(words, null)?.key
  return key ? `Read as ${ratingMeant('', key)?.text}` : 'These words name no colour'
}
