import { disposalMeant, type RatingReading, readDisposal, readRating } from '../../reading/index.ts'
import type { SaidInDocument } from '../plan.ts'

/** Whether the ending is the one that the narrative states; if not, somebody told another, or that there is none. */
export function endsAsItsWordsSay({ narrative, disposal }: Pick<SaidInDocument, 'narrative' | 'disposal'>): boolean {
  return disposal?.kind === readDisposal(narrative)?.kind
}

/** Whether a rating has the colour that its own words name; if not, a shade, a key or somebody gave it another, or took it away. */
export function isColouredAsItsWordsSay(rating: RatingReading | null): boolean {
  return rating === null || rating.key === (readRating(rating.text, null)?.key ?? null)
}

/** Other words of how it went: the ending is read in them again, unless somebody told it. */
export function withNarrative(said: SaidInDocument, narrative: string | null): SaidInDocument {
  const disposal = endsAsItsWordsSay(said)
    ? readDisposal(narrative)
    : disposalMeant(narrative, said.disposal?.kind ?? null)
  return { ...said, narrative, disposal }
}

/**
 * What the document says of two rows that are one: the words of both, in order. Ratings of two colours make none, for somebody to
 * settle. An ending that was told of either stays told, and goes before a word that there is none.
 */
export function joinSaid(
  first: SaidInDocument,
  second: SaidInDocument,
  joinWords: (first: string | null, second: string | null) => string | null,
): SaidInDocument {
  const told = [first, second].filter((said) => !endsAsItsWordsSay(said)).map(({ disposal }) => disposal?.kind ?? null)
  const narrative = joinWords(first.narrative, second.narrative)
  const joinRatings = (one: RatingReading | null, other: RatingReading | null): RatingReading | null => {
    const text = joinWords(one?.text ?? null, other?.text ?? null)
    if (!one || !other || text === null) return one ?? other
    return one.key === other.key ? { ...one, text } : { text, key: null }
  }
  return {
    progressRating: joinRatings(first.progressRating, second.progressRating),
    impactRating: joinRatings(first.impactRating, second.impactRating),
    narrative,
    disposal:
      told.length > 0 ? disposalMeant(narrative, told.find((kind) => kind !== null) ?? null) : readDisposal(narrative),
  }
}
