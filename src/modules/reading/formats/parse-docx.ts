import { SaxesParser } from 'saxes'
import type { Block } from '../blocks.ts'
import { LIMITS } from '../limits.ts'
import { prefixOf } from './docx-namespace.ts'
import { closeParagraph } from './docx-paragraph.ts'
import { type DocxAround, type DocxState, NOTHING_AROUND, openDocument } from './docx-state.ts'
import { isSignFont, signOf, symbolOf } from './docx-symbols.ts'
import { closeCell, closeRow, closeTable, openCell, openRow, openTable, type TableDraft } from './docx-table.ts'

export type ParsedDocx =
  | { readonly blocks: readonly Block[]; readonly hiddenRuns: number; readonly chunks: number }
  | { readonly problem: 'damaged' | 'too-many-rows' }

/** No document nests its elements deeper; a hostile one may. */
const DEEPEST = 500
/** Words that stand elsewhere too: where they were moved from, and what only older programs show. */
const HIDDEN = new Set(['moveFrom', 'mc:Fallback'])

/**
 * Reads `word/document.xml`: paragraphs, headings, list items with the numbers that their list gives them, and tables with their
 * merged cells and shades. Deleted and struck-out words keep tildes round them, so that no date is read from them.
 */
export function parseDocx(xml: string, around: DocxAround = NOTHING_AROUND): ParsedDocx {
  const state = openDocument(around)
  const parser = new SaxesParser()
  let prefix = 'w:'
  const local = (name: string) =>
    name.startsWith(prefix) ? name.slice(prefix.length) : name.includes(':') ? name : `:${name}`
  parser.on('error', () => {
    state.problem ??= 'damaged'
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (state.path.length === 0) prefix = prefixOf(attributes) ?? prefix
    const own = local(name)
    const value = (key: string) => attributes[`${prefix}${key}`]
    openElement(state, own, value)
    state.path.push(own)
    if (state.path.length > DEEPEST) state.problem ??= 'damaged'
  })
  parser.on('closetag', ({ name }) => {
    state.path.pop()
    closeElement(state, local(name))
  })
  parser.on('text', (text) => {
    if (state.isText && state.hidden === 0) addText(state, text)
  })
  for (let at = 0; at < xml.length && !state.problem; at += 65_536) parser.write(xml.slice(at, at + 65_536))
  if (!state.problem) parser.close()
  if (state.problem) return { problem: state.problem }
  return { blocks: state.blocks, hiddenRuns: state.hiddenRuns, chunks: state.chunks }
}

function addText(state: DocxState, text: string): void {
  const letters = text.replaceAll('\u00ad', '')
  const shown = state.run.isSign ? Array.from(letters, signOf).join('') : letters
  const isStruck = state.run.isStruck || state.deleted > 0 || state.isRowDeleted
  state.paragraphs.at(-1)?.runs.push({ text: shown, isStruck })
}

function openElement(state: DocxState, name: string, value: (key: string) => string | undefined): void {
  if (state.problem) return
  if (HIDDEN.has(name) || state.hidden > 0) {
    state.hidden++
    return
  }
  if (!openTableElement(state, name, value) && !openRunElement(state, name, value))
    openParagraphElement(state, name, value)
}

function openParagraphElement(state: DocxState, name: string, value: (key: string) => string | undefined): void {
  const paragraph = state.paragraphs.at(-1)
  switch (name) {
    case 'p':
      state.paragraphs.push({ runs: [], style: '', depth: -1, list: '', level: null })
      break
    case 'pStyle':
      if (paragraph) paragraph.style = value('val') ?? ''
      break
    case 'numId':
      if (paragraph && state.path.at(-1) === 'numPr' && state.path.at(-2) === 'pPr') paragraph.list = value('val') ?? ''
      break
    case 'ilvl':
      if (paragraph && state.path.at(-2) === 'pPr') paragraph.level = Number(value('val')) || 0
      break
    case 'outlineLvl':
      if (paragraph) paragraph.depth = Number(value('val')) < 6 ? Number(value('val')) + 1 : 0
      break
    case 'altChunk':
      state.chunks++
  }
}

