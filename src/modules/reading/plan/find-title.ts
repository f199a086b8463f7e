import type { Piece } from '../blocks.ts'

const KIND = /\b(?:plan|strategy|framework|report|charter|programme)\b/i
const YEAR = /\b20\d\d\b/

/**
 * The document's own title among its first lines: a short line that names a kind of document, best one with a year.
 * Null when no line does; a sentence is not a title.
 */
export function findTitle(prose: readonly Piece[]): Piece | null {
  const first = prose
    .slice(0, 25)
    .filter((piece) => piece.text.length <= 120 && KIND.test(piece.text) && !isSentence(piece.text))
  return first.find((piece) => YEAR.test(piece.text)) ?? first.find((piece) => piece.text.length <= 80) ?? null
}

function isSentence(text: string): boolean {
  return /[.!?]$/.test(text) || /\b(?:is|are|will|was|has|have|we|our)\b/i.test(text)
}
