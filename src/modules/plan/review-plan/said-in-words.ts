import { DISPOSAL_NAMES, type RatingReading, ratingMeant } from '../../reading/index.ts'
import { isColouredAsItsWordsSay } from '../corrections/said.ts'
import type { SaidInDocument } from '../plan.ts'

/** One thing a document says of how an action went: its words, and what they were understood as where that is not the same. */
export type SaidFact = { readonly name: string; readonly words: string; readonly understood: string | null }

/** What a document says of how an action went, as facts in the order they are shown; none where it says nothing. */
export function saidInWords({
  progressRating,
  impactRating,
  narrative,
  disposal,
}: SaidInDocument): readonly SaidFact[] {
  return [
    ...ratingInWords('Progress', progressRating),
    ...ratingInWords('Impact', impactRating),
    ...(narrative === null ? [] : [{ name: 'Comment', words: narrative, understood: null }]),
    ...(disposal ? [endingInWords(disposal)] : []),
  ]
}

/** The colour is named where the words do not name it themselves. */
function ratingInWords(name: string, rating: RatingReading | null): readonly SaidFact[] {
  if (!rating) return []
  const colour = isColouredAsItsWordsSay(rating) ? null : (ratingMeant('', rating.key)?.text ?? 'no colour')
  return [{ name, words: rating.text, understood: colour }]
}

function endingInWords({ kind, words }: NonNullable<SaidInDocument['disposal']>): SaidFact {
  return { name: 'Ending', words: words || 'Told in the review', understood: DISPOSAL_NAMES[kind].toLowerCase() }
}
