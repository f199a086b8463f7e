import { keyOfShade } from '../../plan/rating.ts'
import type { CellRange, Sheet, SheetCell } from './sheet.ts'

/** A row of a sheet that holds words. */
export type Line = {
  readonly row: number
  readonly cells: readonly LaidCell[]
  /** the cells that hold words */
  readonly filled: readonly LaidCell[]
  /** how many columns hold words in this row, or are held by a cell that reaches down from above */
  readonly taken: number
}

/** A cell with what it reaches over, in columns and rows of the sheet. */
export type LaidCell = SheetCell & { readonly lastColumn: number; readonly lastRow: number }

/** The rows of a sheet that hold words, with merged cells reaching over others; words under a merged cell are given apart. */
export function linesOf(sheet: Sheet): { lines: Line[]; covered: SheetCell[] } {
  const { reach, under, down } = layMerges(sheet)
  const lines: Line[] = []
  const covered: SheetCell[] = []
  for (const [row, all] of sheet.rows) {
    const cells: LaidCell[] = []
    for (const cell of all) {
      if (!under.has(cell)) cells.push({ ...cell, ...(reach.get(cell) ?? { lastColumn: cell.column, lastRow: row }) })
      else if (cell.text !== '') covered.push(cell)
    }
    const filled = cells.filter((cell) => cell.text !== '')
    if (filled.length > 0) lines.push({ row, cells, filled, taken: filled.length + (down.get(row) ?? 0) })
  }
  return { lines, covered }
}

type Merges = {
  readonly reach: Map<SheetCell, { lastColumn: number; lastRow: number }>
  readonly under: Set<SheetCell>
  /** in each row, how many cells with words reach down into it */
  readonly down: Map<number, number>
  /** how many more rows may be looked at: merged cells beyond that stay apart */
  left: number
}

const MOST_VISITS = 1_000_000

function layMerges({ rows, merges }: Sheet): Merges {
  const numbers = [...rows.keys()]
  const laid: Merges = { reach: new Map(), under: new Set(), down: new Map(), left: MOST_VISITS }
  for (const merge of merges) {
    if (laid.left <= 0) break
    const anchor = rows.get(merge.rows.first)?.find((cell) => cell.column === merge.columns.first)
    if (!anchor || laid.under.has(anchor) || laid.reach.has(anchor)) continue
    layMerge(merge, anchor, rows, numbers, laid)
  }
  return laid
}

function layMerge(
  merge: CellRange,
  anchor: SheetCell,
  rows: Sheet['rows'],
  numbers: readonly number[],
  laid: Merges,
): void {
  let lastRow = anchor.row
  for (let at = firstAtLeast(numbers, merge.rows.first); at < numbers.length; at++) {
    const row = numbers[at] ?? Number.MAX_SAFE_INTEGER
    if (row > merge.rows.last || --laid.left < 0) break
    const beneath = (rows.get(row) ?? []).filter(
      (cell) => cell !== anchor && cell.column >= merge.columns.first && cell.column <= merge.columns.last,
    )
    // Merged cells cannot overlap in a sound workbook: the later one ends where it meets the other.
    if (beneath.some((cell) => laid.under.has(cell) || laid.reach.has(cell))) break
    for (const cell of beneath) laid.under.add(cell)
    if (row !== anchor.row && anchor.text !== '') laid.down.set(row, (laid.down.get(row) ?? 0) + 1)
    lastRow = row
  }
  laid.reach.set(anchor, { lastColumn: merge.columns.last, lastRow })
}

/** Where, among sorted numbers, the first stands that is at least the one wanted. */
export function firstAtLeast(numbers: readonly number[], wanted: number): number {
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((numbers[middle] ?? 0) < wanted) from = middle + 1
    else to = middle
  }
  return from
}

/** Lines that stand together, with no blank row between them. */
export function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = []
  let reached = -2
  for (const line of lines) {
    if (line.row > reached + 1) runs.push([])
    runs.at(-1)?.push(line)
    reached = Math.max(reached, line.row, ...line.filled.map((cell) => cell.lastRow))
  }
  return runs
}

/** A blank cell shaded unlike the words beside it, as the sample of a colour in a key is; null when the row has none or several. */
export function swatchOf(line: Line): LaidCell | null {
  const shaded = line.cells.filter((cell) => cell.text === '' && cell.fill !== null && keyOfShade(cell.fill) !== null)
  const [only] = shaded
  const words = line.filled[0]
  if (!only || shaded.length > 1 || !words || line.filled.length > 1 || only.fill === words.fill) return null
  return Math.abs(only.column - words.column) <= 2 ? only : null
}

/** A row of one cell of words: a title, a note, a heading over what follows. */
export function isLone(line: Line): boolean {
  return line.taken === 1 && swatchOf(line) === null
}

/** Whether a lone line looks like a heading: bold, shaded or merged over its neighbours. */
export function standsOut(line: Line): boolean {
  return line.filled.some((cell) => cell.isBold || cell.fill !== null || cell.lastColumn > cell.column)
}
