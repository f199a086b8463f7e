import { filledCells, type Piece, type TableBlock, type TableRow } from '../blocks.ts'
import { opensAsAction } from '../plan/action-words.ts'
import { readKeyRow } from '../plan/key-row.ts'
import type { TableKind } from '../plan-reading.ts'
import { isNotActions, NO_RECIPE, type Recipe } from '../recipe.ts'
import { isAside, isKeyTable, isSameTable } from './asides.ts'
import { bandOf, ledPart } from './band.ts'
import { looksLikeTime } from './column-content.ts'
import type { ColumnName } from './column-names.ts'
import { readHeaderRows } from './header-rows.ts'
import { mapInPlace } from './map-columns.ts'
import { namesByContent } from './names-by-content.ts'
import { isToldActions, namesByPlace } from './names-by-place.ts'
import { type OpenTable, type RowEvent, readGroup } from './read-group.ts'
import { splitGluedReference } from './read-row.ts'
import { describeColumns, settleNames } from './settle-names.ts'
import { kindByTitle, kindOfTable } from './table-kind.ts'

/** What a table says, in order. `loose` rows belong to no table of actions; `data` opens a table that is no plan, `datum` is its row. */
export type TableEvent =
  | BandEvent
  | { readonly kind: 'names'; readonly names: readonly ColumnName[]; readonly rows: readonly TableRow[] }
  | RowEvent
  | { readonly kind: 'data'; readonly as: TableKind; readonly names: TableRow | null; readonly title: Piece | null }
  | { readonly kind: 'datum'; readonly row: TableRow }
  | { readonly kind: 'loose'; readonly row: TableRow }

/** A row of one cell. `place` says where it stands among others: outside a table of actions, or as one of two directly above each other. */
export type BandEvent = {
  readonly kind: 'band'
  readonly piece: Piece
  readonly place: 'outside' | 'outer' | 'inner' | 'alone'
  /** "Priority lead: Ann Lee", beside the title */
  readonly lead?: string
}

/** The table that may go on after a page break: of actions, or one that is no plan, as wide as `columns`. */
export type GoingOn = {
  readonly actions: OpenTable | null
  readonly data: { readonly columns: number } | null
  /** only a heading stood between, so that no row of it was cut in two */
  readonly isHeaded?: true
}

/** What surrounds a piece of a table: what it may go on from, the words directly before it, and what somebody told of such tables. */
export type Around = { readonly before: GoingOn; readonly title: Piece | null; readonly recipe: Recipe }

/** Reads one piece of a table; the answer says how things now stand. */
export function readTable(
  block: TableBlock,
  { before, title, recipe }: Around,
): { events: TableEvent[]; now: GoingOn } {
  const events: TableEvent[] = []
  let table = before.actions && !isKeyTable(block) ? reopen(before.actions, block) : null
  let isData = table === null && before.data?.columns === widthOf(block)
  const first = firstFilled(block)
  let group: TableRow[] = []
  let isFirstOfPiece = table !== null && !before.isHeaded
  let isInBands = false
  let lastBand: Piece | null = title
  const flush = () => {
    if (table && group.length > 0) {
      const read = readGroup(group, block.columns, table, isFirstOfPiece)
      events.push(...read.events)
      table = read.open
    } else events.push(...group.map((row) => ({ kind: isData ? ('datum' as const) : ('loose' as const), row })))
    if (group.length > 0) isFirstOfPiece = false
    group = []
  }
  for (let at = 0; at < block.rows.length; at++) {
    const row = block.rows[at]
    if (!row) break
    const filled = filledCells(row)
    if (filled.length === 0 && !(table && row.cells.some((cell) => cell.fill))) continue
    const texts = filled.map(({ text }) => text)
    if (isNotActions(recipe, texts)) {
      flush()
      table = null
      isData = false
      group.push(row)
      continue
    }
    const below = block.rows.slice(at + 1, at + 1 + FAR_ENOUGH)
    const opening = openingAt(row, below, block, lastBand, {
      recipe,
      table,
      isData,
      isFirst: at === first,
    })
    if (opening?.kind === 'names' && table && isFirstOfPiece && at === first && isSameTable(table, opening.table)) {
      // A page repeats the names over what it cut from the row before.
      events.push(opening.event)
      at += opening.rows - 1
      continue
    }
    if (opening) {
      flush()
      isFirstOfPiece = false
      isInBands = false
      isData = opening.kind === 'data'
      table = opening.kind === 'names' ? opening.table : null
      events.push(opening.event)
      at += opening.rows - 1
      continue
    }
    if (table && isAside(row)) {
      flush()
      events.push({ kind: 'loose', row })
      continue
    }
    const isKey = table === null && readKeyRow(row) !== null
    const band: BandEvent | null =
      isData || isKey
        ? null
        : bandOf(row, below, block.columns, { table, isInBands, isAfterCut: isFirstOfPiece && group.length === 0 })
    if (band) {
      flush()
      isFirstOfPiece = false
      lastBand = band.piece
      events.push(band)
    } else group.push(row)
    isInBands = band !== null
  }
  flush()
  return { events, now: { actions: table, data: isData ? { columns: widthOf(block) } : null } }
}

