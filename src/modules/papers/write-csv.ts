import { stringify } from 'csv-stringify/sync'
import type { Sheet } from './sheet.ts'

/**
 * A sheet as comma-separated values (RFC 4180) in UTF-8, with the mark at its start by which spreadsheet programs know that.
 *
 * @param guard  what is done to each text so that no program takes it for a formula
 */
export function writeCsv({ columns, rows }: Sheet, guard: (text: string) => string): Uint8Array {
  const records = [columns.map(({ header }) => header), ...rows.map(({ cells }) => cells)]
  const text = stringify(
    records.map((cells) => cells.map(guard)),
    { record_delimiter: 'windows', bom: true },
  )
  return new TextEncoder().encode(text)
}
