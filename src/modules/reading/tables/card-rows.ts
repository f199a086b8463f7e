import { type Cell, cellAt, filledCells, type TableBlock, type TableRow } from '../blocks.ts'
import { looksLikeTime } from './column-content.ts'
import { readColumnNames } from './column-names.ts'
import { hintedColumn, knownColumn } from './known-columns.ts'
import type { Known } from './known-names.ts'

/** One field of a card: its name, its words, and the name of the group of fields it begins. A row across the card has no label. */
export type CardRow = {
  readonly label: string
  readonly value: string
  readonly fill: string | null
  /** words beside the field that are neither its name nor its value */
  readonly group: string
  readonly where: TableRow['where']
  readonly source: string
}

const LONGEST_LABEL = 100

/**
 * The fields of a table that is a card, one action told from top to bottom: names of fields stand in a column and their words right of
 * them, in one pair of columns or in two. Null for a table that tells its actions from left to right.
 */
export function readCardRows(block: TableBlock): CardRow[] | null {
  if (block.columns < 2 || block.columns > 6) return null
  const labels = labelColumns(block)
  if (labels.length === 0) return null
  return block.rows.flatMap((row) => fieldsOf(row, labels, block.columns))
}

/** Whether a table goes on from a card that a page cut: as many columns, and no row of names. */
export function continuesCard(block: TableBlock, columns: number): boolean {
  return block.columns === columns && block.rows.every((row) => (readColumnNames(row.cells)?.length ?? 0) < 3)
}

/** As `readCardRows`, for the rest of a card whose names of fields stand in the column before the last. */
export function readRestOfCard(block: TableBlock): CardRow[] {
  const labels = labelColumns(block)
  return block.rows.flatMap((row) => fieldsOf(row, labels.length > 0 ? labels : [block.columns - 2], block.columns))
}

const FIELDS: readonly Known[] = [
  'measure',
  'timescale',
  'lead',
  'progress',
  'narrative',
  'impact',
  'starts',
  'outcome',
]

/** The columns that hold names of fields, each with words right of it. */
function labelColumns(block: TableBlock): number[] {
  const columns = Array.from({ length: block.columns - 1 }, (_, column) => column)
  const counts = columns.map((column) => countFields(block, column))
  const hasFirst = counts.some(({ isFirst }) => isFirst)
  const found = counts.map(({ known, isFirst, isSecond }) => (isFirst || (hasFirst && isSecond) ? known : 0))
  const count = (column: number) => found[column] ?? 0
  const labels = columns.filter(
    (column) => count(column) > 0 && count(column) > count(column - 1) && count(column) >= count(column + 1),
  )
  const isLabel = (cell: Cell) => labels.includes(cell.column) && fieldName(cell.text) !== null
  const down = new Set(
    block.rows.flatMap((row) =>
      filledCells(row)
        .filter(isLabel)
        .map((cell) => cell.text),
    ),
  ).size
  const across = Math.max(
    0,
    ...block.rows.map((row) => readColumnNames(row.cells)?.filter(({ known }) => known).length ?? 0),
  )
  return down > across || (down === across && across < 3) ? labels : []
}

/** How many names of fields a column holds, and whether it may be the first column of them or one beside it. */
function countFields(block: TableBlock, column: number): { known: number; isFirst: boolean; isSecond: boolean } {
  const cells = block.rows.flatMap((row) => row.cells.filter((cell) => cell.column === column && cell.text !== ''))
  const known = cells.flatMap((cell) => fieldName(cell.text) ?? [])
  const kinds = new Set(known)
  const fields = FIELDS.filter((field) => kinds.has(field)).length
  const isAction = kinds.has('action') || kinds.has('description')
  const isShort = cells.every((cell) => cell.text.length <= LONGEST_LABEL || cell.colSpan > 1)
  return {
    known: known.length,
    isFirst: isShort && known.length >= 0.4 * cells.length && (fields >= 3 || (isAction && fields >= 1)),
    isSecond: isShort && known.length >= 2 && known.length >= 0.8 * cells.length,
  }
}

function fieldName(text: string): Known | null {
  if (looksLikeTime(text) && text.length > 25) return null
  return (knownColumn(text) ?? hintedColumn(text))?.known ?? null
}

function fieldsOf(row: TableRow, labels: readonly number[], columns: number): CardRow[] {
  const filled = filledCells(row)
  const base = { where: row.where, source: row.source, fill: null, group: '' }
  const [only] = filled
  if (!only) return []
  if (filled.length === 1 && (only.colSpan > 1 || (labels[0] === 0 && only.column === 0 && isTitle(only)))) {
    return [{ ...base, label: '', value: only.text }]
  }
  const used = new Set<Cell>()
  const fields = labels.flatMap((column, index): CardRow[] => {
    const label = cellAt(row, column)
    const end = labels[index + 1] ?? columns
    const values = filled.filter((cell) => cell.column > column && cell.column < end && cell !== label)
    const fill = row.cells.find((cell) => cell.column > column && cell.column < end && cell.fill)?.fill ?? null
    if (label) used.add(label)
    for (const value of values) used.add(value)
    const value = values.map((cell) => cell.text).join(' ')
    return label?.text || value ? [{ ...base, label: label?.text ?? '', value, fill }] : []
  })
  const group = filled
    .filter((cell) => !used.has(cell))
    .map((cell) => cell.text)
    .join(' ')
  const [first, ...rest] = fields
  return first ? [{ ...first, group }, ...rest] : [{ ...base, label: '', value: '', group }]
}

function isTitle({ text }: Cell): boolean {
  return knownColumn(text) === null && text.length > 12
}
