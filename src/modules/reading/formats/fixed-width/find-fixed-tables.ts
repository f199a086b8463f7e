import type { TableBlock } from '../../blocks.ts'
import { isColumnName } from '../../tables/column-names.ts'
import { findRegions, type Region } from '../columns/find-regions.ts'
import { type RuledLine, readRegion } from '../columns/read-region.ts'
import type { Column, Measure, Span } from '../columns/spans.ts'
import { joinLines } from '../join-lines.ts'
import { findPageLines } from './find-page-lines.ts'

/** What a text's layout says: tables by the line they begin with, and the lines that belong to its pages. Lines count from 0. */
export type FixedLayout = {
  readonly tables: ReadonlyMap<number, { readonly to: number; readonly block: TableBlock }>
  readonly pageLines: ReadonlySet<number>
}

/** Gaps in letters: two blanks part cells; where a cell is full, one blank that goes on down the table does. */
const MEASURE: Measure = { wide: 2, narrow: 1, near: 1, wander: 3, strays: 0.06 }
/** A line of three parts, which any table in fixed widths has. */
const PARTED = /\S {2,}\S.* {2,}\S/

/**
 * The tables that a text sets with blanks, as a PDF turned into text has them. Text without lines of several parts has none.
 *
 * @param isPlain  whether a line is neither a row of another kind of table nor anything else that was understood
 */
export function findFixedTables(lines: readonly string[], isPlain: (line: string) => boolean): FixedLayout {
  const tables = new Map<number, { to: number; block: TableBlock }>()
  const pageLines = findPageLines(lines)
  if (!lines.some((line) => PARTED.test(line) && isPlain(line))) return { tables, pageLines }
  let isWord: ((word: string) => boolean) | null = null
  let columns: readonly Column[] | null = null
  for (const run of plainRuns(lines, pageLines, isPlain)) {
    const ruled = toRuledLines(lines, run)
    const regions = findRegions(ruled, MEASURE, columns)
    for (const region of regions) {
      isWord ??= knowWords(lines)
      const from = run[region.from] ?? 0
      const to = (run[region.to - 1] ?? from) + 1
      tables.set(from, { to, block: toBlock(lines, run, ruled, region, isWord) })
    }
    const last = regions.at(-1)
    columns = last && last.to === run.length ? last.columns : null
  }
  return { tables, pageLines }
}

/** The lines that the tables of a text take. */
export function tableLines({ tables }: FixedLayout): ReadonlySet<number> {
  const taken = new Set<number>()
  for (const [from, { to }] of tables) for (let index = from; index < to; index++) taken.add(index)
  return taken
}

/** The lines with words between page ends and lines of other kinds. */
function plainRuns(
  lines: readonly string[],
  pageLines: ReadonlySet<number>,
  isPlain: (line: string) => boolean,
): number[][] {
  const runs: number[][] = [[]]
  for (const [index, line] of lines.entries()) {
    if (pageLines.has(index) || !isPlain(line) || line.startsWith('\f')) runs.push([])
    if (!pageLines.has(index) && isPlain(line) && line.trim() !== '') runs.at(-1)?.push(index)
  }
  return runs.filter((run) => run.length > 0)
}

function toRuledLines(lines: readonly string[], run: readonly number[]): RuledLine<Span>[] {
  return run.map((index, at) => ({
    words: wordsOf(lines[index] ?? ''),
    gap: at === 0 ? 1 : index - (run[at - 1] ?? index),
    isRuledOff: false,
  }))
}

function wordsOf(line: string): Span[] {
  return [...line.replace(/^\f/, '').matchAll(/\S+/g)].map((found) => ({
    left: found.index,
    right: found.index + found[0].length,
    text: found[0],
  }))
}

function toBlock(
  lines: readonly string[],
  run: readonly number[],
  ruled: readonly RuledLine<Span>[],
  region: Region,
  isWord: (word: string) => boolean,
): TableBlock {
  const join = (texts: readonly string[]) =>
    joinLines(
      texts.map((text) => ({ text, isFull: true })),
      isWord,
    )
  const rows = readRegion(ruled, region, MEASURE, join)
  return {
    kind: 'table',
    columns: region.columns.length,
    rows: rows.map((row) => ({
      cells: row.cells.map((cell, column) => ({
        text: joinLines(
          cell.map((words) => toJoined(words, region.columns[column]?.right ?? 0)),
          isWord,
        ),
        column,
        colSpan: row.isBand ? region.columns.length : 1,
        rowSpan: 1,
        fill: null,
      })),
      where: { line: (run[row.from] ?? 0) + 1, endLine: (run[row.to - 1] ?? 0) + 1 },
      source: run
        .slice(row.from, row.to)
        .map((index) => lines[index] ?? '')
        .join('\n'),
    })),
  }
}

function toJoined(words: readonly Span[], right: number) {
  const text = words.map((word) => word.text).join(' ')
  return { text, isFull: (words.at(-1)?.right ?? 0) >= right - 1 }
}

function knowWords(lines: readonly string[]): (word: string) => boolean {
  const words = new Set<string>()
  for (const line of lines) for (const [word] of line.matchAll(/[\p{L}\p{N}-]+/gu)) words.add(word.toLowerCase())
  return (word) => words.has(word) || isColumnName(word)
}
