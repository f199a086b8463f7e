import { squeeze } from '../formats/inline-text.ts'
import type { TimescaleReading } from '../plan-reading.ts'

const SEE_ABOVE = /^[\s(]*(?:see above|as above|ditto|same as above|[“"”]|'')[\s).]*$/i
const NOTE = 'The dates are those of the row above.'

export function isSeeAbove(text: string): boolean {
  return SEE_ABOVE.test(text.slice(0, 40))
}

/** The cell that "see above" points to in its column; null when the text says no such thing, or several cells could be meant. */
export function cellAbove(text: string, column: readonly string[]): string | null {
  if (!isSeeAbove(text)) return null
  const above = new Set<string>()
  let last: string | null = null
  for (const cell of column) {
    if (squeeze(cell) === squeeze(text) && last !== null) above.add(last)
    if (!isSeeAbove(cell) && cell.trim() !== '') last = cell
  }
  const [only] = above
  return above.size === 1 && only !== undefined ? only : null
}

/** The reading of the row above under the words of this one. */
export function likeAbove(text: string, above: TimescaleReading): TimescaleReading {
  const confidence = above.confidence === 'sure' ? 'likely' : above.confidence
  return { ...above, text: squeeze(text), confidence, notes: [...above.notes.filter((each) => each !== NOTE), NOTE] }
}
