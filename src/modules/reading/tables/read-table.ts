import { cellAt, filledCells, type Piece, type TableBlock, type TableRow } from '../blocks.ts'
import { isProseLabel, readPartHeading } from '../plan/part-heading.ts'
import { describeColumn, isDottedReference } from './column-content.ts'
import { type ColumnName, readColumnNames } from './column-names.ts'
import { type ColumnMap, mapColumns } from './map-columns.ts'
import { type FieldRole, type RowReading, readRow } from './read-row.ts'

/** What a table says, in order. `loose` rows belong to no table of actions. */
export type TableEvent =
  | { readonly kind: 'band'; readonly piece: Piece }
  | { readonly kind: 'names'; readonly names: readonly ColumnName[]; readonly row: TableRow }
  | { readonly kind: 'action'; readonly reading: RowReading }
  | { readonly kind: 'continuation'; readonly reading: RowReading; readonly isDoubtful: boolean }
  | { readonly kind: 'part'; readonly reading: RowReading }
  | { readonly kind: 'loose'; readonly row: TableRow }

/** A table that may go on after a page break: its names, and how its pieces were read so far. */
export type OpenTable = {
  readonly names: readonly ColumnName[]
  readonly map: ColumnMap | null
  /** how the table before was read, whose reference column is likely here too */
  readonly earlier: ColumnMap | null
  /** in how many of its rows each field held words */
  readonly tally: Readonly<Partial<Record<FieldRole, number>>>
  readonly rows: number
  readonly partRefs: number
}

const FIELDS: readonly FieldRole[] = ['action', 'measure', 'timescale', 'lead', 'narrative']

/** Reads one piece of a table; `open` is the table it may go on from, and the answer says how the table now stands. */
export function readTable(block: TableBlock, open: OpenTable | null): { events: TableEvent[]; open: OpenTable | null } {
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
    const band = readBand(row, block.columns, table === null || isInBands)
    const names = band ? null : readColumnNames(row.cells)
    if (names) {
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

function readGroup(
  rows: readonly TableRow[],
  columns: number,
  table: OpenTable,
  goesOn: boolean,
): { events: TableEvent[]; open: OpenTable } {
  const content = Array.from({ length: columns }, (_, column) =>
    describeColumn(
      rows.map((row) => {
        const cell = cellAt(row, column)
        return cell?.column === column ? cell.text : ''
      }),
    ),
  )
  const votes = Array.from({ length: columns }, () => 0)
  for (const row of rows) {
    const last = row.cells.findLast((cell) => isDottedReference(cell.text))
    if (last) votes[last.column] = (votes[last.column] ?? 0) + 1
  }
  const before = table.map?.byColumn.length === columns ? table.map : null
  const hint = before ?? (table.earlier?.byColumn.length === columns ? { ref: table.earlier.ref, byColumn: [] } : null)
  const map = mapColumns(table.names, content, votes, hint)
  const readings = spreadDown(
    rows.map((row) => readRow(row, map)),
    map,
  )
  const tally = addTally(table.tally, goesOn ? readings.slice(1) : readings)
  const open = {
    names: table.names,
    map,
    earlier: table.earlier,
    tally,
    rows: table.rows + readings.length - (goesOn ? 1 : 0),
    partRefs: table.partRefs + readings.filter((reading) => reading.partRef !== '').length,
  }
  const events = readings.map((reading, index) => judge(reading, open, goesOn && index === 0))
  return { events, open }
}

function judge(reading: RowReading, table: OpenTable, isAfterCut: boolean): TableEvent {
  const { fields } = reading
  const isEmpty =
    Object.values(fields).every((text) => text === '') && reading.others.length === 0 && reading.ref === ''
  if (isEmpty && (reading.partTitle !== '' || reading.partRef !== '')) return { kind: 'part', reading }
  if (reading.ref !== '') return { kind: 'action', reading }
  const lacksUsual = FIELDS.some((field) => fields[field] === '' && (table.tally[field] ?? 0) >= 0.7 * table.rows)
  const continuation = (isDoubtful: boolean): TableEvent => ({ kind: 'continuation', reading, isDoubtful })
  if (fields.action === '') return continuation(false)
  if (table.map?.ref != null) {
    if (reading.partRef !== '') return { kind: 'action', reading }
    if (reading.partTitle !== '' && table.partRefs === 0) return { kind: 'action', reading }
    return lacksUsual || table.rows === 0 ? continuation(false) : { kind: 'action', reading }
  }
  const startsSmall = /^\p{Ll}/u.test(fields.action)
  if (lacksUsual && (isAfterCut || startsSmall)) return continuation(!startsSmall)
  return { kind: 'action', reading }
}

/** A cell merged downwards over several actions (their lead, their date) speaks for each of them. */
function spreadDown(readings: readonly RowReading[], map: ColumnMap): RowReading[] {
  if (!readings.some((reading) => reading.row.cells.some((cell) => cell.rowSpan > 1))) return [...readings]
  const reaching = new Map<FieldRole, { text: string; left: number }>()
  return readings.map((reading) => {
    const fields = { ...reading.fields }
    for (const [field, cell] of reaching) {
      if (fields[field] === '' && reading.fields.action !== '' && field !== 'action') fields[field] = cell.text
      if (--cell.left === 0) reaching.delete(field)
    }
    for (const cell of reading.row.cells) {
      const role = map.byColumn[cell.column]?.role
      if (cell.rowSpan < 2 || cell.text === '' || !role || role === 'part' || role === 'ref' || role === 'other')
        continue
      reaching.set(role, { text: cell.text, left: cell.rowSpan - 1 })
    }
    return { ...reading, fields }
  })
}

function addTally(tally: OpenTable['tally'], readings: readonly RowReading[]): OpenTable['tally'] {
  const sum = { ...tally }
  for (const field of FIELDS)
    sum[field] = (sum[field] ?? 0) + readings.filter((reading) => reading.fields[field] !== '').length
  return sum
}
