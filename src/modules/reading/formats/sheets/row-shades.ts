import type { Cell } from '../../blocks.ts'

/**
 * Takes away a shade that most of a row shares: stripes, and rows coloured whole, say nothing about one cell of them. Blank cells in
 * such a row would else be read as rated.
 */
export function dropDecoration(cells: readonly Cell[], columns: number): readonly Cell[] {
  const shade = shadeOfRow(cells, columns)
  return shade === null
    ? cells
    : cells.flatMap((cell) => (cell.fill === shade ? (cell.text === '' ? [] : [{ ...cell, fill: null }]) : [cell]))
}

/** The shade that at least three cells and three fifths of the columns have; null when none has. */
export function shadeOfRow(cells: readonly Cell[], columns: number): string | null {
  const counts = new Map<string, number>()
  for (const { fill, colSpan } of cells) if (fill !== null) counts.set(fill, (counts.get(fill) ?? 0) + colSpan)
  const found = [...counts].find(([, count]) => count >= 3 && count >= 0.6 * columns)
  return found?.[0] ?? null
}
