import { type Cell, filledCells, type TableRow } from '../blocks.ts'
import { isDottedReference, isNamedReference, isReference } from './column-content.ts'
import type { ColumnName, Role } from './column-names.ts'
import type { ColumnMap } from './map-columns.ts'

/** Whether a role is a field of an action. */
export function isFieldRole(role: string): role is FieldRole {
  return role in NO_FIELDS
}

/** An aim or objective as a row's cells give it; `level` is the name of its column, `depth` its place among such columns from 0. */
export type PartCell = { readonly level: string; readonly depth: number; readonly ref: string; readonly title: string }

/** One row with its cells under the names they belong to; words that are not there are ''. */
export type RowReading = {
  readonly ref: string
  readonly parts: readonly PartCell[]
  readonly fields: Readonly<Record<FieldRole, string>>
  readonly progressFill: string | null
  readonly impactFill: string | null
  readonly others: readonly { readonly column: string; readonly text: string }[]
  readonly row: TableRow
  /** words of its cells that only name a field: "Lead" */
  readonly labels?: readonly string[]
}

export type FieldRole = Exclude<Role, 'ref' | 'part' | 'tick' | 'other'>

export const NO_FIELDS: Readonly<Record<FieldRole, string>> = {
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
  const filledBy = new Map<FieldRole, ColumnName>()
  const others: { name: ColumnName | null; text: string }[] = []
  const parts: PartDraft[] = []
  const fills: { progress: string | null; impact: string | null } = { progress: null, impact: null }
  let ref = ''
  for (const cell of slipBack(row, map)) {
    const isUnderRef = map.ref !== null && cell.column <= map.ref && map.ref < cell.column + cell.colSpan
    if (isUnderRef && ref === '' && (map.isRefNamed ? isNamedReference(cell.text) : isReference(cell.text))) {
      ref = cell.text
      continue
    }
    const name = nameOf(cell, map)
    const role = name?.role
    if (role === 'progress' && cell.fill) fills.progress = cell.fill
    if (role === 'impact' && cell.fill) fills.impact = cell.fill
    if (cell.text === '') continue
    if (cell.column === map.ref && (!name || role === 'ref')) fields.action = joinWords(fields.action, cell.text)
    else if (role === 'tick' && isTick(cell.text) && fields.progress === '') fields.progress = name?.text ?? ''
    else if (role === 'part' && name) addToPart(parts, name, cell.text)
    else if (!name || !role || role === 'part' || role === 'tick' || role === 'other' || role === 'ref')
      others.push({ name, text: cell.text })
    else {
      const isNext = fields[role] !== '' && filledBy.get(role) !== name
      fields[role] = isNext && role === 'lead' ? `${fields[role]} / ${cell.text}` : joinWords(fields[role], cell.text)
      filledBy.set(role, name)
    }
  }
  const spare = fields.narrative === '' && others.find((other) => other.name?.known === 'narrative')
  if (spare) fields.narrative = spare.text
  const first = fields.timescale === '' && others.find(isFirstDate)
  if (first) fields.timescale = first.text
  return {
    ref,
    parts: parts.map(({ name, ref: partRef, title }) => ({
      level: levelName(name),
      depth: levelsOf(map).indexOf(levelName(name)),
      ref: partRef,
      title,
    })),
    fields,
    progressFill: fills.progress,
    impactFill: fills.impact,
    others: others
      .filter((other) => other !== spare && other !== first)
      .map(({ name, text }) => ({ column: name?.text ?? '', text })),
    row,
  }
}

/** A date that holds until another column revises it, as "Original date" does; a date of review is none. */
function isFirstDate({ name }: { readonly name: ColumnName | null }): boolean {
  return name?.known === 'timescale' && (name.rank ?? 3) < 3
}

/** The levels that a table has columns for, outermost first. */
function levelsOf(map: ColumnMap): string[] {
  const names = map.byColumn.flatMap((name) => (name?.role === 'part' ? [levelName(name)] : []))
  return [...new Set(names)]
}

/** Whether a reading holds nothing but an aim or objective. */
export function isPartAlone(reading: RowReading): boolean {
  const isEmpty = Object.values(reading.fields).every((text) => text === '') && reading.others.length === 0
  return isEmpty && reading.ref === '' && reading.parts.length > 0
}

/** "✓", "x", "Yes": the mark that says a cell's column is the one that holds. */
function isTick(text: string): boolean {
  return /^(?:[✓✔☑✗✘●■•√ü]+|x|y|yes|ticked?)$/i.test(text)
}

/** "Objective 2:" names the level "Objective"; `hic_label` the level "hic". */
function levelName({ text }: ColumnName): string {
  const family = /^([a-z]{2,12})_[a-z]+$/i.exec(text)?.[1]
  return (
    family ??
    (text
      .replace(/\s*\d+\s*:?\s*$/, '')
      .replace(/\s*:$/, '')
      .trim() ||
      'Objective')
  )
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

type PartDraft = { name: ColumnName; ref: string; title: string }

function addToPart(parts: PartDraft[], name: ColumnName, text: string): void {
  const level = levelName(name)
  let part = parts.find((each) => each.name === name || levelName(each.name) === level)
  if (!part) {
    part = { name, ref: '', title: '' }
    parts.push(part)
  }
  const numbered = splitReference(text)
  if (isReference(text) && part.ref === '') part.ref = text
  else if (numbered && part.ref === '' && part.title === '') {
    part.ref = numbered.ref
    part.title = numbered.title
  } else part.title = joinWords(part.title, text)
}

/** As `splitReference`, for a text whose number cannot be a count: "1.2 Open a hub" and "3) Open a hub", but not "3 hubs". */
export function splitGluedReference(text: string): ReturnType<typeof splitReference> {
  const isMarked = /^(?:[A-Z]{1,4}[ .-]?)?\d{1,3}(?:(?:\.\d{1,3})+[a-z]?[.):]?|[.):])\s|^[A-Z]{1,3}\d{1,3}\s/.test(text)
  return isMarked ? splitReference(text) : null
}

/** "1.2 Fewer moves" is the reference "1.2" and a title; null where no number opens a text. */
export function splitReference(text: string): { readonly ref: string; readonly title: string } | null {
  const found = /^((?:[A-Z]{1,3})?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[.):]?)\s+(?:[-–—:]\s+)?([\p{L}“"‘'(].*)$/u.exec(text)
  return found ? { ref: found[1] ?? '', title: found[2] ?? '' } : null
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
  if (!standing || standing.text === '' || map.isRefNamed || isReference(standing.text)) return row.cells
  const filled = filledCells(row)
  const slipped = filled.find((cell) => Math.abs(cell.column - at) <= 2 && isDottedReference(cell.text))
  if (!slipped) return row.cells
  const by = at - slipped.column
  const fits = filled.every((cell) => cell.column + by >= 0 && cell.column + by < map.byColumn.length)
  return fits ? filled.map((cell) => ({ ...cell, column: cell.column + by })) : row.cells
}
