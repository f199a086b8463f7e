import type { ColumnContent } from './column-content.ts'
import type { ColumnName, Role } from './column-names.ts'
import { isNumbering, standOverTheirCells } from './settle-names.ts'

/** Which column holds what. Columns left of `ref` hold the aim or objective; the rest are named by their role. */
export type ColumnMap = {
  readonly ref: number | null
  readonly byColumn: readonly (ColumnName | null)[]
  /** whether the column of references is named so, and may hold any code */
  readonly isRefNamed?: boolean
}

/** The columns of a table whose names stand over their own cells; null when they do not, and content has to decide. */
export function mapInPlace(names: readonly ColumnName[], content: readonly ColumnContent[]): ColumnMap | null {
  if (!standOverTheirCells(names, content)) return null
  const ref = names.find((name) => name.role === 'ref')
  const byColumn = content.map(
    (_, column) => names.find((name) => name.column <= column && column < name.column + name.span) ?? null,
  )
  const first = content[0]
  const numbering = !ref && !byColumn[0] && first && first.filled > 0 && isNumbering(first) ? 0 : null
  const isLettered = numbering !== null && (first?.letterShare ?? 0) > 0
  return { ref: ref?.column ?? numbering, byColumn, isRefNamed: ref !== undefined || isLettered }
}

/**
 * Decides what each column of a piece of a table holds. Names are often shifted against the cells under them, differently in each
 * piece, so the order of the names counts first, then what the cells look like, then where the name stands.
 *
 * @param names  the names in force, left to right
 * @param content  what each column of this piece looks like
 * @param votes  for each column, in how many rows the last reference with a dot stands there
 * @param before  how the piece before was read, when it had the same number of columns
 */
export function mapColumns(
  names: readonly ColumnName[],
  content: readonly ColumnContent[],
  votes: readonly number[],
  before: ColumnMap | null,
): ColumnMap {
  const ref = referenceColumn(names, content, votes, before)
  const free = content.map((_, column) => column).filter((column) => column !== ref)
  const partNames = names.filter((name) => name.role === 'part')
  const partsStandLeft = ref !== null && ref > 0
  const roles = names.filter((name) => name.role !== 'ref' && !(partsStandLeft && partNames.includes(name)))
  const open = partsStandLeft && ref !== null ? free.filter((column) => column > ref) : free
  const fit = (name: ColumnName, column: number) => fitOf(name, column, content[column], before)
  const chosen = alignInOrder(roles, open, fit)
  const byColumn = content.map((_, column): ColumnName | null => chosen.get(column) ?? null)
  return {
    ref,
    byColumn:
      partsStandLeft && ref !== null
        ? byColumn.map((name, at) => (at < ref ? partOver(partNames, at) : name))
        : byColumn,
  }
}

/** The part's name over a column left of the references: the last that does not begin right of it. */
function partOver(partNames: readonly ColumnName[], column: number): ColumnName | null {
  return partNames.findLast((name) => name.column <= column) ?? partNames[0] ?? null
}

/**
 * The column of the actions' references. References with a dot vote row by row, the last of each row for its column, because the
 * one before it is an aim's; a column of whole numbers is one when it stands before the text or is named so.
 */
function referenceColumn(
  names: readonly ColumnName[],
  content: readonly ColumnContent[],
  votes: readonly number[],
  before: ColumnMap | null,
): number | null {
  const isNamed = (column: number) => names.some((name) => name.role === 'ref' && Math.abs(name.column - column) <= 1)
  const weigh = (column: number) =>
    (votes[column] ?? 0) + (before?.ref === column ? 1.5 : 0) + (isNamed(column) ? 0.5 : 0)
  const voted = content.map((_, column) => column).filter((column) => (votes[column] ?? 0) > 0)
  if (voted.length > 0) {
    const known = before?.ref == null ? [] : [before.ref]
    const best = [...known, ...voted].reduce((top, column) => (weigh(column) >= weigh(top) ? column : top))
    if (weigh(best) >= 0.5 * Math.max(...content.map((column) => Math.min(column.filled, 4)))) return best
  }
  const firstText = content.findIndex((column) => column.meanLength >= 25 && column.fillShare > 0.5)
  const numbered = content.findLastIndex(
    (column, at) => column.refShare >= 0.6 && (firstText === -1 || at < firstText || isNamed(at)),
  )
  if (numbered !== -1) return numbered
  return before?.ref ?? names.find((name) => name.role === 'ref')?.column ?? null
}

function fitOf(name: ColumnName, column: number, content: ColumnContent | undefined, before: ColumnMap | null): number {
  if (!content) return -5
  const stood = before?.byColumn[column]
  const place = stood
    ? stood.role === name.role && stood.text === name.text
      ? 4
      : -1
    : 1.5 - 0.4 * Math.min(5, Math.abs(name.column - column))
  return place + contentFit(name.role, content)
}

function contentFit(role: Role, content: ColumnContent): number {
  if (content.filled === 0) return role === 'action' ? -3 : 0
  const length = Math.min(60, content.meanLength) / 60
  switch (role) {
    case 'action':
      return 2.5 * length + content.fillShare - 2 * content.timeShare - 3 * content.refShare
    case 'timescale':
    case 'starts':
      return 5 * content.timeShare - 1
    case 'measure':
      return content.fillShare - 1.5 * content.timeShare - 2 * content.refShare
    case 'lead':
      return 0.7 * content.fillShare - 2 * content.timeShare - 2 * content.refShare
    case 'progress':
    case 'impact':
      return 2 * content.colourShare - 0.5
    case 'narrative':
      return length
    default:
      return 0
  }
}

/** The best pairing that keeps both orders: each name takes at most one column, each column at most one name. */
function alignInOrder(
  names: readonly ColumnName[],
  columns: readonly number[],
  fit: (name: ColumnName, column: number) => number,
): Map<number, ColumnName> {
  const width = columns.length + 1
  const best = new Float64Array((names.length + 1) * width)
  for (let n = names.length - 1; n >= 0; n--) {
    best[n * width + columns.length] = (best[(n + 1) * width + columns.length] ?? 0) - SKIPPED_NAME
    for (let c = columns.length - 1; c >= 0; c--) best[n * width + c] = Math.max(...choices(n, c))
  }
  const chosen = new Map<number, ColumnName>()
  for (let n = 0, c = 0; n < names.length && c < columns.length; ) {
    const [paired = 0, skippedName = 0] = choices(n, c)
    const [name, column] = [names[n], columns[c]]
    if (paired >= (best[n * width + c] ?? 0) && name && column !== undefined) {
      chosen.set(column, name)
      n++
      c++
    } else if (skippedName >= (best[n * width + c] ?? 0)) n++
    else c++
  }
  return chosen

  function choices(n: number, c: number): number[] {
    const [name, column] = [names[n], columns[c]]
    const after = best[(n + 1) * width + c + 1] ?? 0
    const paired = name && column !== undefined ? after + fit(name, column) : -Infinity
    return [paired, (best[(n + 1) * width + c] ?? 0) - SKIPPED_NAME, best[n * width + c + 1] ?? 0]
  }
}

/** What it costs to find no column for a name. */
const SKIPPED_NAME = 3
