import type { Block, Cell, TableBlock, TableRow } from '../../blocks.ts'
import { LIMITS } from '../../limits.ts'
import type { Where } from '../../plan-reading.ts'
import { firstAtLeast, isLone, type LaidCell, type Line, linesOf, standsOut } from './lines.ts'
import { dropDecoration } from './row-shades.ts'
import { cellName, type Sheet } from './sheet.ts'
import { findPieces, isBand, type SheetPiece } from './tables-of-sheet.ts'

/** Where rows stand in the document, and how each stands there. */
export type Origin = {
  readonly whereOf: (line: Line) => Where
  readonly sourceOf: (line: Line) => string
}

/** The sheets as blocks, each under its name where there are several; null when a table has more columns than a plan has. */
export function sheetBlocks(sheets: readonly Sheet[]): Block[] | null {
  const laid = sheets.map((sheet) => ({ sheet, ...linesOf(sheet) }))
  const worded = laid.filter(({ sheet, lines }) => lines.length > 0 || sheet.besides.length > 0)
  const blocks: Block[] = []
  for (const { sheet, lines, covered } of worded) {
    const place = { sheet: sheet.name }
    if (worded.length > 1) blocks.push({ kind: 'heading', depth: 1, text: sheet.name, where: place })
    const made = lineBlocks(lines, { whereOf: ({ row }) => ({ ...place, row: row + 1 }), sourceOf: barred })
    if (!made) return null
    blocks.push(...made)
    for (const cell of covered) {
      const text = `Under a merged cell at ${cellName(cell.row, cell.column)}: ${cell.text}`
      blocks.push({ kind: 'paragraph', text, where: { ...place, row: cell.row + 1 } })
    }
    for (const piece of sheet.besides) blocks.push({ kind: 'paragraph', ...piece })
  }
  return blocks
}

/** Rows of cells as tables and the text round them; null when a table has more columns than a plan has. */
export function lineBlocks(lines: readonly Line[], origin: Origin): Block[] | null {
  const pieces = findPieces(lines)
  const tables = pieces.filter((piece) => piece.kind === 'table').length
  const blocks: Block[] = []
  for (const [index, piece] of pieces.entries()) {
    const made = blocksOf(piece, origin, tables > 1 && pieces[index + 1]?.kind === 'table')
    if (!made) return null
    for (const block of made) blocks.push(block)
  }
  return blocks
}

function blocksOf(piece: SheetPiece, origin: Origin, isOverTable: boolean): Block[] | null {
  if (piece.kind === 'table') {
    const table = tableOf(piece.lines, origin)
    return table && [table]
  }
  if (piece.kind === 'key') return [keyTable(piece.lines, origin)]
  return piece.lines.map((line, index): Block => {
    const text = wordsOf(line)
    const where = origin.whereOf(line)
    const isHeading = isOverTable && index === piece.lines.length - 1 && standsOut(line) && text.length <= 120
    return isHeading ? { kind: 'heading', depth: 2, text, where } : { kind: 'paragraph', text, where }
  })
}

/** Each shaded line of a key as a row of two cells: the colour, and what it means. */
function keyTable(lines: readonly Line[], { whereOf, sourceOf }: Origin): TableBlock {
  const rows = lines.map((line): TableRow => {
    const text = wordsOf(line)
    const swatch = { text: '', column: 0, colSpan: 1, rowSpan: 1, fill: line.filled[0]?.fill ?? null }
    const meaning = { text, column: 1, colSpan: 1, rowSpan: 1, fill: null }
    return { cells: [swatch, meaning], where: whereOf(line), source: sourceOf(line) }
  })
  return { kind: 'table', columns: 2, rows, beginsAnew: true }
}

/** Only columns that hold words, or shades among them, are kept, so that a cell far off costs nothing. */
function tableOf(lines: readonly Line[], { whereOf, sourceOf }: Origin): TableBlock | null {
  const reach = lines.reduce((most, line) => Math.max(most, line.filled.at(-1)?.column ?? 0), 0)
  const used = new Set<number>()
  for (const line of lines) for (const cell of line.cells) if (cell.column <= reach) used.add(cell.column)
  const columns = [...used].sort((a, b) => a - b)
  if (columns.length > LIMITS.tableColumns) return null
  const indexByColumn = new Map(columns.map((column, index) => [column, index]))
  const rowNumbers = lines.map((line) => line.row)
  const countRows = (cell: LaidCell) => spanOf(rowNumbers, cell.row, cell.lastRow)
  const first = columns[0] ?? 0
  const rows = lines.map((line): TableRow => {
    const where = whereOf(line)
    const [lone] = line.filled
    if (isLone(line) && lone && isBand(line, first)) {
      const band: Cell = { text: lone.text, column: 0, colSpan: columns.length, rowSpan: 1, fill: lone.fill }
      return { cells: [band], where, source: sourceOf(line) }
    }
    const cells = line.cells.flatMap((cell): Cell[] => {
      const column = indexByColumn.get(cell.column)
      if (column === undefined) return []
      const { text, fill } = cell
      const lines = cell.lines ? { lines: cell.lines } : {}
      return [
        {
          text,
          ...lines,
          fill,
          column,
          colSpan: spanOf(columns, cell.column, cell.lastColumn),
          rowSpan: countRows(cell),
        },
      ]
    })
    return { cells: dropDecoration(cells, columns.length), where, source: sourceOf(line) }
  })
  return { kind: 'table', columns: columns.length, rows, beginsAnew: true }
}

/** How many of the sorted numbers lie from `first` to `last`; at least the first. */
function spanOf(numbers: readonly number[], first: number, last: number): number {
  if (first === last) return 1
  let count = 0
  for (let at = firstAtLeast(numbers, first); at < numbers.length && (numbers[at] ?? 0) <= last; at++) count++
  return Math.max(1, count)
}

function wordsOf(line: Line): string {
  return line.filled.map((cell) => cell.text).join(' ')
}

function barred(line: Line): string {
  return line.filled.map((cell) => cell.text).join(' | ')
}
