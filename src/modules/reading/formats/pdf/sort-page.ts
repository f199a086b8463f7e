import { wordsWithMarks } from './drawn-marks.ts'
import { findGrids, type Grid } from './find-grids.ts'
import { gatherLines, type Line } from './gather-lines.ts'
import type { PageInk, Rule, Shade, Word } from './page-ink.ts'
import { isTableGrid } from './ruled-table.ts'

/** A page sorted into its ruled tables, each with its words, and the lines that stand free of them. */
export type SortedPage = {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly tables: readonly { readonly grid: Grid; readonly words: readonly Word[] }[]
  readonly lines: readonly Line[]
  /** grids of one column or row, whose words stand among the lines: the end of a sheet may lie on a page of its own */
  readonly strips: readonly Grid[]
  /** words that lie across the page, such as a watermark */
  readonly aside: readonly Word[]
  /** heights at which lines, or the edges of shades, run across a good part of the page outside its ruled tables */
  readonly levels: readonly number[]
  readonly shades: readonly Shade[]
  /** where the lines of the whole page stand, tables included */
  readonly bases: readonly number[]
}

/** Letters taller than this lie over the page, as a watermark does, and in no cell of it. */
const HUGE = 60
const MOST_SHADES = 3_000

export function sortPage(drawn: PageInk): SortedPage {
  const ink = { ...drawn, words: wordsWithMarks(drawn) }
  const drawnGrids = findGrids(ink.rules)
  const grids = drawnGrids.filter(isTableGrid)
  const bySize = [...grids].sort((a, b) => areaOf(a) - areaOf(b))
  const wordsByGrid = new Map<Grid, Word[]>(grids.map((grid) => [grid, []]))
  const free: Word[] = []
  const aside: Word[] = []
  for (const word of ink.words) {
    if (isAside(word)) aside.push(word)
    else {
      const grid = bySize.find((each) => holds(each, word))
      if (grid) wordsByGrid.get(grid)?.push(word)
      else if (word.isTurned) aside.push(word)
      else free.push(word)
    }
  }
  const tables = grids
    .map((grid) => ({ grid, words: wordsByGrid.get(grid) ?? [] }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => a.grid.top - b.grid.top || a.grid.left - b.grid.left)
  const shades = ink.shades.length > MOST_SHADES ? [] : ink.shades
  return {
    page: ink.page,
    width: ink.width,
    height: ink.height,
    tables,
    lines: gatherLines(free),
    strips: drawnGrids.filter((grid) => !isTableGrid(grid) && !isFrame(grid, ink)),
    aside,
    levels: levelsOf(ink, shades, grids),
    shades,
    bases: gatherLines(ink.words.filter((word) => !isAside(word))).map((line) => line.base),
  }
}

/** One cell around a good part of a page is no column of a table. */
function isFrame(grid: Grid, { height }: PageInk): boolean {
  return grid.cells.length === 1 && grid.bottom - grid.top > 0.5 * height
}

function isAside(word: Word): boolean {
  const isSlanted =
    word.isTurned && word.right - word.left > 0.3 * word.size && word.bottom - word.top > 0.3 * word.size
  return isSlanted || word.size > HUGE
}

function holds(grid: Grid, word: Word): boolean {
  const x = (word.left + word.right) / 2
  const y = word.isTurned ? (word.top + word.bottom) / 2 : word.base - 0.3 * word.size
  return x > grid.left - 1 && x < grid.right + 1 && y > grid.top - 1 && y < grid.bottom + 1
}

function areaOf(grid: Grid): number {
  return (grid.right - grid.left) * (grid.bottom - grid.top)
}

/** Pieces of a level add up, for borders and shades are drawn cell by cell. */
function levelsOf(ink: PageInk, shades: readonly Shade[], grids: readonly Grid[]): number[] {
  const edges = shades
    .filter(
      (shade) =>
        shade.right - shade.left > 12 && shade.bottom - shade.top > 7 && shade.bottom - shade.top < 0.6 * ink.height,
    )
    .flatMap((shade): Rule[] =>
      [shade.top, shade.bottom].map((at) => ({ axis: 'across', at, from: shade.left, to: shade.right })),
    )
  const rules = [...ink.rules.filter((rule) => rule.axis === 'across'), ...edges]
    .filter((rule) => !grids.some((grid) => rule.at > grid.top - 2 && rule.at < grid.bottom + 2))
    .sort((a, b) => a.at - b.at)
  const levels: { at: number; length: number }[] = []
  for (const rule of rules) {
    const open = levels.at(-1)
    if (open && rule.at - open.at < 2) open.length += rule.to - rule.from
    else levels.push({ at: rule.at, length: rule.to - rule.from })
  }
  return levels.filter((level) => level.length > 0.3 * ink.width).map((level) => level.at)
}
