import { readColumnNames } from '../../tables/column-names.ts'
import { knownColumn } from '../../tables/known-columns.ts'
import { segmentsOf } from '../columns/spans.ts'
import type { Grid } from './find-grids.ts'
import { gatherLines, type Line, textOfLine } from './gather-lines.ts'
import type { Word } from './page-ink.ts'
import type { SortedPage } from './sort-page.ts'

/** A table as it lies on a page: ruled, or the lines that stand in columns. */
export type Body =
  | { readonly kind: 'ruled'; readonly grid: Grid; readonly words: readonly Word[] }
  | { readonly kind: 'free'; readonly lines: readonly Line[] }

/** A page as one of several that a sheet was printed over. */
export type Leaf = {
  readonly page: SortedPage
  /** null when no words stand between its margins */
  readonly body: Body | null
  /** what stands in its first row */
  readonly names: readonly string[]
  /** its first row names the columns of a table of actions */
  readonly isPlan: boolean
  /** its first row names what goes with actions, and no action */
  readonly isRest: boolean
  /** what those names say that its columns hold */
  readonly holds: ReadonlySet<string>
}

const GOES_WITH = new Set(['outcome', 'measure', 'starts', 'timescale', 'lead', 'progress', 'impact', 'narrative'])

/** What a page would be among those of a sheet; `margin` are the lines of headers and footers. */
export function leafOf(page: SortedPage, margin: ReadonlySet<Line>): Leaf {
  const body = bodyOf(page, margin)
  const names = body === null ? [] : firstRow(body)
  const known = names.map((name) => knownColumn(name)?.known ?? null)
  const holds = new Set(known.filter((each): each is NonNullable<typeof each> => each !== null && GOES_WITH.has(each)))
  const isPlan = readColumnNames(names.map((text, column) => ({ text, column }))) !== null
  const isShort = names.every((name) => name.length <= 60)
  const isRest = !isPlan && isShort && holds.size > 0 && known.filter(Boolean).length * 2 >= names.length
  return { page, body, names, isPlan, isRest, holds }
}

function bodyOf(page: SortedPage, margin: ReadonlySet<Line>): Body | null {
  const lines = page.lines.filter((line) => !margin.has(line))
  const free = lines.reduce((sum, line) => sum + line.words.length, 0)
  const [table] = page.tables.toSorted((a, b) => b.words.length - a.words.length)
  if (table && table.words.length >= free) return { kind: 'ruled', ...table }
  for (const grid of page.strips) {
    const words = lines.flatMap((line) => line.words).filter((word) => stands(word, grid))
    if (words.length > 0 && words.length * 2 >= free) return { kind: 'ruled', grid, words }
  }
  return lines.length === 0 ? null : { kind: 'free', lines }
}

function stands(word: Word, grid: Grid): boolean {
  const [x, y] = [(word.left + word.right) / 2, word.base - 0.3 * word.size]
  return x > grid.left && x < grid.right && y > grid.top && y < grid.bottom
}

function firstRow(body: Body): string[] {
  if (body.kind === 'free') {
    const [line] = body.lines
    return line ? segmentsOf(line.words, 0.75 * line.size).map(({ text }) => text) : []
  }
  const { grid, words } = body
  const end = grid.ys[1] ?? grid.bottom
  const own = words.filter((word) => word.base - 0.3 * word.size < end)
  return grid.xs.slice(1).flatMap((right, column) => {
    const left = grid.xs[column] ?? 0
    const inside = own.filter((word) => (word.left + word.right) / 2 >= left && (word.left + word.right) / 2 < right)
    const text = gatherLines(inside)
      .map((line) => textOfLine(line.words))
      .join(' ')
    return text === '' ? [] : [text]
  })
}

/** How far two places may lie apart and be one, in points. */
const NEAR = 2
/** Of the lines on a page without rules, so many must stand where lines of the other stand. */
const MOST_LINES = 0.7

/** Whether the rows of one page stand where those of another do; a page without words goes beside any. */
export function standBeside(leaf: Leaf, other: Leaf): boolean {
  if (leaf.body === null || other.body === null) return other.body === null
  const [one, two] = [placesOf(leaf.body), placesOf(other.body)]
  if (leaf.body.kind !== other.body.kind) return false
  if (leaf.body.kind === 'ruled') {
    const ends = (places: readonly number[]) => [places[0] ?? 0, places.at(-1) ?? 0]
    const areEnds = ends(one).every((place, at) => Math.abs(place - (ends(two)[at] ?? 0)) <= NEAR)
    return areEnds && (areAmong(two, one) === two.length || areAmong(one, two) === one.length)
  }
  return (
    two.length > 1 && Math.abs((one[0] ?? 0) - (two[0] ?? 0)) <= NEAR && areAmong(two, one) >= MOST_LINES * two.length
  )
}

function placesOf(body: Body): readonly number[] {
  return body.kind === 'ruled' ? body.grid.ys : body.lines.map((line) => line.base)
}

function areAmong(places: readonly number[], others: readonly number[]): number {
  let at = 0
  let found = 0
  for (const place of places) {
    while (at < others.length && (others[at] ?? 0) < place - NEAR) at++
    if (Math.abs((others[at] ?? Number.POSITIVE_INFINITY) - place) <= NEAR) found++
  }
  return found
}

/** Whether two pages have the same columns, as those of one table that goes on downwards do. */
export function haveSameColumns(leaf: Leaf, other: Leaf): boolean {
  if (leaf.body?.kind !== 'ruled' || other.body?.kind !== 'ruled') return leaf.body?.kind === other.body?.kind
  const [one, two] = [leaf.body.grid.xs, other.body.grid.xs]
  return one.length === two.length && one.every((x, at) => Math.abs(x - (two[at] ?? 0)) <= NEAR)
}

/** Whether the rows of pages are of so many heights that no other table has them by chance. */
export function haveOwnHeights(leaves: readonly Leaf[]): boolean {
  const heights = leaves.flatMap(({ body }) =>
    body?.kind === 'ruled' ? body.grid.ys.slice(1).map((y, at) => Math.round((y - (body.grid.ys[at] ?? 0)) / 3)) : [],
  )
  return heights.length >= 5 && new Set(heights).size >= 3
}
