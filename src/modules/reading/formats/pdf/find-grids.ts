import { least, most } from '../columns/extremes.ts'
import { mergeRules, type Ruling } from './merge-rules.ts'
import type { Box, Rule } from './page-ink.ts'

/** A ruled table: where its columns and rows part, and its cells, which may reach over several of them. */
export type Grid = Box & {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly GridCell[]
}
export type GridCell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
}

/** How far ends may miss each other and still meet, in points. */
const MEETS = 3
/** Lines nearer than this are one, drawn double. */
const DOUBLE = 4
const MOST_LINES = 600

/** The grids that the lines of a page make: lines that meet each other, and the cells between them. */
export function findGrids(rules: readonly Rule[]): Grid[] {
  const merged = mergeRules(rules)
  if (merged.length > 4 * MOST_LINES) return []
  return groupsThatMeet(merged).flatMap((group) => {
    const grid = gridOf(group)
    return grid ? [grid] : []
  })
}

function groupsThatMeet(rules: readonly Ruling[]): Ruling[][] {
  const across = rules.filter((rule) => rule.axis === 'across').sort((a, b) => a.at - b.at)
  const group = new Map<Ruling, Ruling[]>(rules.map((rule) => [rule, [rule]]))
  for (const down of rules.filter((rule) => rule.axis === 'down')) {
    for (const level of across) {
      if (level.at < down.from - MEETS) continue
      if (level.at > down.to + MEETS) break
      if (down.at < level.from - MEETS || down.at > level.to + MEETS) continue
      const [one, other] = [group.get(down), group.get(level)]
      if (!one || !other || one === other) continue
      const [big, small] = one.length >= other.length ? [one, other] : [other, one]
      for (const rule of small) {
        big.push(rule)
        group.set(rule, big)
      }
    }
  }
  return [...new Set(group.values())]
}

function gridOf(group: readonly Ruling[]): Grid | null {
  const across = group.filter((rule) => rule.axis === 'across')
  const down = group.filter((rule) => rule.axis === 'down')
  if (across.length === 0 || down.length === 0) return null
  const xs = edges(down, across)
  const ys = edges(across, down)
  if (xs.length < 2 || ys.length < 2 || xs.length > MOST_LINES || ys.length > MOST_LINES) return null
  const parts = { down: partsOf(down, xs, ys), across: partsOf(across, ys, xs) }
  return {
    xs,
    ys,
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    cells: cellsOf(xs.length - 1, ys.length - 1, parts),
  }
}

/** Where lines of one kind stand; where the others reach beyond the last of them, the table is open there and ends with them. */
function edges(rules: readonly Ruling[], others: readonly Ruling[]): number[] {
  const places: number[] = []
  for (const at of rules.map((rule) => rule.at).sort((a, b) => a - b)) {
    if (places.length === 0 || at - (places.at(-1) ?? 0) > DOUBLE) places.push(at)
  }
  const [from, to] = [least(others, (rule) => rule.from), most(others, (rule) => rule.to)]
  const [first = 0, last = 0] = [places[0], places.at(-1)]
  return [...(from < first - 8 ? [from] : []), ...places, ...(to > last + 8 ? [to] : [])]
}

/** For each place and each gap between the other places: whether a line parts the cells there. */
function partsOf(rules: readonly Ruling[], places: readonly number[], others: readonly number[]): boolean[][] {
  return places.map((place, index) => {
    const here = rules.filter((rule) => Math.abs(rule.at - place) <= DOUBLE)
    const isEnd = index === 0 || index === places.length - 1
    return others.slice(1).map((end, gap) => {
      const start = others[gap] ?? 0
      const covered = here.reduce(
        (sum, rule) => sum + Math.max(0, Math.min(rule.to, end) - Math.max(rule.from, start)),
        0,
      )
      return isEnd || covered >= 0.55 * (end - start)
    })
  })
}

type Parts = { readonly down: readonly boolean[][]; readonly across: readonly boolean[][] }

function cellsOf(columns: number, rows: number, parts: Parts): GridCell[] {
  const taken = new Uint8Array(columns * rows)
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue
      let right = column + 1
      while (right < columns && !parts.down[right]?.[row] && !taken[row * columns + right]) right++
      let below = row + 1
      while (below < rows && isOpenBelow(parts, below, column, right)) below++
      for (let r = row; r < below; r++) taken.fill(1, r * columns + column, r * columns + right)
      cells.push({ row, column, rowSpan: below - row, colSpan: right - column })
    }
  }
  return cells
}

function isOpenBelow(parts: Parts, row: number, from: number, to: number): boolean {
  for (let column = from; column < to; column++) {
    if (parts.across[row]?.[column]) return false
    if (column > from && parts.down[column]?.[row]) return false
  }
  return true
}
