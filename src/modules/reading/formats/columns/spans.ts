/** A word and where it stands on its line: in points on a page, in letters in a text. */
export type Span = { readonly left: number; readonly right: number; readonly text: string }

/** A line of words, left to right; `gap` is how far below the line above it stands, 1 for the next line of one cell. */
export type SpanLine = { readonly words: readonly Span[]; readonly gap: number }

/** A column: where its words may stand. */
export type Column = { readonly left: number; readonly right: number }

/** What counts as apart, in the units of the lines. */
export type Measure = {
  /** a gap that parts two cells beyond doubt */
  readonly wide: number
  /** the narrowest gap that may still part two columns, when it persists */
  readonly narrow: number
  /** how far two starts may differ and still stand under each other */
  readonly near: number
  /** how far the starts of one column may wander, as they do when a page is turned into letters of one width; 0 where they stand still */
  readonly wander: number
  /** the share of lines that may reach over the gap between two columns */
  readonly strays: number
}

/** Words of a line that no wide gap parts. */
export function segmentsOf(words: readonly Span[], wide: number): Span[] {
  const segments: { left: number; right: number; text: string }[] = []
  for (const word of words) {
    const open = segments.at(-1)
    if (open && word.left - open.right < wide) {
      open.right = Math.max(open.right, word.right)
      open.text += ` ${word.text}`
    } else segments.push({ left: word.left, right: word.right, text: word.text })
  }
  return segments
}

/** The column a word stands in: the one it reaches over most, the nearest when it reaches over none. */
export function columnOf(word: Span, columns: readonly Column[]): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (const [index, column] of columns.entries()) {
    const shared = Math.min(word.right, column.right) - Math.max(word.left, column.left)
    if (shared > most) {
      most = shared
      best = index
    }
  }
  return best
}
