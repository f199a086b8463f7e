import { cellAt, type TableRow } from '../blocks.ts'
import { describeColumn, isDottedReference } from './column-content.ts'
import type { ColumnName } from './column-names.ts'
import { type ColumnMap, mapColumns } from './map-columns.ts'
import { type FieldRole, type RowReading, readRow } from './read-row.ts'

/** What a row is: an action, the rest of the action above it, or an aim alone. */
export type RowEvent =
  | { readonly kind: 'action'; readonly reading: RowReading }
  | { readonly kind: 'continuation'; readonly reading: RowReading; readonly isDoubtful: boolean }
  | { readonly kind: 'part'; readonly reading: RowReading }

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

/** Rows that stand together under the same names: how their columns are read, then what each row is. */
export function readGroup(
  rows: readonly TableRow[],
  columns: number,
  table: OpenTable,
  goesOn: boolean,
): { events: RowEvent[]; open: OpenTable } {
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
  const whole = wholeRows(goesOn ? readings.slice(1) : readings)
  const open = {
    names: table.names,
    map,
    earlier: table.earlier,
    tally: addTally(table.tally, whole),
    rows: table.rows + whole.length,
    partRefs: table.partRefs + readings.filter((reading) => reading.partRef !== '').length,
  }
  const events = readings.map((reading, index) => judge(reading, open, goesOn && index === 0))
  return { events, open }
}

function judge(reading: RowReading, table: OpenTable, isAfterCut: boolean): RowEvent {
  const { fields } = reading
  const isEmpty =
    Object.values(fields).every((text) => text === '') && reading.others.length === 0 && reading.ref === ''
  if (isEmpty && (reading.partTitle !== '' || reading.partRef !== '')) return { kind: 'part', reading }
  if (reading.ref !== '') return { kind: 'action', reading }
  const lacksUsual = FIELDS.some((field) => fields[field] === '' && (table.tally[field] ?? 0) >= 0.7 * table.rows)
  const continuation = (isDoubtful: boolean): RowEvent => ({ kind: 'continuation', reading, isDoubtful })
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

/** The rows that show what a row of this table holds: where there are references, those that have one. */
function wholeRows(readings: readonly RowReading[]): readonly RowReading[] {
  const referenced = readings.filter((reading) => reading.ref !== '')
  return referenced.length > 0 ? referenced : readings
}

function addTally(tally: OpenTable['tally'], readings: readonly RowReading[]): OpenTable['tally'] {
  const sum = { ...tally }
  for (const field of FIELDS)
    sum[field] = (sum[field] ?? 0) + readings.filter((reading) => reading.fields[field] !== '').length
  return sum
}
