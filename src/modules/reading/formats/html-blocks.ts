import { type Block, plainCell, type TableRow } from '../blocks.ts'
import type { Where } from '../plan-reading.ts'
import { attribute, elementsOf, type HtmlElement, type HtmlNode, isElement } from './html-nodes.ts'
import { cellsOfLayout, isLayoutTable, readHtmlTable } from './html-table.ts'
import { type HtmlContext, hasNoWords, type InlineState, runsOf, standsApart, stateInside } from './html-text.ts'
import { readText } from './read-text.ts'
import { joinRuns, type TextRun } from './text-runs.ts'

type Writer = {
  readonly context: HtmlContext
  readonly lineOf: (node: HtmlNode) => number
  readonly blocks: Block[]
  /** the words of the paragraph being read, and what it is */
  runs: TextRun[]
  line: number
  breaks: number
  as:
    | { readonly kind: 'paragraph' }
    | { readonly kind: 'heading'; readonly depth: number }
    | { readonly kind: 'item'; marker: string }
}

const PARAGRAPH = { kind: 'paragraph' } as const

/**
 * The nodes of a page as blocks in reading order: headings, paragraphs, items of lists, tables, and definition lists as tables of two
 * columns. Tables that only lay out the page are walked through.
 *
 * @param lineOf  the line of the source that a node starts on
 */
export function htmlBlocks(
  nodes: readonly HtmlNode[],
  context: HtmlContext,
  lineOf: (node: HtmlNode) => number,
): Block[] {
  const writer: Writer = { context, lineOf, blocks: [], runs: [], line: 1, breaks: 0, as: PARAGRAPH }
  walk(nodes, { isStruck: false, isHidden: false }, writer)
  flush(writer)
  return writer.blocks
}

function walk(nodes: readonly HtmlNode[], state: InlineState, writer: Writer): void {
  for (const node of nodes) {
    if (hasNoWords(node)) continue
    if (!isElement(node)) {
      if ('children' in node) walk(node.children, state, writer)
      else add(writer, node, runsOf(node, state, writer.context))
    } else takeElement(node, state, writer)
  }
}

function takeElement(element: HtmlElement, outside: InlineState, writer: Writer): void {
  const { name } = element
  if (name === 'br') takeBreak(writer)
  else if (name === 'table') takeTable(element, outside, writer)
  else if (name === 'img' || name === 'input' || name === 'select') {
    add(writer, element, runsOf(element, outside, writer.context))
  } else takeGroup(element, stateInside(element, outside, writer.context), writer)
}

function takeGroup(element: HtmlElement, state: InlineState, writer: Writer): void {
  const depth = headingDepth(element)
  const wordMarker = wordListMarker(element, state, writer)
  const inside = (as: Writer['as'], nodes: readonly HtmlNode[] = element.children) =>
    inBlock(writer, as, () => walk(nodes, state, writer))
  if (depth !== null) inside({ kind: 'heading', depth })
  else if (element.name === 'li') inside({ kind: 'item', marker: markerOf(element) })
  else if (element.name === 'dl') takeDefinitions(element, state, writer)
  else if (element.name === 'pre') takePreformatted(element, state, writer)
  else if (wordMarker) inside(wordMarker.as, wordMarker.rest)
  else if (!standsApart(element)) walk(element.children, state, writer)
  else {
    // A paragraph inside an item or a heading is words of it; other groups begin a block of their own.
    const isWordsOf = /^(?:p|div)$/.test(element.name) && writer.as.kind !== 'paragraph' && writer.runs.length === 0
    inside(isWordsOf ? writer.as : PARAGRAPH)
  }
}

function headingDepth(element: HtmlElement): number | null {
  const named = /^h([1-6])$/.exec(element.name)?.[1]
  const said = attribute(element, 'role') === 'heading' ? attribute(element, 'aria-level') || '2' : undefined
  const words = named ?? said
  return words === undefined ? null : Math.min(6, Math.max(1, Number.parseInt(words, 10) || 2))
}

/** What stands inside begins a block of its own, and what follows another. */
function inBlock(writer: Writer, as: Writer['as'], walkInside: () => void): void {
  flush(writer)
  const before = writer.as
  writer.as = as
  walkInside()
  flush(writer)
  writer.as = before.kind === 'item' ? PARAGRAPH : before
}

function add(writer: Writer, node: HtmlNode, runs: readonly TextRun[]): void {
  if (writer.runs.length === 0) writer.line = writer.lineOf(node)
  if (runs.some((run) => run.text.trim() !== '')) {
    if (writer.runs.length === 0 && runs[0]) writer.line += lineEndsBefore(runs[0].text)
    writer.breaks = 0
  } else if (writer.runs.length === 0) return
  writer.runs.push(...runs)
}

/** One break is a space; two are the end of a paragraph, as mails write it. */
function takeBreak(writer: Writer): void {
  if (++writer.breaks > 1) flush(writer)
  else if (writer.runs.length > 0) writer.runs.push({ text: ' ', isStruck: false })
}

