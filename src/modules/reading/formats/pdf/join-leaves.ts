import { least, most } from '../columns/extremes.ts'
import type { Grid } from './find-grids.ts'
import type { Line } from './gather-lines.ts'
import type { Body, Leaf } from './leaves.ts'
import type { Shade, Word } from './page-ink.ts'
import type { SortedPage } from './sort-page.ts'

/** Places nearer than this are one, in points. */
const NEAR = 2

type Joined = { readonly whole: SortedPage; readonly body: Body; readonly rest: SortedPage }

/** Two pages that lay side by side on a sheet: the first with the table of both, and what is left of the second. */
export function joinLeaves(leaf: Leaf, other: Leaf): Joined | null {
  const [one, two] = [leaf.body, other.body]
  if (one?.kind === 'ruled' && two?.kind === 'ruled') {
    const by = one.grid.right - two.grid.left
    const words = two.words.map((word) => moved(word, by))
    const table = { grid: joinGrids(one.grid, two.grid, by), words: [...one.words, ...words] }
    const tables = leaf.page.tables.map((each) => (each.grid === one.grid ? table : each))
    const shades = [...leaf.page.shades, ...other.page.shades.map((shade) => moved(shade, by))]
    const whole = { ...leaf.page, tables, shades }
    const taken = new Set(two.words)
    const rest = {
      ...other.page,
      tables: other.page.tables.filter(({ grid }) => grid !== two.grid),
      lines: other.page.lines.filter((line) => !line.words.some((word) => taken.has(word))),
      strips: other.page.strips.filter((grid) => grid !== two.grid),
    }
    return { whole, body: { kind: 'ruled', ...table }, rest }
  }
  if (one?.kind !== 'free' || two?.kind !== 'free') return null
  const right = most(one.lines, (line) => line.right)
  const left = least(two.lines, (line) => line.left)
  const by = right + 3 * (one.lines[0]?.size ?? 10) - left
  const own = new Set(one.lines)
  const margin = new Set(leaf.page.lines.filter((line) => !own.has(line)))
  const lines = joinLines(leaf.page.lines, one.lines, two.lines, by)
  const whole = {
    ...leaf.page,
    lines,
    levels: [...leaf.page.levels, ...other.page.levels].sort((a, b) => a - b),
    shades: [...leaf.page.shades, ...other.page.shades.map((shade) => moved(shade, by))],
    bases: [...new Set([...leaf.page.bases, ...lines.map((line) => line.base)])].sort((a, b) => a - b),
  }
  const taken = new Set(two.lines)
  return {
    whole,
    body: { kind: 'free', lines: lines.filter((line) => !margin.has(line)) },
    rest: { ...other.page, lines: other.page.lines.filter((line) => !taken.has(line)) },
  }
}

function moved<Thing extends Word | Shade>(thing: Thing, by: number): Thing {
  return { ...thing, left: thing.left + by, right: thing.right + by }
}

/** The rows of both, for a cell that reaches down has no line where the other's rows part. */
function joinGrids(one: Grid, two: Grid, by: number): Grid {
  const ys = [...one.ys]
  for (const y of two.ys) if (!ys.some((known) => Math.abs(known - y) <= NEAR)) ys.push(y)
  ys.sort((a, b) => a - b)
  const rowAt = (y: number) => ys.findIndex((known) => Math.abs(known - y) <= NEAR)
  const columns = one.xs.length - 1
  const cellsOf = (grid: Grid, from: number) =>
    grid.cells.map((cell) => {
      const row = rowAt(grid.ys[cell.row] ?? 0)
      const end = rowAt(grid.ys[cell.row + cell.rowSpan] ?? 0)
      return { ...cell, column: cell.column + from, row, rowSpan: Math.max(1, end - row) }
    })
  return {
    ...one,
    right: two.right + by,
    xs: [...one.xs, ...two.xs.slice(1).map((x) => x + by)],
    ys,
    cells: [...cellsOf(one, 0), ...cellsOf(two, columns)],
  }
}

function joinLines(all: readonly Line[], own: readonly Line[], others: readonly Line[], by: number): Line[] {
  const isOwn = new Set(own)
  const waiting = others.map((line): Line => ({ ...moveLine(line, by) }))
  const joined = all.map((line): Line => {
    const at = isOwn.has(line) ? waiting.findIndex((each) => Math.abs(each.base - line.base) <= NEAR) : -1
    const [beside] = at === -1 ? [] : waiting.splice(at, 1)
    return beside ? { ...line, words: [...line.words, ...beside.words], right: beside.right } : line
  })
  return [...joined, ...waiting].sort((a, b) => a.base - b.base)
}

function moveLine(line: Line, by: number): Line {
  return {
    ...line,
    left: line.left + by,
    right: line.right + by,
    words: line.words.map((word) => moved(word, by)),
  }
}
