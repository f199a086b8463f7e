import { SaxesParser } from 'saxes'
import type { Block } from '../blocks.ts'
import { LIMITS } from '../limits.ts'
import { closeCell, closeRow, closeTable, openCell, openRow, openTable } from './docx-table.ts'
import type { OdtStyles } from './odt-styles.ts'
import {
  closeParagraph,
  depthOf,
  isStruckStyle,
  numberOf,
  type OdtState,
  type OdtTable,
  openItem,
  takeMarker,
} from './odt-text.ts'

export type ParsedOdt =
  | { readonly blocks: readonly Block[]; readonly around: readonly string[] }
  | { readonly problem: 'damaged' | 'too-many-rows' }

/** No document nests its elements deeper; a hostile one may. */
const DEEPEST = 500
/** Where words stand beside the plan. */
const ASIDE = new Set([
  'text:note-body',
  'office:annotation',
  'style:header',
  'style:footer',
  'style:header-left',
  'style:footer-left',
  'style:header-first',
  'style:footer-first',
])
const NO_WORDS = new Set([
  'text:note-citation',
  'dc:date',
  'meta:date-string',
  'text:sequence-decls',
  'office:forms',
  'dc:creator',
  'meta:creator-initials',
  'office:binary-data',
  'text:index-title-template',
])

/** Reads `content.xml`, or the headers and footers of `styles.xml`: paragraphs, headings, list items, and tables with their spans and shades. */
export function parseOdt(xml: string, styles: OdtStyles): ParsedOdt {
  const state: OdtState = {
    styles,
    counts: new Map(),
    blocks: [],
    around: [],
    tables: [],
    paragraphs: [],
    lists: [],
    struck: [],
    deleted: new Map(),
    deletion: null,
    aside: null,
    path: [],
    line: 0,
    rows: 0,
    problem: null,
  }
  const parser = new SaxesParser()
  parser.on('error', () => {
    state.problem ??= 'damaged'
  })
  parser.on('opentag', ({ name, attributes }) => {
    state.path.push(name)
    if (state.path.length > DEEPEST) state.problem ??= 'damaged'
    if (!state.problem) openElement(state, name, (key) => attributes[key] ?? '')
  })
  parser.on('closetag', ({ name }) => {
    state.path.pop()
    if (!state.problem) closeElement(state, name)
  })
  parser.on('text', (text) => addText(state, text))
  for (let at = 0; at < xml.length && !state.problem; at += 65_536) parser.write(xml.slice(at, at + 65_536))
  if (!state.problem) parser.close()
  return state.problem ? { problem: state.problem } : { blocks: state.blocks, around: state.around }
}

function addText(state: OdtState, text: string): void {
  if (state.paragraphs.length === 0 || NO_WORDS.has(state.path.at(-1) ?? '')) return
  // Line ends in the XML are no words, and soft hyphens no letters.
  add(state, text.replace(/\u00ad/g, ''), state.struck.at(-1) === true)
}

function add(state: OdtState, text: string, isStruck: boolean): void {
  state.paragraphs.at(-1)?.runs.push({ text, isStruck })
}

