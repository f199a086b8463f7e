import type { Cell, TableBlock, TableRow } from '../blocks.ts'
import { squeeze } from './inline-text.ts'

/** A Word table while it is read, row by row and cell by cell. */
export type TableDraft = {
  readonly rows: TableRow[]
  cells: CellDraft[]
  column: number
  cell: CellDraft | null
  /** the cell each column is in, so that a cell merged downwards grows */
  readonly above: Map<number, CellDraft>
}
type CellDraft = {
  texts: string[]
  column: number
  colSpan: number
  rowSpan: number
  fill: string | null
  merge: 'goes-on' | 'begins' | null
  /** the rest of the cell before it, as old documents merge sideways */
  isMore: boolean
}

export function openTable(): TableDraft {
  return { rows: [], cells: [], column: 0, cell: null, above: new Map() }
}

export function openRow(table: TableDraft): void {
  table.cells = []
  table.column = 0
}

export function openCell(table: TableDraft): void {
  table.cell = { texts: [], column: table.column, colSpan: 1, rowSpan: 1, fill: null, merge: null, isMore: false }
}

export function closeCell(table: TableDraft): void {
  const cell = table.cell
  table.cell = null
  if (!cell) return
  table.column = cell.column + cell.colSpan
  const before = table.cells.at(-1)
  if (cell.isMore && before && before.column + before.colSpan === cell.column) {
    before.colSpan += cell.colSpan
    before.texts.push(...cell.texts)
    return
  }
  const above = table.above.get(cell.column)
  if (cell.merge === 'goes-on' && above) {
    above.rowSpan++
    if (cell.texts.length === 0) return
  }
  if (cell.merge !== 'goes-on') table.above.set(cell.column, cell)
  table.cells.push(cell)
}

/** `line` counts paragraphs and rows from the document's start; `row` counts from the table's. */
export function closeRow(table: TableDraft, line: number): void {
  const cells = table.cells.map(toCell)
  const source = cells.map((cell) => cell.text).join(' | ')
  table.rows.push({ cells, where: { line, endLine: line, row: table.rows.length + 1 }, source })
}

export function closeTable(table: TableDraft): TableBlock {
  const reach = (row: TableRow) => Math.max(0, ...row.cells.map((cell) => cell.column + cell.colSpan))
  const columns = table.rows.reduce((most, row) => Math.max(most, reach(row)), 0)
  return { kind: 'table', columns, rows: table.rows }
}

/** The drafts stay alive while rows below may still grow them, so the cell reads its span when it is asked. */
function toCell(draft: CellDraft): Cell {
  const lines = draft.texts.map(squeeze).filter((line) => line !== '')
  const text = lines.join(' ')
  const { column, colSpan, fill } = draft
  return {
    text,
    column,
    colSpan,
    fill,
    ...(lines.length > 1 ? { lines } : {}),
    get rowSpan() {
      return draft.rowSpan
    },
  }
}
