import { isReference } from '../../tables/column-content.ts'
import { readColumnNames } from '../../tables/column-names.ts'

/** A line of a table, its words under their columns; a column with none is ''. */
export type CellLine = {
  readonly texts: readonly string[]
  /** how far below the line above, 1 for the next line of one cell */
  readonly gap: number
  /** a line or the edge of a shade parts it from what is above */
  readonly isRuledOff: boolean
  /** it reaches across the columns */
  readonly isBand: boolean
}

/** How many lines at the top name the columns; 0 when none do. */
export function countNameLines(lines: readonly CellLine[], join: (texts: readonly string[]) => string): number {
  let best = { lines: 0, known: 0 }
  for (let count = 1; count <= Math.min(4, lines.length); count++) {
    const piece = lines.slice(0, count)
    if (piece.some((line, index) => line.isBand || (index > 0 && line.isRuledOff))) break
    const cells = (piece[0]?.texts ?? []).map((_, column) => ({
      text: join(piece.map((line) => line.texts[column] ?? '')),
      column,
    }))
    const names = readColumnNames(cells)
    const known = names?.filter((name) => name.role !== 'other').length ?? 0
    if (known > best.known) best = { lines: count, known }
  }
  return best.lines
}

/**
 * Where the rows of a table without cells begin: by lines ruled between them, else by references, else by wider leading, else by
 * columns that had ended and begin again.
 *
 * @param names  how many lines at the top name the columns
 * @param fullness  how much of a column's longest line a line can surely hold: all of it in letters of one width
 * @returns for each line, whether a row begins with it
 */
export function startsOfRows(lines: readonly CellLine[], names: number, fullness: number): boolean[] {
  const body = lines.slice(names)
  const starts = pickRule(body, fullness)
  return [
    ...lines.slice(0, names).map((_, index) => index === 0),
    ...body.map((_, index) => index === 0 || starts(index)),
  ]
}

function pickRule(body: readonly CellLine[], fullness: number): (index: number) => boolean {
  const lineAt = (index: number) => body[index]
  const isForced = (index: number) =>
    lineAt(index)?.isBand === true || lineAt(index - 1)?.isBand === true || lineAt(index)?.isRuledOff === true
  const ruled = body.filter((line, index) => index > 0 && line.isRuledOff).length
  const key = keyColumn(body)
  const full = body.filter((line) => columnsIn(line).length >= line.texts.length - 1).length
  const isOneLined = full >= 0.6 * body.length
  const widths = (body[0]?.texts ?? []).map((_, column) => fullness * longestIn(body, column))
  const restarts = body.map((_, index) => restartsAt(body, index, { key, isOneLined, widths }))
  const byRestart = restarts.filter(Boolean).length
  if (ruled >= 2 && ruled >= 0.5 * byRestart) return isForced
  const apart = body.filter((line, index) => index > 0 && line.gap > WIDER).length
  const bands = apart > 0 ? bandsByGap(body) : []
  const referenced = referenceColumn(body)
  if (referenced !== null) {
    const hasReference = body.map((line) => isReference(line.texts[referenced] ?? ''))
    const starts = haveOneEach(bands, hasReference) ? bands : hasReference
    return (index) => isForced(index) || starts[index] === true
  }
  if (apart >= 2 && apart >= 0.6 * byRestart) return (index) => isForced(index) || bands[index] === true
  return (index) => isForced(index) || restarts[index] === true
}

/** Lines further apart than this belong to two rows or two paragraphs. */
const WIDER = 1.22

/** A stretch between two wider gaps is a row; one with words in a single column is a paragraph of the row above it. */
function bandsByGap(body: readonly CellLine[]): boolean[] {
  const starts = body.map((line, index) => index === 0 || line.gap > WIDER)
  const usual = usualColumns(body)
  for (const [index, isStart] of starts.entries()) {
    if (!isStart || index === 0) continue
    let end = index + 1
    while (end < body.length && !starts[end]) end++
    const filled = new Set(body.slice(index, end).flatMap((line) => columnsIn(line)))
    if (filled.size <= 1 && usual >= 3 && !body[index]?.isBand) starts[index] = false
  }
  return starts
}

