import { type Block, filledCells, type TableBlock, type TableRow } from '../blocks.ts'
import { isNotActions, NO_RECIPE, type Recipe, tableSignature } from '../recipe.ts'
import type { Role } from './column-names.ts'
import { cellBelow, type SampledColumn, sampleOf } from './column-samples.ts'
import { readHeaderRows } from './header-rows.ts'
import { type GoingOn, readTable, type TableEvent } from './read-table.ts'

/** A table of a document as somebody is asked about it; tables with the same names are one. */
export type TableSeen = {
  readonly columns: readonly ColumnSeen[]
  /** rows under its names, in the whole document */
  readonly rows: number
  readonly holdsActions: boolean
  /** whether its first row names its columns */
  readonly isNamed: boolean
}

export type ColumnSeen = {
  /** as the table has it; empty where it names none */
  readonly name: string
  readonly role: Role
  /** the first few words that stand in it */
  readonly samples: readonly string[]
}

const SAMPLES = 3
/** More kinds of table than this nobody would go through. */
const MOST_TABLES = 40

type Growing = {
  columns: (SampledColumn & { samples: string[] })[]
  rows: number
  holdsActions: boolean
  isNamed: boolean
}

/** The tables of a document, largest first, with what the reader takes each column for. */
export function findTables(blocks: readonly Block[], recipe: Recipe = NO_RECIPE): readonly TableSeen[] {
  const tables = new Map<string, Growing>()
  let before: GoingOn = { actions: null, data: null }
  let open: Growing | null = null
  for (const block of blocks) {
    if (block.kind !== 'table') {
      if (block.text.length > 80) before = { actions: null, data: null }
      continue
    }
    const { events, now } = readTable(block, { before, title: null, recipe })
    const rest = events.filter((event) => event.kind !== 'band')
    if (before.actions === null && before.data === null) open = null
    for (const event of rest) open = take(tables, open, event, block, recipe)
    before = now
  }
  return [...tables.values()]
    .filter(({ columns, rows }) => columns.length > 1 && rows > 0)
    .sort((a, b) => Number(b.holdsActions) - Number(a.holdsActions) || b.rows - a.rows)
    .slice(0, MOST_TABLES)
    .map((table) => ({ ...table, columns: table.columns.map(({ column: _, ...column }) => column) }))
}

function take(
  tables: Map<string, Growing>,
  open: Growing | null,
  event: TableEvent,
  block: TableBlock,
  recipe: Recipe,
): Growing | null {
  switch (event.kind) {
    case 'names':
      return begin(tables, event.names, event.rows.length > 0, true)
    case 'data':
      return event.names ? beginAt(tables, event.names, recipe) : unnamed(tables, block)
    case 'loose':
    case 'datum': {
      const isOfOpen = open !== null && !open.holdsActions
      const table = isOfOpen ? open : beginAt(tables, event.row, recipe)
      if (isOfOpen) addRow(table, (column) => cellBelow(column, event.row))
      return table
    }
    case 'band':
      return open
    default:
      if (open) addRow(open, (column) => (isWhole(event) ? sampleOf(column, open.columns, event.reading) : ''))
      return open
  }
}

function beginAt(tables: Map<string, Growing>, row: TableRow, recipe: Recipe): Growing {
  const cells = filledCells(row)
  const texts = cells.map(({ text }) => text)
  const known = isNotActions(recipe, texts) ? readHeaderRows(row, undefined, NO_RECIPE)?.names : undefined
  const names = cells.map(({ text, column }) => ({
    text,
    column,
    role: known?.find((name) => name.column === column)?.role ?? ('other' as const),
  }))
  return begin(tables, names, true, false)
}

function unnamed(tables: Map<string, Growing>, block: TableBlock): Growing {
  const names = Array.from({ length: block.columns }, (_, column) => ({ text: '', column, role: 'other' as const }))
  return begin(tables, names, false, false)
}

function begin(
  tables: Map<string, Growing>,
  names: readonly { readonly text: string; readonly role: Role; readonly column: number }[],
  isNamed: boolean,
  holdsActions: boolean,
): Growing {
  const key = isNamed ? tableSignature(names.map(({ text }) => text)).join('\u0000') : `unnamed ${names.length}`
  const known = tables.get(key)
  const columns = names.map(({ text, role, column }, at) => ({
    name: known?.columns[at]?.name ?? text,
    role: known?.columns[at]?.role ?? role,
    column,
    samples: known?.columns[at]?.samples ?? [],
  }))
  if (known) {
    known.columns = columns
    return known
  }
  const table: Growing = { columns, rows: 0, holdsActions, isNamed }
  tables.set(key, table)
  return table
}

/** The rest of a row that a page cut shows no cell whole. */
function isWhole({ kind }: TableEvent): boolean {
  return kind !== 'continuation'
}

function addRow(table: Growing, textOf: (column: SampledColumn) => string): void {
  table.rows++
  for (const column of table.columns) {
    const text = textOf(column)
    if (text !== '' && column.samples.length < SAMPLES) column.samples.push(text.slice(0, 90))
  }
}
