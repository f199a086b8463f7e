import type { Print } from './lay-out-paper.ts'
import type { PaperCell, PaperRating, PaperTable } from './paper.ts'

export type TableSheet = {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly { readonly header: string; readonly weight: number; readonly align: 'start' | 'end' }[]
  readonly rows: readonly RowSheet[]
  readonly whenEmpty: readonly string[]
}

type RowSheet = {
  /** a row taller than about a third of a page may be cut by the page's end; others move whole */
  readonly mayBreak: boolean
  readonly cells: readonly CellSheet[]
}

type CellSheet =
  | { readonly lines: readonly string[]; readonly detail: readonly string[] }
  | { readonly rating: PaperRating | null }

/** Characters of table text that fit the full width of the page. */
const FITS_THE_WIDTH = 92
const TALLEST_WHOLE_ROW = 25

/** @throws RangeError when a row has not one cell per column, or a column's weight is not above 0 */
export function layOutTable(table: PaperTable, print: Print): TableSheet {
  const fits = charactersPerColumn(table)
  return {
    kind: 'table',
    caption: print(table.caption, 60),
    columns: table.columns.map(({ header, weight, align }, index) => {
      return { header: print(header, fits[index] ?? 1), weight, align }
    }),
    rows: table.rows.map((row) => layOutRow(row, fits, print)),
    whenEmpty: print(table.whenEmpty, 60).split('\n'),
  }
}

function charactersPerColumn(table: PaperTable): readonly number[] {
  const whole = table.columns.reduce((sum, { weight }) => sum + weight, 0)
  return table.columns.map(({ header, weight }) => {
    if (!(weight > 0)) throw new RangeError(`Column "${header}" has weight ${weight}; it must be above 0`)
    return Math.max(1, Math.floor((FITS_THE_WIDTH * weight) / whole) - 2)
  })
}

function layOutRow(row: readonly PaperCell[], fits: readonly number[], print: Print): RowSheet {
  if (row.length !== fits.length) {
    throw new RangeError(`A row has ${row.length} cells where the table has ${fits.length} columns`)
  }
  const heights = row.map((cell, index) => linesOf(cell, fits[index] ?? 1))
  return {
    mayBreak: Math.max(0, ...heights) > TALLEST_WHOLE_ROW,
    cells: row.map((cell, index) => layOutCell(cell, fits[index] ?? 1, print)),
  }
}

function layOutCell(cell: PaperCell, fits: number, print: Print): CellSheet {
  if ('rating' in cell) {
    const { rating } = cell
    return { rating: rating && { key: rating.key, name: print(rating.name, fits).replace(/\s+/g, ' ') } }
  }
  const detail = cell.detail ? print(cell.detail, fits).split('\n') : []
  return { lines: print(cell.text, fits).split('\n'), detail }
}

function linesOf(cell: PaperCell, fits: number): number {
  const text = 'rating' in cell ? (cell.rating?.name ?? '') : `${cell.text}\n${cell.detail ?? ''}`
  return text.split('\n').reduce((sum, line) => sum + 1 + line.length / fits, 0)
}
