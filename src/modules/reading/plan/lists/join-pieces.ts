import { joinPieces } from '../../tables/read-row.ts'

/** An item's pieces as one text; the page numbers that stood glued to them and the torn words, as they stood. */
export type JoinedPieces = { readonly text: string; readonly leftOver: readonly string[] }

/**
 * Joins what a page cut apart: a number at the end of a piece that is the page's own comes off, and a letter alone ("understand and ad", "d",
 * "ress") closes the word it was torn from.
 *
 * @param isPageNumber  whether a number is the number of a page
 */
export function joinTornPieces(pieces: readonly string[], isPageNumber: (number: number) => boolean): JoinedPieces {
  const leftOver: string[] = []
  const clean = pieces.map((piece) => {
    const found = /^(.*\p{L}[.,;]?)\s+(\d{1,4})\s*$/su.exec(piece)
    if (!found || !isPageNumber(Number(found[2]))) return piece
    leftOver.push(found[2] ?? '')
    return found[1] ?? piece
  })
  let text = clean[0] ?? ''
  let isTorn = false
  for (const piece of clean.slice(1)) {
    const torn = /^([b-hj-z])(?:\s+(\p{Ll}.*))?$/su.exec(piece.trim())
    if (torn || isTorn) leftOver.push(`${isTorn ? '' : lastWord(text)} ${firstWords(piece, torn ? 2 : 1)}`.trim())
    if (torn) text += `${torn[1]}${torn[2] ?? ''}`
    else text = isTorn ? `${text}${piece}` : joinPieces([text, piece])
    isTorn = torn !== null && torn[2] === undefined
  }
  return { text, leftOver }
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1)
}

function firstWords(text: string, count: number): string {
  return text.trim().split(/\s+/).slice(0, count).join(' ')
}

/** Tells the numbers of pages from others: the page before or after stands as a number alone somewhere. */
export function pageNumbersAmong(alone: readonly string[]): (number: number) => boolean {
  const known = new Set(alone.map((text) => Number(/\d{1,4}/.exec(text)?.[0] ?? Number.NaN)))
  return (number) => known.size >= 3 && (known.has(number - 1) || known.has(number + 1)) && !known.has(number)
}
