import { COLUMNS, type ColumnKey, otherHeader, ROW_COLUMN, WORDS_COLUMN } from './layout-columns.ts'
import { LABELS } from './layout-labels.ts'
import type { OutlineLine, PlanOutline } from './outline-plan.ts'

/** A written plan as one table: its columns' names, then a row for each line, with one cell for each column. */
export type LayoutSheet = { readonly header: readonly string[]; readonly rows: readonly LayoutRow[] }
export type LayoutRow = {
  readonly is: 'fact' | 'part' | 'words' | 'action' | 'more'
  readonly level: number
  readonly cells: readonly string[]
}

/**
 * One row for each line of the plan, in the order it is read.
 *
 * @param longestCell  how many characters a cell may hold; the rest goes on in rows below
 */
export function layoutSheet(outline: PlanOutline, longestCell = Number.POSITIVE_INFINITY): LayoutSheet {
  const { known, others } = outline.columns
  const names = known.map((key) => (key === 'text' ? WORDS_COLUMN : COLUMNS[key]))
  const header = [ROW_COLUMN, ...names, ...others.map(otherHeader)]
  const wordsAt = 1 + known.indexOf('text')
  const alone = (label: string, words: string, ref = '') =>
    header.map((_, at) => (at === 0 ? label : at === wordsAt ? words : at === 1 ? ref : ''))
  const title = outline.title === null ? [] : [{ label: LABELS.title, words: outline.title }]
  const rows = [
    ...[...outline.facts.slice(0, 1), ...title, ...outline.facts.slice(1)].map(
      ({ label, words }): LayoutRow => ({
        is: 'fact',
        level: 0,
        cells: alone(label, words),
      }),
    ),
    ...outline.lines.map((line) => rowOf(line, known, alone)),
  ]
  return { header, rows: rows.flatMap((row) => goOn(row, longestCell)) }
}

function rowOf(
  line: OutlineLine,
  known: readonly ColumnKey[],
  alone: (label: string, words: string, ref?: string) => string[],
): LayoutRow {
  switch (line.kind) {
    case 'part':
      return { is: 'part', level: line.level, cells: alone(line.label, line.title, line.ref) }
    case 'words':
      return { is: 'words', level: 0, cells: alone(line.label, line.words) }
    case 'action':
      return { is: 'action', level: 0, cells: [LABELS.action, ...known.map((key) => line.cells[key]), ...line.others] }
  }
}

/** A cell too long for a sheet ends where a word does, if one ends near, and its rest stands alone in the rows below. */
function goOn(row: LayoutRow, longest: number): LayoutRow[] {
  if (row.cells.every((cell) => cell.length <= longest)) return [row]
  const rests: LayoutRow[] = []
  const cells = row.cells.map((cell, at) => {
    const [first = '', ...more] = cut(cell, longest)
    for (const { label, words } of more.map(asRest)) {
      rests.push({
        is: 'more',
        level: 0,
        cells: row.cells.map((_, place) => (place === 0 ? label : place === at ? words : '')),
      })
    }
    return first
  })
  return [{ ...row, cells }, ...rests]
}

function asRest(piece: string): { label: string; words: string } {
  const isNewWord = piece.startsWith(' ')
  return { label: isNewWord ? LABELS.more : LABELS.moreOfWord, words: isNewWord ? piece.slice(1) : piece }
}

/** Pieces of at most so many characters; one that begins with a space was cut between words. */
function cut(text: string, longest: number): string[] {
  const pieces: string[] = []
  let from = 0
  while (text.length - from > longest) {
    const space = text.lastIndexOf(' ', from + longest)
    const isHalfLetter = /[\udc00-\udfff]/.test(text[from + longest] ?? '')
    const to = space > from + longest / 2 ? space : from + longest - (isHalfLetter ? 1 : 0)
    pieces.push(text.slice(from, to))
    from = to
  }
  return [...pieces, text.slice(from)]
}