/** How many columns hold words: a text's rows may end in separators that no cell follows. */
function widthOf(block: TableBlock): number {
  const widest = (row: TableRow) => filledCells(row).reduce((most, cell) => Math.max(most, cell.column + 1), 0)
  return block.rows.reduce((most, row) => Math.max(most, widest(row)), 0)
}

/** How many rows below are looked at to know what a table is. */
const FAR_ENOUGH = 60

type Opening =
  | { readonly kind: 'names'; readonly event: TableEvent; readonly rows: number; readonly table: OpenTable }
  | { readonly kind: 'data'; readonly event: TableEvent; readonly rows: number }

type Standing = {
  readonly recipe: Recipe
  readonly table: OpenTable | null
  readonly isData: boolean
  readonly isFirst: boolean
}

/** Whether a table begins at a row: one that is no plan, or one of actions, by its names or by what stands in it. */
function openingAt(
  row: TableRow,
  below: readonly TableRow[],
  block: TableBlock,
  title: Piece | null,
  { recipe, table, isData, isFirst }: Standing,
): Opening | null {
  const as = isToldActions(recipe, row) ? null : kindOfTable(row, below, title?.text ?? '')
  if (as && !(table && isRowOf(table, row)))
    return { kind: 'data', event: { kind: 'data', as, names: row, title }, rows: 1 }
  const header = ledPart(row) ? null : readHeaderRows(row, below[0], recipe)
  if (header) {
    const rest = block.rows.slice(block.rows.indexOf(row) + header.rows.length)
    const own = rest.slice(0, nextHeader(rest))
    return {
      kind: 'names',
      event: { kind: 'names', names: header.names, rows: header.rows },
      rows: header.rows.length,
      table: openTable(header.names, own, block.columns, table),
    }
  }
  if (!isFirst || table || isData) return null
  const titled = title && kindByTitle(title.text)
  const hasWords = filledCells(row).length > 1
  if (titled && hasWords) {
    const event = { kind: 'data' as const, as: titled, names: null, title }
    return { kind: 'data', event, rows: 0 }
  }
  const names = namesByPlace(recipe, block.columns) ?? namesByContent(block.rows, block.columns)
  if (!names) return null
  return {
    kind: 'names',
    event: { kind: 'names', names, rows: [] },
    rows: 0,
    table: { ...openTable(names, block.rows, block.columns, null) },
  }
}

/** Whether a row is one of an open table and no row of names: it has a date or a reference, or sentences. */
function isRowOf(table: OpenTable, row: TableRow): boolean {
  const cells = filledCells(row)
  return (
    cells.some((cell) => cell.text.length > 45 || /[.;]$/.test(cell.text)) ||
    table.names.some((name) => {
      const text = cells.find((cell) => cell.column === name.column)?.text ?? ''
      return (name.role === 'timescale' && looksLikeTime(text)) || (name.role === 'action' && opensAsAction(text))
    })
  )
}

function firstFilled(block: TableBlock): number {
  return block.rows.findIndex((row) => filledCells(row).length > 1)
}

function nextHeader(rows: readonly TableRow[]): number {
  const at = rows.findIndex((row, index) => readHeaderRows(row, rows[index + 1], NO_RECIPE) !== null)
  return at === -1 ? rows.length : at
}

function openTable(
  names: readonly ColumnName[],
  rows: readonly TableRow[],
  columns: number,
  before: OpenTable | null,
): OpenTable {
  const full = rows.filter((row) => filledCells(row).length > 1)
  const content = describeColumns(full, columns)
  const inPlace = mapInPlace(names, content)
  const settled = inPlace ? settleNames(names, content) : names
  const map = inPlace && mapInPlace(settled, content)
  return {
    names: settled,
    map: null,
    earlier: before?.map ?? before?.earlier ?? null,
    tally: {},
    rows: 0,
    partRefs: 0,
    refs: 0,
    inPlace: map,
    gluesRefs: map !== null && map.ref === null && opensWithReferences(full, names),
  }
}

/** The table a piece goes on from; its cells may stand otherwise there, and content then decides anew. */
function reopen(table: OpenTable, block: TableBlock): OpenTable {
  if (!table.inPlace || block.rows.length < 2) return table
  const inPlace = mapInPlace(table.names, describeColumns(block.rows, block.columns))
  return inPlace ? table : { ...table, inPlace: null, map: table.map ?? table.inPlace }
}

function opensWithReferences(rows: readonly TableRow[], names: readonly ColumnName[]): boolean {
  const at = names.find((name) => name.role === 'action')?.column
  const texts = rows.flatMap((row) => row.cells.filter((cell) => cell.column === at && cell.text !== ''))
  if (texts.length === 1) return /^\d+(?:\.\d+)+[a-z]?[.)]?\s+\p{Lu}\p{Ll}/u.test(texts[0]?.text ?? '')
  return (
    texts.length > 1 && texts.filter((cell) => splitGluedReference(cell.text) !== null).length >= 0.6 * texts.length
  )
}
