import { SaxesParser } from 'saxes'
import type { Block } from '../blocks.ts'
import { LIMITS } from '../limits.ts'
import { closeCell, closeRow, closeTable, openCell, openRow, openTable, type TableDraft } from './docx-table.ts'
import { joinRuns, type TextRun } from './text-runs.ts'

export type ParsedDocx = { readonly blocks: readonly Block[] } | { readonly problem: 'damaged' | 'too-many-rows' }

type Paragraph = { runs: TextRun[]; style: string; isItem: boolean; outline: number | null }
type State = {
  readonly blocks: Block[]
  readonly tables: TableDraft[]
  readonly paragraphs: Paragraph[]
  readonly path: string[]
  line: number
  rows: number
  /** how many elements deep in words that were deleted, or that only older programs show */
  hidden: number
  isText: boolean
  isStruck: boolean
  problem: 'damaged' | 'too-many-rows' | null
}
const NAMESPACES = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]
/** No document nests its elements deeper; a hostile one may. */
const DEEPEST = 500
const HIDDEN = new Set(['del', 'moveFrom', 'mc:Fallback'])

/**
 * Reads `word/document.xml`: paragraphs, headings, list items and tables with their merged cells and shades. Deleted words are
 * left out; struck-out words keep tildes round them, so that no date is read from them.
 *
 * @param depthByStyle  which paragraph styles are headings, from `word/styles.xml`
 */
export function parseDocx(xml: string, depthByStyle: ReadonlyMap<string, number>): ParsedDocx {
  const state: State = {
    blocks: [],
    tables: [],
    paragraphs: [],
    path: [],
    line: 0,
    rows: 0,
    hidden: 0,
    isText: false,
    isStruck: false,
    problem: null,
  }
  const parser = new SaxesParser()
  let prefix = 'w:'
  const local = (name: string) =>
    name.startsWith(prefix) ? name.slice(prefix.length) : name.includes(':') ? name : `:${name}`
  parser.on('error', () => {
    state.problem ??= 'damaged'
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (state.path.length === 0) prefix = prefixOf(attributes) ?? prefix
    const value = (key: string) => attributes[`${prefix}${key}`]
    openElement(state, local(name), value)
    state.path.push(local(name))
    if (state.path.length > DEEPEST) state.problem ??= 'damaged'
  })
  parser.on('closetag', ({ name }) => {
    state.path.pop()
    closeElement(state, local(name), depthByStyle)
  })
  parser.on('text', (text) => {
    if (state.isText && state.hidden === 0) state.paragraphs.at(-1)?.runs.push({ text, isStruck: state.isStruck })
  })
  for (let at = 0; at < xml.length && !state.problem; at += 65_536) parser.write(xml.slice(at, at + 65_536))
  if (!state.problem) parser.close()
  return state.problem ? { problem: state.problem } : { blocks: state.blocks }
}

function openElement(state: State, name: string, value: (key: string) => string | undefined): void {
  if (state.problem) return
  if (HIDDEN.has(name) || state.hidden > 0) {
    state.hidden++
    return
  }
  const table = state.tables.at(-1)
  const paragraph = state.paragraphs.at(-1)
  switch (name) {
    case 'p':
      state.paragraphs.push({ runs: [], style: '', isItem: false, outline: null })
      break
    case 'r':
      state.isStruck = false
      break
    case 't':
      state.isText = true
      break
    case 'tab':
    case 'br':
    case 'cr':
      if (state.path.at(-1) === 'r') paragraph?.runs.push({ text: ' ', isStruck: false })
      break
    case 'noBreakHyphen':
      paragraph?.runs.push({ text: '-', isStruck: false })
      break
    case 'strike':
    case 'dstrike':
      if (state.path.at(-2) === 'r') state.isStruck = isOn(value('val'))
      break
    case 'pStyle':
      if (paragraph) paragraph.style = value('val') ?? ''
      break
    case 'numPr':
      if (paragraph && state.path.at(-1) === 'pPr') paragraph.isItem = true
      break
    case 'outlineLvl':
      if (paragraph && Number(value('val')) < 6) paragraph.outline = Number(value('val')) + 1
      break
    case 'tbl':
      state.tables.push(openTable())
      break
    case 'tr':
      if (table) openRow(table)
      break
    case 'gridBefore':
      if (table) table.column += Number(value('val')) || 0
      break
    case 'tc':
      if (table) openCell(table)
      break
    case 'gridSpan':
      if (table?.cell) table.cell.colSpan = clampSpan(value('val'))
      break
    case 'vMerge':
      if (table?.cell) table.cell.merge = value('val') === 'restart' ? 'begins' : 'goes-on'
      break
    case 'shd':
      if (table?.cell && state.path.at(-1) === 'tcPr') table.cell.fill = readFill(value('fill'))
      break
  }
}

function closeElement(state: State, name: string, depthByStyle: ReadonlyMap<string, number>): void {
  if (state.hidden > 0) {
    state.hidden--
    return
  }
  const table = state.tables.at(-1)
  switch (name) {
    case 't':
      state.isText = false
      break
    case 'p':
      closeParagraph(state, depthByStyle)
      break
    case 'tc':
      if (table) closeCell(table)
      break
    case 'tr':
      if (table) closeTableRow(state, table)
      break
    case 'tbl':
      closeWholeTable(state)
      break
  }
}

function closeParagraph(state: State, depthByStyle: ReadonlyMap<string, number>): void {
  const paragraph = state.paragraphs.pop()
  const text = joinRuns(paragraph?.runs ?? [])
  if (!paragraph || text === '') return
  const cell = state.tables.at(-1)?.cell
  if (cell) return void cell.texts.push(text)
  state.line++
  const where = { line: state.line, endLine: state.line }
  const depth = paragraph.outline ?? depthByStyle.get(paragraph.style)
  if (depth !== undefined) state.blocks.push({ kind: 'heading', depth, text, where })
  else if (paragraph.isItem) state.blocks.push({ kind: 'item', marker: '•', text, where })
  else state.blocks.push({ kind: 'paragraph', text, where })
}

function closeTableRow(state: State, table: TableDraft): void {
  if (state.tables.length === 1) state.line++
  closeRow(table, state.line)
  if (++state.rows > LIMITS.tableRows) state.problem = 'too-many-rows'
}

/** A table inside a cell is words of that cell. */
function closeWholeTable(state: State): void {
  const table = state.tables.pop()
  const outer = state.tables.at(-1)?.cell
  if (!table) return
  if (outer) outer.texts.push(...table.rows.map((row) => row.source))
  else if (table.rows.length > 0) state.blocks.push(closeTable(table))
}

function prefixOf(attributes: Readonly<Record<string, string>>): string | null {
  const found = Object.entries(attributes).find(([, value]) => NAMESPACES.includes(value))?.[0]
  if (found === undefined) return null
  return found === 'xmlns' ? '' : `${found.replace('xmlns:', '')}:`
}

function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off'
}

function clampSpan(value: string | undefined): number {
  return Math.min(LIMITS.tableColumns, Math.max(1, Number(value) || 1))
}

function readFill(value: string | undefined): string | null {
  return value && /^[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : null
}
