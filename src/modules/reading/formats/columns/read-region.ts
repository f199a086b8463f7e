import { readPartHeading } from '../../plan/part-heading.ts'
import type { Region } from './find-regions.ts'
import { partWords } from './part-words.ts'
import { type Measure, type Span, type SpanLine, segmentsOf } from './spans.ts'
import { type CellLine, countNameLines, startsOfRows } from './split-rows.ts'

/** A row of a table that stands in columns: its lines, and the words of each line under each column. */
export type RegionRow<Word extends Span> = {
  readonly from: number
  readonly to: number
  readonly isBand: boolean
  /** for each column, its words line by line */
  readonly cells: readonly (readonly Word[][])[]
}

export type RuledLine<Word extends Span> = SpanLine & { readonly words: readonly Word[]; readonly isRuledOff: boolean }

/**
 * The rows of a region.
 *
 * @param join  makes one text of the lines of a cell
 */
export function readRegion<Word extends Span>(
  lines: readonly RuledLine<Word>[],
  region: Region,
  measure: Measure,
  join: (texts: readonly string[]) => string,
): RegionRow<Word>[] {
  const own = lines.slice(region.from, region.to)
  const isBandAt = (index: number) =>
    region.bands.has(region.from + index) || isHeadingAlone(own[index]?.words ?? [], measure)
  const parted: Word[][][] = []
  for (const [index, line] of own.entries()) {
    const isBand = isBandAt(index)
    parted.push(isBand ? [[...line.words]] : partWords(line.words, region.columns, measure, parted.at(-1) ?? null))
  }
  const cellLines = own.map((line, index): CellLine => {
    const isBand = isBandAt(index)
    const texts = region.columns.map((_, column) => (parted[index]?.[column] ?? []).map((word) => word.text).join(' '))
    return { texts, gap: line.gap, isRuledOff: line.isRuledOff, isBand }
  })
  const starts = startsOfRows(cellLines, countNameLines(cellLines, join), measure.wander > 0 ? 1 : 0.92)
  const rows: RegionRow<Word>[] = []
  for (let from = 0; from < own.length; ) {
    let to = from + 1
    while (to < own.length && !starts[to]) to++
    const isBand = isBandAt(from)
    const columns = isBand ? [0] : region.columns.map((_, column) => column)
    rows.push({
      from: region.from + from,
      to: region.from + to,
      isBand,
      cells: columns.map((column) => parted.slice(from, to).map((line) => line[column] ?? [])),
    })
    from = to
  }
  return rows
}

/** "Aim 2: Every child is safe" in one run of words: it heads what follows, though it is short enough to stand in a column. */
function isHeadingAlone(words: readonly Span[], { wide }: Measure): boolean {
  const [line, ...others] = segmentsOf(words, wide)
  return line !== undefined && others.length === 0 && readPartHeading(line.text) !== null
}