/** Whether nearly each stretch holds one reference, wherever in it: in cells set to the middle it is not on the first line. */
function haveOneEach(bands: readonly boolean[], hasReference: readonly boolean[]): boolean {
  const counts: number[] = []
  for (const [index, isStart] of bands.entries()) {
    if (isStart) counts.push(0)
    if (hasReference[index]) counts.push((counts.pop() ?? 0) + 1)
  }
  return counts.length > 1 && counts.filter((count) => count === 1).length >= 0.85 * counts.length
}

function columnsIn(line: CellLine): number[] {
  return line.texts.flatMap((text, column) => (text === '' ? [] : [column]))
}

/** How many columns the fullest quarter of the lines hold words in. */
function usualColumns(body: readonly CellLine[]): number {
  const counts = body.map((line) => columnsIn(line).length).sort((a, b) => b - a)
  return counts[Math.floor(counts.length / 4)] ?? 0
}

function referenceColumn(body: readonly CellLine[]): number | null {
  const columns = body[0]?.texts.length ?? 0
  for (let column = 0; column < Math.min(3, columns); column++) {
    const texts = body.map((line) => line.texts[column] ?? '').filter((text) => text !== '')
    const references = texts.filter(isReference)
    if (references.length >= 2 && references.length >= 0.7 * texts.length) return column
  }
  return null
}

/** Whether columns that had ended on the line above begin again here, the first of them among those that hold words. */
function restartsAt(body: readonly CellLine[], index: number, { key, isOneLined, widths }: BodyFacts): boolean {
  const line = body[index]
  const above = body[index - 1]
  if (!line || !above) return true
  // cells set to the middle of their row have lines between each other's
  if (line.gap < 0.8) return false
  if ((line.texts[key] ?? '') === '') return false
  const filled = columnsIn(line)
  const restarted = filled.filter((column) => (above.texts[column] ?? '') === '')
  const columns = line.texts.length
  if (restarted.length >= Math.max(2, Math.ceil((columns - 1) / 2))) return true
  if (line.gap > 1.5 && filled.length >= 2) return true
  const isAnew = (column: number) =>
    restarted.includes(column) || wouldFit(above.texts[column] ?? '', line.texts[column] ?? '', widths[column] ?? 0)
  const opens = (above.texts[key] ?? '') === '' || /^[^\p{Ll}]/u.test(line.texts[key] ?? '')
  if (opens && isAnew(key) && filled.some((column) => column !== key && isAnew(column))) return true
  if (columns <= 3 && restarted.some((column) => column !== key)) return true
  const beginLarge = filled.every((column) => /^[\p{Lu}\p{N}£"“‘(]/u.test(line.texts[column] ?? ''))
  return (isOneLined || isAnew(key)) && beginLarge && filled.length >= Math.max(2, columns - 1)
}

function longestIn(body: readonly CellLine[], column: number): number {
  return body.reduce((most, line) => Math.max(most, line.texts[column]?.length ?? 0), 0)
}

type BodyFacts = { readonly key: number; readonly isOneLined: boolean; readonly widths: readonly number[] }

/** Whether a line's first word would have fitted on the line above, so that it does not go on from there. */
function wouldFit(above: string, line: string, width: number): boolean {
  return above.length + 1 + (line.split(' ', 1)[0] ?? '').length <= width
}

/** The column whose words open a row: the first that holds words on a good part of the lines. */
function keyColumn(body: readonly CellLine[]): number {
  const columns = body[0]?.texts.length ?? 0
  for (let column = 0; column < columns; column++) {
    const filled = body.filter((line) => (line.texts[column] ?? '') !== '').length
    if (filled >= 0.25 * body.length) return column
  }
  return 0
}
