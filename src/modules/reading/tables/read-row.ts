import { type Cell, filledCells, type TableRow } from '../blocks.ts'
import { isDottedReference, isReference } from './column-content.ts'
import type { Role } from './column-names.ts'
import type { ColumnMap } from './map-columns.ts'

/** One row with its cells under the names they belong to; words that are not there are ''. */
export type RowReading = {
  readonly ref: string
  readonly partRef: string
  readonly partTitle: string
  readonly fields: Readonly<Record<FieldRole, string>>
  readonly progressFill: string | null
  readonly impactFill: string | null
  readonly others: readonly { readonly column: string; readonly text: string }[]
  readonly row: TableRow
}

export type FieldRole = Exclude<Role, 'ref' | 'part' | 'other'>

const NO_FIELDS: Readonly<Record<FieldRole, string>> = {
  action: '',
  measure: '',
  starts: '',
  timescale: '',
  lead: '',
  progress: '',
  impact: '',
  narrative: '',
}

/** Puts a row's cells under the columns' names; a row whose reference slipped a column is moved back. */
export function readRow(row: TableRow, map: ColumnMap): RowReading {
  const fields = { ...NO_FIELDS }
  const others: { column: string; text: string }[] = []
  const parts = { ref: '', title: '' }
  const fills: { progress: string | null; impact: string | null } = { progress: null, impact: null }
  let ref = ''
  for (const cell of slipBack(row, map)) {
    if (map.ref !== null && cell.column <= map.ref && map.ref < cell.column + cell.colSpan && isReference(cell.text)) {
      ref = cell.text
      continue
    }
    const name = nameOf(cell, map)
    if (name?.role === 'progress') fills.progress = cell.fill
    if (name?.role === 'impact') fills.impact = cell.fill
    if (cell.text === '') continue
    if (cell.column === map.ref && !name) fields.action = joinWords(fields.action, cell.text)
    else if (!name) others.push({ column: '', text: cell.text })
    else if (name.role === 'part') addToPart(parts, cell.text)
    else if (name.role === 'other' || name.role === 'ref') others.push({ column: name.text, text: cell.text })
    else fields[name.role] = joinWords(fields[name.role], cell.text)
  }
  return {
    ref,
    partRef: parts.ref,
    partTitle: parts.title,
    fields,
    progressFill: fills.progress,
    impactFill: fills.impact,
    others,
    row,
  }
}

/** Two halves of a cell that a page cut apart; a half that ends in a hyphen takes the other with no space. */
export function joinWords(first: string, second: string): string {
  return joinPieces([first, second])
}

/** Any number of pieces of one cell, in their order. */
export function joinPieces(pieces: readonly string[]): string {
  const filled = pieces.filter((piece) => piece !== '')
  const glued = filled.map((piece, index) => {
    const before = filled[index - 1] ?? ''
    const isCutWord = /\p{L}-$/u.test(before.slice(-2)) && /^\p{Ll}/u.test(piece)
    return index === 0 || isCutWord ? piece : ` ${piece}`
  })
  return glued.join('')
}

function addToPart(parts: { ref: string; title: string }, text: string): void {
  const numbered = /^((?:[A-Z]{1,3})?\d{1,3}(?:\.\d{1,3}){0,3}[.)]?)\s+(\p{L}.*)$/u.exec(text)
  if (isReference(text) && parts.ref === '') parts.ref = text
  else if (numbered && parts.ref === '' && parts.title === '') {
    parts.ref = numbered[1] ?? ''
    parts.title = numbered[2] ?? ''
  } else parts.title = joinWords(parts.title, text)
}

function nameOf(cell: Cell, map: ColumnMap) {
  for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
    const name = map.byColumn[column]
    if (name) return name
  }
  return null
}

/** Cells of a row with a tab or a bar too few stand one column off: they are moved so that the reference is under its own. */
function slipBack(row: TableRow, map: ColumnMap): readonly Cell[] {
  if (map.ref === null) return row.cells
  const at = map.ref
  const standing = row.cells.find((cell) => cell.column === at)
  if (!standing || standing.text === '' || isReference(standing.text)) return row.cells
  const filled = filledCells(row)
  const slipped = filled.find((cell) => Math.abs(cell.column - at) <= 2 && isDottedReference(cell.text))
  if (!slipped) return row.cells
  const by = at - slipped.column
  const fits = filled.every((cell) => cell.column + by >= 0 && cell.column + by < map.byColumn.length)
  return fits ? filled.map((cell) => ({ ...cell, column: cell.column + by })) : row.cells
}
