import type { Piece } from '../../blocks.ts'
import { LIMITS } from '../../limits.ts'
import type { Finding } from '../../plan-reading.ts'

/** One sheet of any spreadsheet before it is laid out as blocks. Rows and columns count from 0 here. */
export type Sheet = {
  readonly name: string
  readonly isHidden: boolean
  /** in the order of the sheet, and each row's cells from left to right */
  readonly rows: ReadonlyMap<number, readonly SheetCell[]>
  readonly merges: readonly CellRange[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: readonly Span[]
  /** words that stand in no cell: notes on cells, text boxes, headers and footers of the printed page */
  readonly besides: readonly Piece[]
  readonly doubts: readonly Finding[]
}

export type SheetCell = {
  readonly row: number
  readonly column: number
  readonly text: string
  /** its lines, where its author began new ones in it */
  readonly lines?: readonly string[]
  readonly fill: string | null
  readonly isBold: boolean
}

/** First and last, both included. */
export type Span = { readonly first: number; readonly last: number }
export type CellRange = { readonly rows: Span; readonly columns: Span }

export type SheetProblem = 'too-many-rows' | 'too-many-cells' | 'damaged'

/** What the sheets of one workbook may hold together; `problem` is set by whatever first goes beyond it. */
export type SheetBudget = { cells: number; characters: number; rows: number; problem: SheetProblem | null }

export function newBudget(): SheetBudget {
  return { cells: 0, characters: 0, rows: 0, problem: null }
}

/**
 * Puts a cell into its row. Blank cells with no shade are left out; what goes beyond the budget sets its problem, and no more is kept.
 */
export function putCell(rows: Map<number, SheetCell[]>, cell: SheetCell, budget: SheetBudget): void {
  if (budget.problem || (cell.text === '' && cell.fill === null)) return
  budget.cells++
  budget.characters += cell.text.length
  if (budget.cells > LIMITS.sheetCells || budget.characters > LIMITS.sheetCharacters) budget.problem = 'too-many-cells'
  const row = rows.get(cell.row)
  if (row) {
    row.push(cell)
    return
  }
  rows.set(cell.row, [cell])
  if (++budget.rows > LIMITS.tableRows) budget.problem = 'too-many-rows'
}

/** The rows from top to bottom, and the cells of each from left to right; where two claim one place, both are kept. */
export function inOrder(rows: ReadonlyMap<number, SheetCell[]>): Map<number, SheetCell[]> {
  const sorted = [...rows].sort(([a], [b]) => a - b)
  return new Map(sorted.map(([row, cells]) => [row, cells.sort((a, b) => a.column - b.column)]))
}

/** "AB12", from row 11 and column 27. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

/** "AB", from 27. */
export function columnName(column: number): string {
  let name = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name
  return name
}

/** "A1:C3" or "B2" as rows and columns; null for what is neither. A whole column or row reaches to the sheet's end. */
export function readRange(text: string): CellRange | null {
  const found = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/i.exec(text.trim())
  if (!found) return null
  const [, firstColumn, firstRow, lastColumn = firstColumn, lastRow = firstRow] = found
  if (firstColumn === undefined && firstRow === undefined) return null
  const rows = { first: Number(firstRow ?? 1) - 1, last: Number(lastRow ?? 1_048_576) - 1 }
  const columns = { first: columnNumber(firstColumn ?? 'A'), last: columnNumber(lastColumn ?? 'XFD') }
  const isForward = rows.first >= 0 && rows.first <= rows.last && columns.first <= columns.last
  return isForward ? { rows, columns } : null
}

function columnNumber(name: string): number {
  let number = 0
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}
