import type { Cell, TableRow } from '../blocks.ts'
import type { ColumnMap } from './map-columns.ts'
import { splitGluedReference } from './read-row.ts'

const MOST_LINES = 20
/** Fields that hold for every action of a row when the row says them once. */
const SHARED = /^(?:measure|starts|timescale|lead|progress|impact|narrative)$/

/**
 * The actions that one row tells line by line: its action's cell has a line for each, numbered as actions are ("1.1 …", "1.2 …"), or its
 * leads and its dates have as many lines. What the row says once holds for each; the row alone when it tells one action.
 */
export function splitAlignedRow(row: TableRow, map: ColumnMap): readonly TableRow[] {
  const roleOf = (cell: Cell) => map.byColumn[cell.column]?.role
  const action = row.cells.find((cell) => roleOf(cell) === 'action')
  const lines = action?.lines ?? []
  if (!action || lines.length < 2 || lines.length > MOST_LINES) return [row]
  if (row.cells.some((cell) => cell.rowSpan > 1 && SHARED.test(roleOf(cell) ?? ''))) return [row]
  const isAligned = (cell: Cell) => cell.lines?.length === lines.length
  const ref = row.cells.find((cell) => cell.column === map.ref && cell.text !== '')
  if (ref && !isAligned(ref)) return [row]
  const has = (role: string) => row.cells.some((cell) => roleOf(cell) === role && isAligned(cell))
  const isNumbered = lines.every(isOwnReference)
  if (!isNumbered && !(has('timescale') && (has('lead') || ref))) return [row]
  return lines.map((_, at) => ({
    ...row,
    cells: row.cells.flatMap((cell): Cell[] => {
      const { lines: own, ...rest } = cell
      const line = own && isAligned(cell) ? own[at] : undefined
      if (line !== undefined && (cell === action || cell === ref || SHARED.test(roleOf(cell) ?? '')))
        return [{ ...rest, text: line }]
      return at === 0 || SHARED.test(roleOf(cell) ?? '') ? [{ ...rest, text: cell.text }] : []
    }),
  }))
}

/** "1.2" and "1.2a" number an action; "2." numbers a step. */
function isOwnReference(line: string): boolean {
  return /\d\.\d/.test(splitGluedReference(line)?.ref ?? '')
}
