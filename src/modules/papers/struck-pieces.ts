export type StruckPiece = { readonly text: string; readonly isStruck: boolean }

const STRUCK = /(?<!~)~~(\S|\S[^~]*[^~\s])~~(?!~)/g

/**
 * Cuts a text at the words that stand between tildes (`~~30 June~~`), to be set as struck out. Two passages with only a space between
 * them would run together when they are read again, so the second keeps its tildes.
 */
export function struckPieces(text: string): StruckPiece[] {
  const pieces: StruckPiece[] = []
  let from = 0
  for (const found of text.matchAll(STRUCK)) {
    const before = text.slice(from, found.index)
    if (pieces.length > 0 && before.trim() === '') continue
    if (before !== '') pieces.push({ text: before, isStruck: false })
    pieces.push({ text: found[1] ?? '', isStruck: true })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isStruck: false })
  return pieces
}
