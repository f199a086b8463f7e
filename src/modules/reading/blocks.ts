import type { Where } from './plan-reading.ts'

/**
 * What every format becomes before anything is understood: text and tables in reading order, each with its place.
 * A new format (spreadsheet, PDF, HTML) makes blocks and needs no change above them.
 */
export type Block = HeadingBlock | ParagraphBlock | ItemBlock | TableBlock

/** `depth` 1 is the outermost heading. */
export type HeadingBlock = Piece & { readonly kind: 'heading'; readonly depth: number }
/**
 * `isPageFurniture` where the format itself knows the words for a header, a footer or a page number; `isMixed` where columns of a table
 * ran into each other, so that no sense is to be made of the words.
 */
export type ParagraphBlock = Piece & {
  readonly kind: 'paragraph'
  readonly isPageFurniture?: true
  readonly isMixed?: true
}
/** One item of a list, with the mark before it: "-", "•", "3." */
export type ItemBlock = Piece & { readonly kind: 'item'; readonly marker: string }

export type TableBlock = {
  readonly kind: 'table'
  readonly columns: number
  readonly rows: readonly TableRow[]
  /** true where the format knows that the table does not go on from the one before it */
  readonly beginsAnew?: boolean
}

/** `source` is the row as it stands in the document, for showing beside what was read. */
export type TableRow = { readonly cells: readonly Cell[]; readonly where: Where; readonly source: string }

/** `column` counts from 0; a cell merged over three columns has `colSpan` 3. */
export type Cell = {
  readonly text: string
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
  /** the shade of the cell as six hexadecimal digits, where it has one */
  readonly fill: string | null
  /** its paragraphs, where it has several and the format tells them from lines that only wrapped */
  readonly lines?: readonly string[]
}

/** Words and where they stand. */
export type Piece = { readonly text: string; readonly where: Where }

/** The cells of a row that hold words. */
export function filledCells(row: TableRow): Cell[] {
  return row.cells.filter((cell) => cell.text !== '')
}

/** The cell that stands in, or reaches over, a column. */
export function cellAt(row: TableRow, column: number): Cell | undefined {
  return row.cells.find((cell) => cell.column <= column && column < cell.column + cell.colSpan)
}

/** A cell of one row and one column, as text formats have them. */
export function plainCell(text: string, column: number): Cell {
  return { text, column, colSpan: 1, rowSpan: 1, fill: null }
}