/** What stands in a run, or says how its letters look. Answers whether the element was one of these. */
function openRunElement(state: DocxState, name: string, value: (key: string) => string | undefined): boolean {
  const parent = state.path.at(-1)
  const inRun = parent === 'rPr' && state.path.at(-2) === 'r'
  switch (name) {
    case 'r':
      state.run = { isStruck: false, isSign: false }
      return true
    case 't':
    case 'delText':
    case 'm:t':
      state.isText = true
      return true
    case 'tab':
    case 'br':
    case 'cr':
    case 'ptab':
      if (parent === 'r') addText(state, ' ')
      return true
    case 'noBreakHyphen':
      addText(state, '-')
      return true
    case 'sym':
      addText(state, symbolOf(value('font') ?? '', value('char') ?? ''))
      return true
    case 'del':
      // Elsewhere the element marks a paragraph's end or a row as deleted, and holds no words.
      if (parent === 'trPr') state.isRowDeleted = true
      else if (parent !== 'rPr') state.deleted++
      return true
    case 'strike':
    case 'dstrike':
      if (inRun) state.run.isStruck = isOn(value('val'))
      return true
    case 'rStyle':
      if (inRun && state.around.styles.struck.has(value('val') ?? '')) state.run.isStruck = true
      return true
    case 'rFonts':
      if (inRun) state.run.isSign = isSignFont(value('ascii') ?? value('hAnsi') ?? '')
      return true
    case 'vanish':
      if (inRun && isOn(value('val'))) state.hiddenRuns++
      return true
    case 'checkBox':
      state.box = { isTicked: false }
      return true
    case 'checked':
    case 'default':
      if (state.box && parent === 'checkBox') state.box.isTicked = isOn(value('val'))
      return true
    default:
      return false
  }
}

function openTableElement(state: DocxState, name: string, value: (key: string) => string | undefined): boolean {
  const table = state.tables.at(-1)
  switch (name) {
    case 'tbl':
      state.tables.push(openTable())
      return true
    case 'tr':
      if (table) openRow(table)
      state.isRowDeleted = false
      return true
    case 'gridBefore':
      if (table) table.column += Math.min(LIMITS.tableColumns, Number(value('val')) || 0)
      return true
    case 'tc':
      if (table) openCell(table)
      return true
    case 'gridSpan':
      if (table?.cell) table.cell.colSpan = Math.min(LIMITS.tableColumns, Math.max(1, Number(value('val')) || 1))
      return true
    case 'vMerge':
      if (table?.cell) table.cell.merge = value('val') === 'restart' ? 'begins' : 'goes-on'
      return true
    case 'hMerge':
      if (table?.cell) table.cell.isMore = value('val') !== 'restart'
      return true
    case 'shd':
      shade(state, table, value)
      return true
    default:
      return false
  }
}

/** A shade on the cell, else on a paragraph in it; letters alone that are shaded shade no cell. */
function shade(state: DocxState, table: TableDraft | undefined, value: (key: string) => string | undefined): void {
  const parent = state.path.at(-1)
  if (!table?.cell || (parent !== 'tcPr' && parent !== 'pPr')) return
  const fill = value('fill') ?? ''
  const written = /^[0-9a-f]{6}$/i.test(fill) ? fill.toUpperCase() : null
  const colour = written ?? state.around.theme.get(value('themeFill') ?? '') ?? null
  if (parent === 'tcPr') table.cell.fill = colour
  else table.cell.fill ??= colour
}

function closeElement(state: DocxState, name: string): void {
  if (state.hidden > 0) {
    state.hidden--
    return
  }
  const table = state.tables.at(-1)
  switch (name) {
    case 't':
    case 'delText':
    case 'm:t':
      state.isText = false
      break
    case 'del':
      if (state.path.at(-1) !== 'trPr' && state.path.at(-1) !== 'rPr') state.deleted--
      break
    case 'checkBox':
      if (state.box) addText(state, state.box.isTicked ? '☒' : '☐')
      state.box = null
      break
    case 'p':
      closeParagraph(state)
      break
    case 'tc':
      if (table) closeCell(table)
      break
    case 'tr':
      if (table) closeTableRow(state, table)
      break
    case 'tbl':
      closeWholeTable(state)
  }
}

function closeTableRow(state: DocxState, table: TableDraft): void {
  state.isRowDeleted = false
  if (state.tables.length === 1) state.line++
  closeRow(table, state.line)
  if (++state.rows > LIMITS.tableRows) state.problem = 'too-many-rows'
}

/** A table inside a cell is words of that cell. */
function closeWholeTable(state: DocxState): void {
  const table = state.tables.pop()
  const outer = state.tables.at(-1)?.cell
  if (!table) return
  if (outer) outer.texts.push(...table.rows.map((row) => row.source))
  else if (table.rows.length > 0) state.blocks.push(closeTable(table))
}

function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off'
}
