import type { TableBlock } from '../../blocks.ts'
import type { Region } from '../columns/find-regions.ts'
import { type RegionRow, type RuledLine, readRegion } from '../columns/read-region.ts'
import { type Measure, type Span, segmentsOf } from '../columns/spans.ts'
import { joinLines } from '../join-lines.ts'
import { fillOf, isShadeOfRow } from './cell-fill.ts'
import { type Line, textOfLine } from './gather-lines.ts'
import type { Word } from './page-ink.ts'
import type { TableContext } from './ruled-table.ts'

/** Gaps in points, by the size of the letters. */
export function measureOf(size: number): Measure {
  return { wide: 0.75 * size, narrow: 0.3 * size, near: 0.35 * size, wander: 0, strays: 0.02 }
}

/** Lines as the finder of columns wants them: how far apart they stand, and whether something parts them. */
export function toRuledLines(lines: readonly Line[], levels: readonly number[]): RuledLine<Word>[] {
  const pitch = pitchOf(lines)
  return lines.map((line, index) => {
    const above = lines[index - 1]
    return {
      words: line.words,
      gap: above ? (line.base - above.base) / pitch : 1,
      isRuledOff: above ? levels.some((level) => level > above.base - 1 && level < line.base - 0.3 * line.size) : false,
    }
  })
}

/** How far apart the lines of one cell or paragraph stand: the least that comes often between words under each other. */
function pitchOf(lines: readonly Line[]): number {
  const parts = lines.map((line) => segmentsOf(line.words, 0.75 * line.size))
  const apart = lines
    .flatMap((line, index) => (parts[index] ?? []).flatMap((part) => toNextUnder(lines, parts, index, part, line)))
    .sort((a, b) => a - b)
  return apart[Math.floor(apart.length * 0.15)] ?? 1.2 * (lines[0]?.size ?? 10)
}

function toNextUnder(
  lines: readonly Line[],
  parts: readonly (readonly Span[])[],
  index: number,
  part: Span,
  line: Line,
): number[] {
  for (let at = index + 1; at < Math.min(lines.length, index + 5); at++) {
    if (!parts[at]?.some((under) => under.left < part.right && under.right > part.left)) continue
    const by = (lines[at]?.base ?? 0) - line.base
    return by >= 0.9 * line.size && by <= 1.7 * line.size ? [by] : []
  }
  return []
}

/** A table that stands in columns without lines around its cells. */
export function readUnruled(
  lines: readonly Line[],
  ruled: readonly RuledLine<Word>[],
  region: Region,
  measure: Measure,
  context: TableContext,
): TableBlock {
  const join = (texts: readonly string[]) =>
    joinLines(
      texts.map((text) => ({ text, isFull: true })),
      context.isWord,
    )
  const rows = readRegion(ruled, region, measure, join)
  const edges = region.columns.map((column, index) => ({
    left: column.left,
    right: region.columns[index + 1]?.left ?? column.right + 4,
  }))
  return {
    kind: 'table',
    columns: region.columns.length,
    rows: rows.map((row) => {
      const own = lines.slice(row.from, row.to)
      const cells = row.cells.map((cell, column) => {
        const text = joinLines(
          cell.map((words) => toJoined(words, region.columns[column]?.right ?? 0)),
          context.isWord,
        )
        const box = {
          ...(edges[column] ?? { left: 0, right: 0 }),
          top: own[0]?.top ?? 0,
          bottom: own.at(-1)?.bottom ?? 0,
        }
        return {
          text,
          column,
          colSpan: row.isBand ? region.columns.length : 1,
          rowSpan: 1,
          fill: fillOf(box, context.shades, text !== ''),
        }
      })
      const isShaded = isShadeOfRow(cells.map((cell) => cell.fill))
      return {
        cells: isShaded ? cells.map((cell) => ({ ...cell, fill: null })) : cells,
        where: placeOf(row, lines, context),
        source: own.map((line) => textOfLine(line.words)).join('\n'),
      }
    }),
  }
}

function toJoined(words: readonly Word[], right: number) {
  const last = words.at(-1)
  return { text: textOfLine(words), isFull: last !== undefined && last.right + 0.6 * last.size > right }
}

function placeOf(row: RegionRow<Word>, lines: readonly Line[], { page, lineAt }: TableContext) {
  return { page, line: lineAt(lines[row.from]?.base ?? 0), endLine: lineAt(lines[row.to - 1]?.base ?? 0) }
}
