import { type Block, filledCells, type Piece } from '../../blocks.ts'
import type { Finding, Where } from '../../plan-reading.ts'
import { isColumnName } from '../../tables/column-names.ts'
import type { Column } from '../columns/spans.ts'
import { headingDepths } from './heading-depths.ts'
import { layOutPage } from './lay-out-page.ts'
import { findMarginLines, usualSize } from './margin-lines.ts'
import type { ReadPages } from './read-pages.ts'
import type { SortedPage } from './sort-page.ts'
import { joinSpilledPages } from './spilled-pages.ts'

/** A document's blocks, and what is to be asked about how its pages belong together. */
export type LaidOut = { readonly blocks: readonly Block[]; readonly findings: readonly Finding[] }

/** The pages of a document as blocks, one after the other, then what was written onto them. */
export function layOutDocument({ pages: printed, notes }: Pick<ReadPages, 'pages' | 'notes'>): LaidOut {
  const usual = usualSize(printed)
  const marginLines = findMarginLines(printed)
  const { pages, apart, findings } = joinSpilledPages(printed, marginLines)
  const facts = {
    usualSize: usual,
    isWord: knowWords(pages),
    depthOf: headingDepths(pages, usual),
    marginLines,
  }
  const blocks: Block[] = []
  let columns: readonly Column[] | null = null
  for (const page of pages) {
    const laid = layOutPage(page, facts, columns)
    const isApart = apart.has(page.page)
    for (const block of laid.blocks) blocks.push(...(isApart ? withoutTable(block) : [block]))
    columns = isApart ? null : laid.columns
  }
  for (const note of notes) blocks.push({ kind: 'paragraph', text: note.text, where: { page: note.page } })
  return { blocks, findings }
}

/** Columns whose rows nobody can tell are words, row by row. */
function withoutTable(block: Block): readonly Block[] {
  if (block.kind !== 'table') return [block.kind === 'paragraph' ? block : { ...toWords(block), isMixed: true }]
  return block.rows.flatMap((row) => {
    const text = filledCells(row)
      .map((cell) => cell.text)
      .join(' | ')
    return text === '' ? [] : [{ kind: 'paragraph' as const, text, where: row.where, isMixed: true as const }]
  })
}

function toWords({ text, where }: Piece): { kind: 'paragraph'; text: string; where: Where } {
  return { kind: 'paragraph', text, where }
}

/** Knows the words that the document uses, and the names that columns go by. */
function knowWords(pages: readonly SortedPage[]): (word: string) => boolean {
  const words = new Set<string>()
  for (const page of pages) {
    for (const line of page.lines) for (const word of line.words) words.add(plain(word.text))
    for (const table of page.tables) for (const word of table.words) words.add(plain(word.text))
  }
  return (word) => words.has(word) || isColumnName(word)
}

function plain(word: string): string {
  return word.replace(/[^\p{L}\p{N}-]/gu, '').toLowerCase()
}
