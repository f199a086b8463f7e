import { cellAt, type TableRow } from '../blocks.ts'
import { type ColumnContent, describeColumn } from './column-content.ts'
import type { ColumnName, Role } from './column-names.ts'

/** Of how many rows a table's columns are judged: more say no more. */
const JUDGED_BY = 600

/** What each column of these rows looks like; a cell that reaches over several counts for the first. Of a long table, rows evenly taken. */
export function describeColumns(all: readonly TableRow[], columns: number): ColumnContent[] {
  const step = Math.ceil(all.length / JUDGED_BY)
  const rows = step > 1 ? all.filter((_, at) => at % step === 0) : all
  return Array.from({ length: columns }, (_, column) =>
    describeColumn(
      rows.map((row) => {
        const cell = cellAt(row, column)
        return cell?.column === column ? cell.text : ''
      }),
    ),
  )
}

/**
 * Whether the names stand over their own cells: every column with words has a name, and what stands under "Timescale" are times. Where
 * a text was made from a PDF they often do not, and the columns are mapped by their content.
 */
export function standOverTheirCells(names: readonly ColumnName[], content: readonly ColumnContent[]): boolean {
  const nameOver = (column: number) =>
    names.find((name) => name.column <= column && column < name.column + name.span) ?? null
  if (content.some((column, at) => column.filled > 0 && !nameOver(at) && !(at === 0 && isNumbering(column))))
    return false
  const action = names.find((name) => name.role === 'action')
  const under = action ? content[action.column] : undefined
  if (!action || !under || under.filled === 0) return false
  if (under.refShare > 0.5 || (under.meanLength < 4 && under.filled > 1)) return false
  const when = names.find((name) => name.role === 'timescale')
  const times = when ? content[when.column] : undefined
  if (!when || !times || times.filled < 2 || times.timeShare >= 0.3) return true
  return !content.some((column, at) => {
    const role = nameOver(at)?.role
    return (
      column.timeShare >= 0.7 && column.meanLength < 25 && role !== 'timescale' && role !== 'starts' && role !== 'other'
    )
  })
}

/** A first column without a name that only numbers the rows. */
export function isNumbering(column: ColumnContent): boolean {
  return column.refShare + column.letterShare >= 0.8
}

/** The names with roles that fit what stands under them: a "Target" of dates is when, an "Impact" in sentences is no colour. */
export function settleNames(names: readonly ColumnName[], content: readonly ColumnContent[]): ColumnName[] {
  const own = nameTheAction(names, content)
  const has = (role: Role) => own.some((name) => name.role === role)
  return own.map((name) => {
    const under = content[name.column]
    if (!under || under.filled === 0 || name.isTold) return name
    const as = (role: Role): ColumnName => ({ ...name, role })
    const isTimes = under.timeShare >= 0.8 && under.meanLength <= 30
    const isProse = under.colourShare < 0.3 && under.meanLength >= 30
    const isSpare = name.role === 'measure' || name.role === 'other'
    if (isSpare && WATCHED.test(name.text) && !has('lead') && under.leadShare >= 0.6) return as('lead')
    switch (name.role) {
      case 'part':
        if (
          name.known === 'outcome' &&
          under.distinctShare === 1 &&
          under.fillShare === 1 &&
          under.filled > 1 &&
          !has('measure') &&
          under.refShare === 0
        )
          return as('measure')
        return under.meanLength <= 7 && under.distinctShare < 0.6 && LEVELS_OF_NEED.test(name.text) ? as('other') : name
      case 'measure':
        return isTimes && !has('timescale') ? as('timescale') : name
      case 'impact':
        return isProse ? as(has('measure') ? 'other' : 'measure') : name
      case 'progress':
        if (isTimes && !has('timescale')) return as('timescale')
        return isProse && !has('narrative') ? as('narrative') : name
      case 'narrative':
        return under.colourShare + (under.filled > 1 ? under.stateShare : 0) >= 0.7 && !has('progress')
          ? as('progress')
          : name
      default:
        return name
    }
  })
}

/**
 * An objective that stands once over several rows is a part, where a column beside it that nothing is known of says in each row what is
 * done; without such a column it is the action itself.
 */
function nameTheAction(names: readonly ColumnName[], content: readonly ColumnContent[]): readonly ColumnName[] {
  const named = names.find((name) => name.role === 'action')
  const over = named && content[named.column]
  if (!named || !over || named.isTold || !/^(?:objective|part|outcome)$/.test(named.known ?? '')) return names
  const isOver = over.fillShare < 1 || over.distinctShare < 1
  const doing = names.find((name) => {
    const under = content[name.column]
    return (
      name.role === 'other' &&
      name.known === null &&
      name.column > named.column &&
      under !== undefined &&
      under.fillShare === 1 &&
      under.distinctShare === 1 &&
      under.meanLength >= 20 &&
      (isOver || under.verbShare >= 0.6)
    )
  })
  if (!doing) return names
  return names.map((name) => {
    if (name === doing) return { ...name, role: 'action' }
    return name === named ? { ...name, role: 'part' } : name
  })
}

/** Who watches over an action answers for it where nobody else is named. */
const WATCHED = /monitor|review|quality assurance/i

/** "Priority: High" says how urgent an action is, not which aim it stands under. */
const LEVELS_OF_NEED = /^(?:priority|level|category)$/i