function flush(writer: Writer): void {
  const text = joinRuns(writer.runs)
  writer.runs = []
  writer.breaks = 0
  if (text === '') return
  const where = { line: writer.line, endLine: writer.line }
  writer.blocks.push({ ...writer.as, text, where })
  // The rest of an item, after a list inside it, is no item of its own.
  if (writer.as.kind === 'item') writer.as = PARAGRAPH
}

function takeTable(table: HtmlElement, outside: InlineState, writer: Writer): void {
  flush(writer)
  const before = writer.as
  writer.as = PARAGRAPH
  const state = stateInside(table, outside, writer.context)
  const captions = elementsOf(table.children).filter((child) => child.name === 'caption')
  for (const caption of captions) inBlock(writer, PARAGRAPH, () => walk([caption], state, writer))
  if (isLayoutTable(table))
    for (const cell of cellsOfLayout(table)) inBlock(writer, PARAGRAPH, () => walk(cell.children, state, writer))
  else {
    const block = readHtmlTable(table, outside, writer.context, (element) => lineWhere(element, writer))
    if (block.rows.length > 0) writer.blocks.push(block)
  }
  takeStrays(table, state, writer)
  writer.as = before.kind === 'item' ? PARAGRAPH : before
}

/** Words that stand in a table and in no cell of it, as careless pages have them, come after it. */
function takeStrays(group: HtmlElement, state: InlineState, writer: Writer): void {
  for (const child of group.children) {
    if (isElement(child) && /^(?:thead|tbody|tfoot|tr)$/.test(child.name)) takeStrays(child, state, writer)
    else if (!isElement(child) || !/^(?:td|th|caption|colgroup|col)$/.test(child.name)) walk([child], state, writer)
  }
  flush(writer)
}

/** "Term: what it means" in two columns, as a card has them. */
function takeDefinitions(list: HtmlElement, state: InlineState, writer: Writer): void {
  flush(writer)
  const rows: TableRow[] = []
  const groups = elementsOf(list.children).flatMap((child) =>
    child.name === 'div' ? elementsOf(child.children) : [child],
  )
  let term = ''
  let where: Where = lineWhere(list, writer)
  const push = (meaning: string) => {
    if (term === '' && meaning === '') return
    rows.push({ cells: [plainCell(term, 0), plainCell(meaning, 1)], where, source: `${term} | ${meaning}` })
    term = ''
  }
  for (const element of groups) {
    const words = joinRuns(runsOf(element, state, writer.context))
    if (element.name === 'dt') {
      push('')
      term = words
      where = lineWhere(element, writer)
    } else push(words)
  }
  push('')
  if (rows.length > 0) writer.blocks.push({ kind: 'table', columns: 2, rows })
}

/** Text that is set out by spaces and line ends is read as text is. */
function takePreformatted(element: HtmlElement, state: InlineState, writer: Writer): void {
  flush(writer)
  const first = writer.lineOf(element)
  const text = runsOf(element, state, writer.context)
    .map((run) => run.text)
    .join('')
  const read = readText('', text)
  if (!read.ok) {
    add(writer, element, runsOf(element, state, writer.context))
    return
  }
  const shift = (where: Where): Where => ({
    line: (where.line ?? 1) + first - 1,
    endLine: (where.endLine ?? 1) + first - 1,
  })
  for (const block of read.value.blocks) {
    if (block.kind === 'table')
      writer.blocks.push({ ...block, rows: block.rows.map((row) => ({ ...row, where: shift(row.where) })) })
    else writer.blocks.push({ ...block, where: shift(block.where) })
  }
}

/** Word saves the mark of a list's item as words that a browser is to ignore. */
function wordListMarker(element: HtmlElement, state: InlineState, writer: Writer) {
  if (element.name !== 'p' || !/mso-list:/i.test(attribute(element, 'style'))) return null
  const mark = element.children.find(
    (child) => isElement(child) && child.name === 'span' && /mso-list:\s*ignore/i.test(attribute(child, 'style')),
  )
  if (!mark) return null
  const marker = joinRuns(runsOf(mark, state, writer.context)) || '•'
  return { as: { kind: 'item', marker } as const, rest: element.children.filter((child) => child !== mark) }
}

function markerOf(item: HtmlElement): string {
  const list = item.parent
  if (!list || !('name' in list) || list.name !== 'ol' || !isElement(list)) return '•'
  const items = elementsOf(list.children).filter((child) => child.name === 'li')
  const own = Number.parseInt(attribute(item, 'value'), 10)
  const start = Number.parseInt(attribute(list, 'start'), 10)
  const number = Number.isFinite(own) ? own : (Number.isFinite(start) ? start : 1) + items.indexOf(item)
  return `${number}.`
}

function lineWhere(element: HtmlElement, writer: Writer): Where {
  const line = writer.lineOf(element)
  return { line, endLine: line }
}

function lineEndsBefore(text: string): number {
  return (/^\s*/.exec(text)?.[0].match(/\n/g) ?? []).length
}
