import { filledCells, type Piece, type TableBlock, type TableRow } from '../blocks.ts'
import { readKeyRow } from '../plan/key-row.ts'
import { isProseLabel, readPartHeading } from '../plan/part-heading.ts'
import { isNotActions, type Recipe } from '../recipe.ts'
import { type ColumnName, readColumnNames } from './column-names.ts'
import { type OpenTable, type RowEvent, readGroup } from './read-group.ts'

/** What a table says, in order. `loose` rows belong to no table of actions. */
export type TableEvent =
  | { readonly kind: 'band'; readonly piece: Piece }
  | { readonly kind: 'names'; readonly names: readonly ColumnName[]; readonly row: TableRow }
  | RowEvent
  | { readonly kind: 'loose'; readonly row: TableRow }

/** Reads one piece of a table; `open` is the table it may go on from, and the answer says how the table now stands. */
export function readTable(
  block: TableBlock,
  open: OpenTable | null,
  recipe?: Recipe,
): { events: TableEvent[]; open: OpenTable | null } {
  const events: TableEvent[] = []
  let table = open
  let group: TableRow[] = []
  let isFirstOfPiece = open !== null
  let isInBands = false
  const flush = () => {
    if (group.length === 0) return
    if (table) {
      const read = readGroup(group, block.columns, table, isFirstOfPiece)
      events.push(...read.events)
      table = read.open
    } else events.push(...group.map((row) => ({ kind: 'loose' as const, row })))
    isFirstOfPiece = false
    group = []
  }
  for (const row of block.rows) {
    const filled = filledCells(row)
    if (filled.length === 0 && !(table && row.cells.some((cell) => cell.fill))) continue
    const isKey = table === null && readKeyRow(row) !== null
    const band: Piece | null = isKey ? null : readBand(row, block.columns, table === null || isInBands)
    const isToldNotActions =
      recipe !== undefined &&
      isNotActions(
        recipe,
        filled.map(({ text }) => text),
      )
    const names = band || isToldNotActions ? null : readColumnNames(row.cells, recipe)
    if (isToldNotActions) {
      flush()
      table = null
      group.push(row)
    } else if (names) {
      flush()
      table = { names, map: null, earlier: table?.map ?? table?.earlier ?? null, tally: {}, rows: 0, partRefs: 0 }
      events.push({ kind: 'names', names, row })
    } else if (band) {
      flush()
      events.push({ kind: 'band', piece: band })
    } else group.push(row)
    if (names || band) isFirstOfPiece = false
    isInBands = band !== null
  }
  flush()
  return { events, open: table }
}

function readBand(row: TableRow, columns: number, aloneIsBand: boolean): Piece | null {
  const filled = filledCells(row)
  const [first, second] = filled
  if (!first) return null
  const piece = { text: filled.map((cell) => cell.text).join(' '), where: row.where }
  if (filled.length === 1) {
    const reachesAcross = columns > 1 && first.colSpan >= Math.max(2, columns - 1)
    return columns === 1 || aloneIsBand || reachesAcross || isProseLabel(first.text) || readPartHeading(first.text)
      ? piece
      : null
  }
  if (
    filled.length === 2 &&
    second &&
    /^\p{L}[\p{L} ]{2,24}\s\d{1,2}$/u.test(first.text) &&
    readPartHeading(`${first.text}: ${second.text}`)
  ) {
    return { text: `${first.text}: ${second.text}`, where: row.where }
  }
  return null
}
