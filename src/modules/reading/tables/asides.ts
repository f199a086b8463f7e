import { filledCells, type TableBlock, type TableRow } from '../blocks.ts'
import { readKeyRow } from '../plan/key-row.ts'
import type { OpenTable } from './read-group.ts'

/** A row of totals, a note or a key to the colours among the rows of a table. */
export function isAside(row: TableRow): boolean {
  const [first, second] = filledCells(row)
  if (!first) return false
  const isTotal = /^(?:sub-?|grand |overall )?\s?totals?(?: (?:cost|budget|funding|number)\b.{0,20})?\s*:?$/i.test(
    first.text,
  )
  const isKey = (readKeyRow(row)?.length ?? 0) > 2
  return isTotal || isKey || (!second && /^(?:notes?|nb|please note|source|key)\s*:/i.test(first.text))
}

/** Whether all that a table says is what colours mean, so that nothing of it goes on from the table before. */
export function isKeyTable(block: TableBlock): boolean {
  const filled = block.rows.filter((row) => filledCells(row).length > 0)
  const pairs = filled.map((row) => readKeyRow(row)?.length ?? Number.NaN)
  return pairs.reduce((sum, count) => sum + count, 0) > 1
}

/** Whether the names come again that a table had. */
export function isSameTable(before: OpenTable, after: OpenTable): boolean {
  const texts = ({ names }: OpenTable) => names.map((name) => `${name.column} ${name.text}`).join('\n')
  return texts(before) === texts(after)
}
