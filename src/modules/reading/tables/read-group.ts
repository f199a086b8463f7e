import type { TableRow } from '../blocks.ts'
import { opensAsAction } from '../plan/action-words.ts'
import { readPartHeading } from '../plan/part-heading.ts'
import { splitAlignedRow } from './aligned-lines.ts'
import { isDottedReference } from './column-content.ts'
import type { ColumnName, Role } from './column-names.ts'
import { type ColumnMap, mapColumns } from './map-columns.ts'
import { type FieldRole, isPartAlone, type RowReading, readRow, splitGluedReference } from './read-row.ts'
import { describeColumns } from './settle-names.ts'
import { unpackCells } from './unpack-cells.ts'

/** What a row is: an action, the rest of the action above it, an aim alone, or an aim where actions stand. */
export type RowEvent =
  | { readonly kind: 'action'; readonly reading: RowReading }
  | { readonly kind: 'continuation'; readonly reading: RowReading; readonly isDoubtful: boolean }
  | { readonly kind: 'part'; readonly reading: RowReading }
  | { readonly kind: 'heading'; readonly reading: RowReading }

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
  /** how many of its rows have a reference */
  readonly refs: number
  /** how its columns stand, where the names stand over their own cells; null where content has to decide for each piece */
  readonly inPlace: ColumnMap | null
  /** whether the action's cell opens with its reference: "1.2 Open a hub" */
  readonly gluesRefs: boolean
}

const FIELDS: readonly FieldRole[] = ['action', 'measure', 'timescale', 'lead', 'narrative']

/** Rows that stand together under the same names: how their columns are read, then what each row is. */
export function readGroup(
  rows: readonly TableRow[],
  columns: number,
  table: OpenTable,
  goesOn: boolean,
): { events: RowEvent[]; open: OpenTable } {
  const map = table.inPlace?.byColumn.length === columns ? table.inPlace : mapByContent(rows, columns, table)
  const read = rows.flatMap((row) => {
    const actions = splitAlignedRow(row, map)
    return actions.map((each) => cutReference(readRow(each, map), table.gluesRefs || actions.length > 1))
  })
  const readings = unpackCells(spreadDown(read, map), map)
  const whole = wholeRows(goesOn ? readings.slice(1) : readings)
  const open = {
    ...table,
    map,
    tally: addTally(table.tally, whole),
    rows: table.rows + whole.length,
    refs: table.refs + readings.filter((reading) => reading.ref !== '').length,
    partRefs: table.partRefs + readings.filter((reading) => hasPartRef(reading)).length,
  }
  const events = readings.map((reading, index) => judge(reading, open, goesOn && index === 0))
  return { events, open }
}

function mapByContent(rows: readonly TableRow[], columns: number, table: OpenTable): ColumnMap {
  const votes = Array.from({ length: columns }, () => 0)
  for (const row of rows) {
    const last = row.cells.findLast((cell) => isDottedReference(cell.text))
    if (last) votes[last.column] = (votes[last.column] ?? 0) + 1
  }
  const before = table.map?.byColumn.length === columns ? table.map : null
  const hint = before ?? (table.earlier?.byColumn.length === columns ? { ref: table.earlier.ref, byColumn: [] } : null)
  return mapColumns(table.names, describeColumns(rows, columns), votes, hint)
}

function cutReference(reading: RowReading, gluesRefs: boolean): RowReading {
  const cut = gluesRefs && reading.ref === '' ? splitGluedReference(reading.fields.action) : null
  return cut ? { ...reading, ref: cut.ref, fields: { ...reading.fields, action: cut.title } } : reading
}

function hasPartRef(reading: RowReading): boolean {
  return reading.parts.some((part) => part.ref !== '')
}

function hasPartTitle(reading: RowReading): boolean {
  return reading.parts.some((part) => part.title !== '')
}

function judge(reading: RowReading, table: OpenTable, isAfterCut: boolean): RowEvent {
  const { fields } = reading
  if (isPartAlone(reading)) return { kind: 'part', reading }
  if (isHeading(reading)) return { kind: 'heading', reading }
  if (reading.ref !== '') return { kind: 'action', reading }
  const lacksUsual = FIELDS.some((field) => fields[field] === '' && (table.tally[field] ?? 0) >= 0.7 * table.rows)
  const continuation = (isDoubtful: boolean): RowEvent => ({ kind: 'continuation', reading, isDoubtful })
  if (fields.action === '') return continuation(false)
  const startsSmall = /^\p{Ll}/u.test(fields.action)
  const owns = (['measure', 'timescale', 'lead'] as const).filter((field) => fields[field] !== '').length
  const standsAlone = table.inPlace !== null && !startsSmall && opensAsAction(fields.action)
  if ((table.map?.ref != null && table.refs > 0) || table.gluesRefs) {
    if (hasPartRef(reading)) return { kind: 'action', reading }
    if (hasPartTitle(reading) && table.partRefs === 0) return { kind: 'action', reading }
    if (standsAlone && owns > 1 && !isAfterCut) return { kind: 'action', reading }
    return lacksUsual || startsSmall || table.rows === 0 ? continuation(false) : { kind: 'action', reading }
  }
  if (standsAlone && owns > (isAfterCut ? 1 : 0) && fields.action.length > 24) return { kind: 'action', reading }
  if (lacksUsual && (isAfterCut || startsSmall)) return continuation(!startsSmall)
  return { kind: 'action', reading }
}

/** "Workstream 1: Hubs" among the actions, with their dates summed up perhaps, and nobody who leads it. */
function isHeading({ ref, fields, parts }: RowReading): boolean {
  const isLed = [fields.lead, fields.measure, fields.narrative, fields.progress].some((text) => text !== '')
  return ref === '' && !isLed && parts.length === 0 && readPartHeading(fields.action) !== null
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
      if (cell.rowSpan < 2 || cell.text === '' || !role || !isSpread(role)) continue
      reaching.set(role, { text: cell.text, left: cell.rowSpan - 1 })
    }
    return { ...reading, fields }
  })
}

function isSpread(role: Role): role is FieldRole {
  return role !== 'part' && role !== 'ref' && role !== 'other' && role !== 'tick'
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
