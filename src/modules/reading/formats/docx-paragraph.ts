import { plainCell } from '../blocks.ts'
import { nextNumber } from './docx-numbering.ts'
import type { DocxParagraph, DocxState } from './docx-state.ts'
import { isNumbering } from './list-numbers.ts'
import { joinRuns } from './text-runs.ts'

/** A paragraph that ends becomes words of its cell, a heading, an item of a list, or a paragraph. */
export function closeParagraph(state: DocxState): void {
  const paragraph = state.paragraphs.pop()
  if (!paragraph) return
  const marker = markerOf(state, paragraph)
  const words = joinRuns(paragraph.runs)
  const cell = state.tables.at(-1)?.cell
  const depth = paragraph.depth === -1 ? (state.around.styles.depths.get(paragraph.style) ?? 0) : paragraph.depth
  // The number of an item is its mark; of a heading, and of words in a cell, it is a word like any other.
  const number = marker !== null && isNumbering(marker) && (cell || depth > 0) ? marker : ''
  const text = [number, words].filter(Boolean).join(' ')
  if (text === '') return
  if (cell) {
    cell.texts.push(text)
    return
  }
  state.line++
  const where = { line: state.line, endLine: state.line }
  if (state.around.styles.contents.has(paragraph.style)) pushContentsLine(state, words)
  else if (depth > 0) state.blocks.push({ kind: 'heading', depth, text, where })
  else if (marker !== null) state.blocks.push({ kind: 'item', marker: marker || '•', text, where })
  else state.blocks.push({ kind: 'paragraph', text, where })
}

/** A line of the contents is a title and its page, in a table of them, and opens no part. */
function pushContentsLine(state: DocxState, words: string): void {
  const where = { line: state.line, endLine: state.line }
  const found = /^(.*\S)\s+(\d{1,4})$/.exec(words)
  const texts = found ? [found[1] ?? '', found[2] ?? ''] : [words]
  const row = { cells: texts.map(plainCell), where, source: texts.join(' | ') }
  const last = state.blocks.at(-1)
  if (last?.kind === 'table' && last.rows === state.contents) state.contents.push(row)
  else {
    state.contents = [row]
    state.blocks.push({ kind: 'table', columns: 2, rows: state.contents })
  }
}

/** The mark before an item; '' for a bullet, null for what is no item. Every item counts, those without words too. */
function markerOf(state: DocxState, paragraph: DocxParagraph): string | null {
  const byStyle = state.around.styles.lists.get(paragraph.style)
  const list = paragraph.list || byStyle?.list || ''
  if (list === '' || list === '0') return null
  const levelOfStyle = state.around.lists.get(list)?.levelByStyle.get(paragraph.style)
  return nextNumber(state.around.lists, list, paragraph.level ?? levelOfStyle ?? byStyle?.level ?? 0) ?? ''
}
