import type { HtmlNode } from './html-nodes.ts'

/** The line that a node starts on, found by halving in the places where lines start. */
export function lineFinder(text: string): (node: HtmlNode) => number {
  const starts = [0]
  for (const found of text.matchAll(/\r\n|\n|\r/g)) starts.push(found.index + found[0].length)
  return ({ startIndex }) => {
    const at = startIndex ?? 0
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}
