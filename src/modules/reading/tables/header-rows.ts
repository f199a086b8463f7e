import { cellAt, filledCells, type TableRow } from '../blocks.ts'
import type { Recipe } from '../recipe.ts'
import { isReference, looksLikeTime } from './column-content.ts'
import { type ColumnName, isTickName, type NameCell, readColumnNames } from './column-names.ts'
import { hintedColumn, knownColumn } from './known-columns.ts'

/** The names over a table and how many rows they take: one, or two where some names stand over several. */
export type HeaderRows = { readonly names: readonly ColumnName[]; readonly rows: readonly TableRow[] }

/** Reads the names that begin at a row; `below` is the row after it, which may name the columns under a name merged over several. */
export function readHeaderRows(row: TableRow, below: TableRow | undefined, recipe: Recipe): HeaderRows | null {
  const single = readColumnNames(row.cells, recipe)
  if (below && isSubHeader(row, below)) {
    const joined = readColumnNames(joinNames(row, below), recipe)
    if (joined && countKnown(joined) > (single ? countKnown(single) : 0)) return { names: joined, rows: [row, below] }
  }
  return single ? { names: single, rows: [row] } : null
}

function countKnown(names: readonly ColumnName[]): number {
  return names.filter((name) => name.known !== null).length
}

/** Whether a row only names columns that the row above leaves open: those under a merged or an empty cell. */
function isSubHeader(row: TableRow, below: TableRow): boolean {
  const filled = filledCells(below)
  if (filled.length < 2 || filledCells(row).length < 2) return false
  const isName = ({ text }: { text: string }) =>
    isTickName(text) || knownColumn(text) !== null || hintedColumn(text) !== null
  const isOpen = (column: number) => {
    const above = cellAt(row, column)
    return !above || above.text === '' || above.colSpan > 1
  }
  return (
    filled.every(
      (cell) => cell.text.length <= 60 && !isReference(cell.text) && (isOpen(cell.column) || isSame(row, cell)),
    ) && filled.some((cell) => isName(cell) || looksLikeTime(cell.text))
  )
}

/** Where a table leaves no merged cells, a name merged downwards is written in both rows. */
function isSame(row: TableRow, cell: { readonly text: string; readonly column: number }): boolean {
  return cellAt(row, cell.column)?.text === cell.text
}

function joinNames(row: TableRow, below: TableRow): NameCell[] {
  const columns = new Set([...row.cells, ...below.cells].map((cell) => cell.column))
  return [...columns]
    .sort((a, b) => a - b)
    .flatMap((column): NameCell[] => {
      const own = cellAt(below, column)
      const above = nameAbove(row, below, column)
      if (!own || own.text === '' || own.text === above) {
        const cell = cellAt(row, column)
        return cell && cell.column === column && cell.text !== '' && !isSpread(row, below, column)
          ? [{ text: cell.text, column, colSpan: cell.colSpan }]
          : []
      }
      const isKnown = knownColumn(own.text) !== null || isTickName(own.text)
      return [{ text: isKnown || above === '' ? own.text : `${above} ${own.text}`, column, colSpan: own.colSpan }]
    })
}

/** The name over a column: the cell that reaches over it, or in a table without merged cells the last one left of it. */
function nameAbove(row: TableRow, below: TableRow, column: number): string {
  const over = cellAt(row, column)
  if (over && over.text !== '') return over.text
  const left = row.cells.findLast((cell) => cell.column < column && cell.text !== '')
  return left && cellAt(below, left.column)?.text !== '' ? left.text : ''
}

/** Whether the name above is only the roof of the names below it. */
function isSpread(row: TableRow, below: TableRow, column: number): boolean {
  const cell = cellAt(row, column)
  return cell !== undefined && cell.colSpan > 1 && filledCells(below).some((each) => cellAt(row, each.column) === cell)
}
