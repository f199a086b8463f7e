import type { TableBlock, TableRow } from '../../blocks.ts'
import { least, most } from '../columns/extremes.ts'
import { joinLines } from '../join-lines.ts'
import { fillOf, isShadeOfRow } from './cell-fill.ts'
import type { Grid, GridCell } from './find-grids.ts'
import { gatherLines, textOfLine } from './gather-lines.ts'
import { hardLines } from './hard-lines.ts'
import type { Box, Shade, Word } from './page-ink.ts'

/** What a table needs to know of its page and document. */
export type TableContext = {
  readonly page: number
  readonly shades: readonly Shade[]
  /** the line of the page that stands at a height, counted from 1 */
  readonly lineAt: (base: number) => number
  readonly isWord: (word: string) => boolean
}

/** A grid with the words in it as a table; rows and cells of no height, which double lines make, are left out. */
export function readGrid(grid: Grid, words: readonly Word[], context: TableContext): TableBlock {
  const wordsByCell = sortIntoCells(grid, words)
  const rows: TableRow[] = []
  for (let row = 0; row < grid.ys.length - 1; row++) {
    const cells = grid.cells
      .filter((cell) => cell.row === row)
      .map((cell) => readCell(grid, cell, wordsByCell.get(cell) ?? [], context))
    if (cells.every((cell) => cell.text === '' && cell.fill === null)) continue
    const hasRowShade = isShadeOfRow(cells.map((cell) => cell.fill))
    const bases = cells.flatMap((cell) => cell.bases)
    const [first, last] = [context.lineAt(least(bases, (base) => base)), context.lineAt(most(bases, (base) => base))]
    const place = bases.length === 0 ? { line: context.lineAt(grid.ys[row] ?? 0) } : { line: first, endLine: last }
    rows.push({
      cells: cells.map(({ bases: _, ...cell }) => (hasRowShade ? { ...cell, fill: null } : cell)),
      where: { page: context.page, ...place },
      source: cells.map((cell) => cell.text).join(' | '),
    })
  }
  return { kind: 'table', columns: grid.xs.length - 1, rows }
}

/** Whether a grid's cells hold words side by side, as those of a frame around a page do not. */
export function isTableGrid(grid: Grid): boolean {
  return grid.xs.length > 2 && grid.cells.length > 2
}

function sortIntoCells(grid: Grid, words: readonly Word[]): Map<GridCell, Word[]> {
  const columns = grid.xs.length - 1
  const byPlace = new Map<number, GridCell>()
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.colSpan; column++)
        byPlace.set(row * columns + column, cell)
  }
  const sorted = new Map<GridCell, Word[]>()
  for (const word of words) {
    const row = indexIn(grid.ys, word.isTurned ? (word.top + word.bottom) / 2 : word.base - 0.3 * word.size)
    const cell = byPlace.get(row * columns + indexIn(grid.xs, (word.left + word.right) / 2))
    if (!cell) continue
    const known = sorted.get(cell)
    if (known) known.push(word)
    else sorted.set(cell, [word])
  }
  return sorted
}

/** Which of the spaces between places a place falls in; the first or last when it is outside. */
function indexIn(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length - 2]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((places[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

function readCell(grid: Grid, cell: GridCell, words: readonly Word[], context: TableContext) {
  const box: Box = {
    left: grid.xs[cell.column] ?? 0,
    right: grid.xs[cell.column + cell.colSpan] ?? 0,
    top: grid.ys[cell.row] ?? 0,
    bottom: grid.ys[cell.row + cell.rowSpan] ?? 0,
  }
  const lines = gatherLines(words)
  const inset = Math.max(
    1,
    Math.min(
      8,
      least(lines, (line) => line.left - box.left),
    ),
  )
  const joined = lines.map((line) => ({
    text: textOfLine(line.words),
    isFull: line.right + 0.6 * line.size > box.right - inset,
  }))
  const broken = hardLines(lines, joined, box.right - inset, context.isWord)
  return {
    text: joinLines(joined, context.isWord),
    ...(broken.length > 1 ? { lines: broken } : {}),
    column: cell.column,
    colSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    fill: fillOf(box, context.shades, words.length > 0),
    bases: lines.map((line) => line.base),
  }
}
