import type { TableRow } from '../blocks.ts'
import type { ColumnContent } from './column-content.ts'
import type { ColumnName, Role } from './column-names.ts'
import { describeColumns } from './settle-names.ts'

/** Two rows are enough where every one of them says clearly what is done, when and by whom. */
const FEWEST_ROWS = 2
const ENOUGH_ROWS = 3

/**
 * The columns of a table that names none, by what stands in them: one of verbs of doing, one of times, and the rest as they fit. Null unless
 * both are there, for a table of something else has them seldom.
 */
export function namesByContent(rows: readonly TableRow[], columns: number): ColumnName[] | null {
  const full = rows.filter((row) => row.cells.filter((cell) => cell.text !== '').length >= 3)
  if (full.length < FEWEST_ROWS || columns < 3) return null
  const content = describeColumns(full, columns)
  const [most, some] = full.length < ENOUGH_ROWS ? [1, 1] : [0.6, 0.5]
  const roles = content.map((): Role | null => null)
  const take = (role: Role, fits: (column: ColumnContent, at: number) => boolean) => {
    const at = content.findIndex((column, index) => roles[index] === null && column.filled > 0 && fits(column, index))
    if (at !== -1) roles[at] = role
    return at
  }
  const action = take(
    'action',
    (column) => column.verbShare >= most && column.meanLength >= 20 && column.fillShare >= 0.8,
  )
  const when = take('timescale', (column) => column.timeShare >= most && column.meanLength <= 40)
  if (action === -1 || when === -1) return null
  take('ref', (column, at) => column.refShare >= 0.6 && at < action)
  take('progress', (column) => column.colourShare >= 0.6)
  const lead = take('lead', (column) => column.leadShare >= some && column.meanLength <= 80)
  if (lead === -1 && full.length < ENOUGH_ROWS) return null
  take('measure', (column, at) => at > action && column.meanLength >= 12)
  take('narrative', (column, at) => at > Math.max(action, when) && column.meanLength >= 25)
  return content.flatMap((column, at): ColumnName[] => {
    if (column.filled === 0) return []
    const role = roles[at] ?? (at < action && column.meanLength >= 4 ? 'part' : 'other')
    return [{ text: '', role, column: at, span: 1, rest: null, known: null }]
  })
}
