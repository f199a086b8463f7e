import { type Cell, filledCells, type TableRow } from '../blocks.ts'
import type { RatingKey } from '../plan-reading.ts'
import { isColourWord } from '../tables/column-content.ts'
import { keyOfShade, toRatingKey } from './rating.ts'

/** One colour of a key and what it means; `colour` is its word, '' where only a shade shows it. */
export type KeyPair = { readonly key: RatingKey | null; readonly colour: string; readonly text: string }

/** A row that says what colours mean, each by its word or as a shaded cell beside the meaning; null for any other row. */
export function readKeyRow(row: TableRow): KeyPair[] | null {
  return readColourWords(row) ?? readSwatches(row)
}

function readColourWords(row: TableRow): KeyPair[] | null {
  const cells = filledCells(row)
  const pairs = cells.flatMap((cell, index) =>
    index % 2 === 0 ? [{ key: toRatingKey(cell.text), colour: cell.text, text: cells[index + 1]?.text ?? '' }] : [],
  )
  const isKey = pairs.every(({ colour, text }) => isColourWord(colour) && text !== '' && !isColourWord(text))
  return isKey && pairs.length > 0 ? pairs : null
}

/** Each cell of words has a blank cell in a colour of its own on the same side. */
function readSwatches(row: TableRow): KeyPair[] | null {
  const cells = row.cells.toSorted((a, b) => a.column - b.column)
  for (const step of [-1, 1]) {
    const pairs = filledCells(row).map((cell) => {
      const swatch = cells[cells.indexOf(cell) + step]
      const key = swatch && isSwatch(swatch, cell) ? keyOfShade(swatch.fill ?? '') : null
      return { key, colour: '', text: cell.text }
    })
    const keys = new Set(pairs.map(({ key }) => key))
    if (pairs.length > 0 && !keys.has(null) && keys.size === pairs.length) return pairs
  }
  return null
}

function isSwatch(swatch: Cell, words: Cell): boolean {
  return swatch.text === '' && swatch.fill !== null && swatch.fill !== words.fill && !isColourWord(words.text)
}
