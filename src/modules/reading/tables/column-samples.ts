import type { TableRow } from '../blocks.ts'
import type { Role } from './column-names.ts'
import { isFieldRole, type RowReading } from './read-row.ts'

/** A column as somebody is asked about it: its name, what it is taken for, and where its name stands. */
export type SampledColumn = { readonly name: string; readonly role: Role; readonly column: number }

/**
 * What a row has under the name of a column; '' where nothing stands. Names are often shifted against the cells under them, so what the
 * reader took for the column is shown, and not what stands below its name; where two columns share a role, only the place tells them apart.
 */
export function sampleOf(column: SampledColumn, columns: readonly SampledColumn[], reading: RowReading): string {
  const isOnlyOne = columns.filter(({ role }) => role === column.role).length === 1
  if (column.role === 'ref') return reading.ref
  if (column.role === 'part') return isOnlyOne ? partWords(reading) : partWords(reading, column.name)
  if (column.role === 'action' && isOnlyOne) {
    const hasRef = columns.some(({ role }) => role === 'ref')
    return hasRef ? reading.fields.action : joined(reading.ref, reading.fields.action)
  }
  if (isOnlyOne && isFieldRole(column.role)) return reading.fields[column.role]
  return reading.others.find((other) => other.column === column.name)?.text ?? cellBelow(column, reading.row)
}

/** What stands below a name. */
export function cellBelow({ column }: SampledColumn, row: TableRow): string {
  return row.cells.find((cell) => cell.column === column)?.text ?? ''
}

function partWords({ parts }: RowReading, level?: string): string {
  const own = level === undefined ? parts : parts.filter((part) => part.level === level)
  return own.map(({ ref, title }) => joined(ref, title)).join(' ')
}

function joined(ref: string, words: string): string {
  return [ref, words].filter((text) => text !== '').join(' ')
}