function openElement(state: OdtState, name: string, value: (key: string) => string): void {
  const table = state.tables.at(-1)
  if (ASIDE.has(name)) state.aside ??= []
  switch (name) {
    case 'text:h': {
      const level = Number(value('text:outline-level')) || 1
      state.paragraphs.push({
        runs: [],
        depth: Math.min(6, level),
        marker: numberOf(state, 'outline', level - 1, value('text:is-list-header')),
      })
      break
    }
    case 'text:p':
      state.paragraphs.push({
        runs: [],
        depth: depthOf(state.styles, value('text:style-name')),
        marker: takeMarker(state),
      })
      break
    case 'text:span':
      state.struck.push(state.struck.at(-1) === true || isStruckStyle(state.styles, value('text:style-name')))
      break
    case 'text:s':
    case 'text:tab':
    case 'text:line-break':
      add(state, ' ', false)
      break
    case 'text:list':
      state.lists.push({ style: value('text:style-name') || (state.lists.at(-1)?.style ?? ''), marker: null })
      break
    case 'text:list-item':
      openItem(state)
      break
    case 'text:changed-region':
      state.deletion = { id: value('xml:id') || value('text:id'), texts: [] }
      break
    case 'text:change':
      add(state, state.deleted.get(value('text:change-id')) ?? '', true)
      break
    case 'table:table':
      state.tables.push({ ...openTable(), repeat: 1, columnsRepeat: 1 })
      break
    case 'table:table-row':
      if (!table) break
      openRow(table)
      table.repeat = Number(value('table:number-rows-repeated')) || 1
      break
    case 'table:covered-table-cell':
      if (table)
        table.column = Math.min(
          LIMITS.tableColumns,
          table.column + (Number(value('table:number-columns-repeated')) || 1),
        )
      break
    case 'table:table-cell':
      if (table) openTableCell(state, table, value)
  }
}

function openTableCell(state: OdtState, table: OdtTable, value: (key: string) => string): void {
  openCell(table)
  table.columnsRepeat = Number(value('table:number-columns-repeated')) || 1
  if (!table.cell) return
  table.cell.colSpan = clamp(value('table:number-columns-spanned'), LIMITS.tableColumns)
  table.cell.rowSpan = clamp(value('table:number-rows-spanned'), LIMITS.tableRows)
  table.cell.fill = state.styles.fills.get(value('table:style-name')) ?? null
}

function closeElement(state: OdtState, name: string): void {
  const table = state.tables.at(-1)
  switch (name) {
    case 'text:p':
    case 'text:h':
      closeParagraph(state)
      break
    case 'text:span':
      state.struck.pop()
      break
    case 'text:list':
      state.lists.pop()
      break
    case 'text:changed-region':
      if (state.deletion) state.deleted.set(state.deletion.id, state.deletion.texts.join(' '))
      state.deletion = null
      break
    case 'table:table-cell':
      if (table) closeTableCell(table)
      break
    case 'table:table-row':
      if (table) closeTableRow(state, table)
      break
    case 'table:table':
      closeWholeTable(state)
  }
  if (ASIDE.has(name) && !state.path.some((each) => ASIDE.has(each))) {
    state.around.push(...(state.aside ?? []))
    state.aside = null
  }
}

/** A cell said to be repeated is there as often, if it holds words; empty ones only move what follows. */
function closeTableCell(table: OdtTable): void {
  const cell = table.cell
  if (!cell) return
  const repeat = Math.min(table.columnsRepeat, LIMITS.tableColumns - cell.column)
  closeCell(table)
  for (let more = 1; more < repeat; more++) {
    if (cell.texts.length > 0) table.cells.push({ ...cell, column: cell.column + more * cell.colSpan })
    table.column = cell.column + (more + 1) * cell.colSpan
  }
}

function closeTableRow(state: OdtState, table: OdtTable): void {
  const hasWords = table.cells.some((cell) => cell.texts.length > 0)
  const times = hasWords ? table.repeat : 1
  state.rows += times
  if (state.rows > LIMITS.tableRows) {
    state.problem = 'too-many-rows'
    return
  }
  for (let at = 0; at < times; at++) {
    if (state.tables.length === 1) state.line++
    closeRow(table, state.line)
  }
}

/** A table inside a cell is words of that cell. */
function closeWholeTable(state: OdtState): void {
  const table = state.tables.pop()
  const outer = state.tables.at(-1)?.cell
  if (!table) return
  if (state.aside) state.aside.push(...table.rows.map((row) => row.source))
  else if (outer) outer.texts.push(...table.rows.map((row) => row.source))
  else if (table.rows.length > 0) state.blocks.push(closeTable(table))
}

function clamp(words: string, most: number): number {
  return Math.min(most, Math.max(1, Number(words) || 1))
}
