import { type Line, textOfLine } from './gather-lines.ts'
import type { SortedPage } from './sort-page.ts'

const DEEPEST = 6

/**
 * How deep the headings of a document stand, by what sets them apart: larger letters first, then bold ones. A heading is short and is
 * no sentence.
 *
 * @returns the depth of a line that is a heading, else null
 */
export function headingDepths(pages: readonly SortedPage[], usual: number): (line: Line) => number | null {
  const styles = new Set<number>()
  for (const page of pages) {
    for (const line of page.lines) {
      const style = styleOf(line, usual)
      if (style !== null) styles.add(style)
    }
  }
  const order = [...styles].sort((a, b) => b - a)
  return (line) => {
    const style = styleOf(line, usual)
    return style === null ? null : Math.min(DEEPEST, order.indexOf(style) + 1)
  }
}

/** A number that is greater the more a heading stands out; null for a line that is none. */
function styleOf(line: Line, usual: number): number | null {
  const size = Math.round(line.size)
  const isLarge = line.size > 1.12 * usual
  const isBold = line.words.every((word) => word.isBold)
  if (!isLarge && !(isBold && line.size > 0.95 * usual)) return null
  const text = textOfLine(line.words)
  if (text.length > 160 || /[.;,]$/.test(text) || !/\p{L}/u.test(text)) return null
  return isLarge ? 2 * size + (isBold ? 1 : 0) : 1
}
