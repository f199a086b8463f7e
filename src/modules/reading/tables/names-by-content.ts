import type { TableRow } from '../blocks.ts'
import type { ColumnContent } from './column-content.ts'
import type { ColumnName, Role } from './column-names.ts'
import { describeColumns } from './settle-names.ts'

const FEWEST_ROWS = 3

/**
 * The columns of a table that names none, by what stands in them: one of verbs of doing, one of times, and the rest as they fit. Null unless
 * both are there, for a table of something else has them seldom.
 */
export function namesByContent(rows: readonly TableRow[], columns: number): ColumnName[] | null {
  const full = rows.filter((row) => row.cells.filter((cell) => cell.text !== '').length >= 3)
  if (full.length < FEWEST_ROWS || columns < 3) return null
  const content = describeColumns(full, columns)
  const roles = content.map((): Role | null => null)
  const take = (role: Role, fits: (column: ColumnContent, at: number) => boolean) => {
    const at = content.findIndex((column, index) => roles[index] === null && column.filled > 0 && fits(column, index))
    if (at !== -1) roles[at] = role
    return at
  }
  const action = take(
    'action',
    (column) => column.verbShare >= 0.6 && column.meanLength >= 20 && column.fillShare >= 0.8,
  )
  const when = take('timescale', (column) => column.timeShare >= 0.6 && column.meanLength <= 40)
  if (action === -1 || when === -1) return null
  take('ref', (column, at) => column.refShare >= 0.6 && at < action)
  take('progress', (column) => column.colourShare >= 0.6)
  take('lead', (column) => column.leadShare >= 0.5 && column.meanLength <= 80)
  take('measure', (column, at) => at > action && column.meanLength >= 12)
  take('narrative', (column, at) => at > Math.max(action, when) && column.meanLength >= 25)
  return content.flatMap((column, at): ColumnName[] => {
    if (column.filled === 0) return []
    const role = roles[at] ?? (at < action && column.meanLength >= 4 ? 'part' : 'other')
    return [{ text: '', role, column: at, span: 1, rest: null, known: null }]
  })
}
