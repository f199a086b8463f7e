import type { Block, ParagraphBlock } from '../../blocks.ts'
import { findRegions } from '../columns/find-regions.ts'
import type { Column } from '../columns/spans.ts'
import { type Line, textOfLine } from './gather-lines.ts'
import { orderColumns } from './order-columns.ts'
import { type ProseContext, readProse } from './read-prose.ts'
import { readGrid } from './ruled-table.ts'
import type { SortedPage } from './sort-page.ts'
import { measureOf, readUnruled, toRuledLines } from './unruled-table.ts'

/** What a page needs to know of its document. */
export type DocumentFacts = Omit<ProseContext, 'page' | 'lineAt'> & { readonly marginLines: ReadonlySet<Line> }

/**
 * A page as blocks in reading order: what stands in its top margin, its text and tables, what stands in its bottom margin.
 *
 * @param columns  those of the table without lines that the page before ended with; the answer has this page's
 */
export function layOutPage(
  page: SortedPage,
  facts: DocumentFacts,
  columns: readonly Column[] | null,
): { blocks: Block[]; columns: readonly Column[] | null } {
  const context = { ...facts, page: page.page, shades: page.shades, lineAt: (base: number) => lineAt(page.bases, base) }
  const blocks: Block[] = []
  let open = columns
  const text = page.lines.filter((line) => !facts.marginLines.has(line))
  for (let index = 0; index <= page.tables.length; index++) {
    const above = page.tables[index - 1]?.grid.top ?? Number.NEGATIVE_INFINITY
    const below = page.tables[index]?.grid.top ?? Number.POSITIVE_INFINITY
    const run = text.filter((line) => line.base >= above && line.base < below)
    const laid = layOutRun(run, page, context, open)
    for (const block of laid.blocks) blocks.push(block)
    open = laid.columns
    const table = page.tables[index]
    if (!table) continue
    const block = readGrid(table.grid, table.words, context)
    if (block.rows.length > 0) blocks.push(block)
    open = null
  }
  const margin = page.lines.filter((line) => facts.marginLines.has(line))
  const toFurniture = (line: Line): ParagraphBlock => ({
    kind: 'paragraph',
    text: textOfLine(line.words),
    where: { page: page.page, line: context.lineAt(line.base), endLine: context.lineAt(line.base) },
    isPageFurniture: true,
  })
  const aside: ParagraphBlock[] =
    page.aside.length === 0
      ? []
      : [{ kind: 'paragraph', text: textOfLine(page.aside), where: { page: page.page }, isPageFurniture: true }]
  return {
    blocks: [
      ...margin.filter((line) => line.base < page.height / 2).map(toFurniture),
      ...blocks,
      ...margin.filter((line) => line.base >= page.height / 2).map(toFurniture),
      ...aside,
    ],
    columns: open,
  }
}

type Context = DocumentFacts & Parameters<typeof readUnruled>[4] & ProseContext

/** Lines with no ruled table among them: tables that stand in columns, and text around them. */
function layOutRun(
  lines: readonly Line[],
  page: SortedPage,
  context: Context,
  earlier: readonly Column[] | null,
): { blocks: Block[]; columns: readonly Column[] | null } {
  if (lines.length === 0) return { blocks: [], columns: earlier }
  const measure = measureOf(context.usualSize)
  const ruled = toRuledLines(lines, page.levels)
  const blocks: Block[] = []
  let at = 0
  let columns: readonly Column[] | null = null
  const prose = (to: number) => {
    for (const piece of orderColumns(lines.slice(at, to), measure))
      for (const block of readProse(piece, context)) blocks.push(block)
  }
  for (const region of findRegions(ruled, measure, earlier)) {
    prose(region.from)
    blocks.push(readUnruled(lines, ruled, region, measure, context))
    at = region.to
    columns = region.columns
  }
  prose(lines.length)
  return { blocks, columns: at === lines.length ? columns : null }
}

/** Which line of the page stands at a height, counted from 1. */
function lineAt(bases: readonly number[], base: number): number {
  let [low, high] = [0, bases.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bases[middle] ?? 0) < base - 0.5) low = middle + 1
    else high = middle
  }
  return Math.max(1, Math.min(bases.length, low + 1))
}
