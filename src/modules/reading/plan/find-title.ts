import type { Piece } from '../blocks.ts'

const KIND = /\b(?:plan|strategy|framework|report|charter|programme)\b/i
const YEAR = /\b20\d\d\b/

/**
 * The document's own title: a short early line that names a kind of document and a year, else the heading over everything, else a
 * short line that names a kind of document. Null when there is none; a sentence is not a title.
 *
 * @param over  the one heading that everything stands under, where there is one
 */
export function findTitle(prose: readonly Piece[], over: Piece | null): Piece | null {
  const first = prose
    .slice(0, 25)
    .filter((piece) => piece.text.length <= 120 && KIND.test(piece.text) && !isSentence(piece.text))
  if (over && YEAR.test(over.text)) return over
  return first.find((piece) => YEAR.test(piece.text)) ?? over ?? first.find((piece) => piece.text.length <= 80) ?? null
}

/** Whether a heading names a kind of document and its year, as titles do and sections seldom. */
export function looksLikeTitle(text: string): boolean {
  return text.length <= 120 && KIND.test(text) && YEAR.test(text) && !isSentence(text)
}

function isSentence(text: string): boolean {
  return /[.!?]$|\s\|\s/.test(text) || /\b(?:is|are|will|was|has|have|we|our)\b/i.test(text)
}
