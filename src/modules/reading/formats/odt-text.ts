import type { Block } from '../blocks.ts'
import type { TableDraft } from './docx-table.ts'
import { countItem, isNumbering } from './list-numbers.ts'
import type { OdtCounts, OdtStyles } from './odt-styles.ts'
import { joinRuns, type TextRun } from './text-runs.ts'

export type OdtTable = TableDraft & { repeat: number; columnsRepeat: number }
type Paragraph = { runs: TextRun[]; depth: number | null; marker: string | null }
type ListLevel = { readonly style: string; marker: string | null }
/** An OpenDocument text while it is read. */
export type OdtState = {
  readonly styles: OdtStyles
  readonly counts: OdtCounts
  readonly blocks: Block[]
  /** notes, comments, headers and footers, which have no place among the lines */
  readonly around: string[]
  readonly tables: OdtTable[]
  readonly paragraphs: Paragraph[]
  readonly lists: ListLevel[]
  readonly struck: boolean[]
  /** words that were deleted, by the change that deleted them */
  readonly deleted: Map<string, string>
  deletion: { readonly id: string; readonly texts: string[] } | null
  aside: string[] | null
  readonly path: string[]
  line: number
  rows: number
  problem: 'damaged' | 'too-many-rows' | null
}
export function closeParagraph(state: OdtState): void {
  const paragraph = state.paragraphs.pop()
  if (!paragraph) return
  const words = joinRuns(paragraph.runs)
  const number = paragraph.marker !== null && isNumbering(paragraph.marker) ? paragraph.marker : ''
  const text = [paragraph.depth !== null || state.tables.length > 0 ? number : '', words].filter(Boolean).join(' ')
  if (text === '') return
  const beside = state.deletion?.texts ?? state.aside ?? state.tables.at(-1)?.cell?.texts
  if (beside) {
    beside.push(text)
    return
  }
  state.line++
  const where = { line: state.line, endLine: state.line }
  if (paragraph.depth !== null) state.blocks.push({ kind: 'heading', depth: paragraph.depth, text, where })
  else if (paragraph.marker !== null) state.blocks.push({ kind: 'item', marker: paragraph.marker || '•', text, where })
  else state.blocks.push({ kind: 'paragraph', text, where })
}

export function openItem(state: OdtState): void {
  const list = state.lists.at(-1)
  if (list) list.marker = numberOf(state, list.style, state.lists.length - 1, '')
}

/** An item's mark belongs to its first paragraph. */
export function takeMarker(state: OdtState): string | null {
  const list = state.lists.at(-1)
  const marker = list?.marker ?? null
  if (list) list.marker = null
  return marker
}

export function numberOf(state: OdtState, style: string, level: number, isHeader: string): string {
  const levels = style === 'outline' ? state.styles.outline : (state.styles.lists.get(style) ?? [])
  if (isHeader === 'true' || level > 9) return ''
  const count = state.counts.get(style) ?? []
  state.counts.set(style, count)
  return countItem(count, levels, level)
}

export function depthOf(styles: OdtStyles, style: string): number | null {
  let at = style
  for (let step = 0; step < 12 && at !== ''; step++) {
    const depth = styles.depths.get(at) ?? depthByName(at)
    if (depth !== undefined) return depth
    at = styles.parents.get(at) ?? ''
  }
  return null
}

export function isStruckStyle(styles: OdtStyles, style: string): boolean {
  return styles.struck.has(style) || styles.struck.has(styles.parents.get(style) ?? '')
}

/** The styles that every program has for headings are known by their names, whether or not they say their level. */
function depthByName(style: string): number | undefined {
  const level = /^Heading_20_([1-6])$/.exec(style)?.[1]
  return level ? Number(level) : style === 'Title' ? 1 : undefined
}
