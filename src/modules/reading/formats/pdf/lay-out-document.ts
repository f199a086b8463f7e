import type { Block } from '../../blocks.ts'
import { isColumnName } from '../../tables/column-names.ts'
import type { Column } from '../columns/spans.ts'
import { headingDepths } from './heading-depths.ts'
import { layOutPage } from './lay-out-page.ts'
import { findMarginLines, usualSize } from './margin-lines.ts'
import type { ReadPages } from './read-pages.ts'
import type { SortedPage } from './sort-page.ts'

/** The pages of a document as blocks, one after the other, then what was written onto them. */
export function layOutDocument({ pages, notes }: Pick<ReadPages, 'pages' | 'notes'>): Block[] {
  const usual = usualSize(pages)
  const facts = {
    usualSize: usual,
    isWord: knowWords(pages),
    depthOf: headingDepths(pages, usual),
    marginLines: findMarginLines(pages),
  }
  const blocks: Block[] = []
  let columns: readonly Column[] | null = null
  for (const page of pages) {
    const laid = layOutPage(page, facts, columns)
    for (const block of laid.blocks) blocks.push(block)
    columns = laid.columns
  }
  for (const note of notes) blocks.push({ kind: 'paragraph', text: note.text, where: { page: note.page } })
  return blocks
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
