import type { TableBlock } from '../blocks.ts'
import { looksLikeTime } from './column-content.ts'
import type { OpenTable } from './read-group.ts'

/**
 * Whether a piece without names goes on under the names of the table before, though a part's heading stands between: its rows have their
 * times where that table has its own.
 */
export function goesOnUnderHeading(table: OpenTable, block: TableBlock): boolean {
  const when = table.map?.byColumn.findIndex((name) => name?.role === 'timescale') ?? -1
  if (when === -1 || table.map?.byColumn.length !== block.columns) return false
  const cells = block.rows.flatMap((row) => row.cells.filter((cell) => cell.column === when && cell.text !== ''))
  return cells.length >= 2 && cells.filter((cell) => looksLikeTime(cell.text)).length >= 0.6 * block.rows.length
}
