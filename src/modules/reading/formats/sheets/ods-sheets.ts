import { LIMITS } from '../../limits.ts'
import { squeeze } from '../inline-text.ts'
import { type CellDraft, countOf, newCell, notesOf, type OdsSheet, placeCell, wordsOf } from './ods-cells.ts'
import type { OdsStyles } from './ods-styles.ts'
import { type CellRange, readRange, type SheetBudget } from './sheet.ts'
import { type Attributes, attributeOf, walkXml } from './walk-xml.ts'

type State = {
  readonly sheets: OdsSheet[]
  row: number
  columns: number
  /** what the conditional format being read is for */
  ranges: readonly CellRange[]
  rowRepeat: number
  isRowHidden: boolean
  rowCells: CellDraft[]
  cell: CellDraft | null
  /** words of a note or a text box, which belong to no cell */
  aside: string[] | null
  struck: boolean[]
  /** how deep in changes that were tracked and undone */
  undone: number
}

/** Reads the sheets of `content.xml`; false when it is broken. What goes beyond the budget is not kept, and its problem says so. */
export function readOdsSheets(xml: string, styles: OdsStyles, budget: SheetBudget): readonly OdsSheet[] | false {
  const state: State = {
    sheets: [],
    row: 0,
    columns: 0,
    ranges: [],
    rowRepeat: 1,
    isRowHidden: false,
    rowCells: [],
    cell: null,
    aside: null,
    struck: [],
    undone: 0,
  }
  const isWhole = walkXml(
    xml,
    {
      open: (name, attributes, path) => openElement(state, name, attributes, path, styles),
      text: (text, path) => takeText(state, text, path),
      close: (name, path) => closeElement(state, name, path, styles, budget),
    },
    () => budget.problem !== null,
  )
  return isWhole && state.sheets
}

function openElement(
  state: State,
  name: string,
  attributes: Attributes,
  path: readonly string[],
  styles: OdsStyles,
): void {
  const at = (key: string) => attributeOf(attributes, key) ?? ''
  if (name === 'tracked-changes') state.undone++
  if (state.undone > 0) return
  const sheet = state.sheets.at(-1)
  switch (name) {
    case 'table':
      if (path.includes('table')) break
      state.sheets.push(newSheet(at('name'), styles.hides(at('style-name'))))
      state.row = 0
      state.columns = 0
      break
    case 'table-column': {
      const span = { first: state.columns, last: state.columns + countOf(at('number-columns-repeated'), 16_384) - 1 }
      state.columns = span.last + 1
      if (sheet && sheet.columnStyles.length < LIMITS.tableColumns)
        sheet.columnStyles.push({ span, style: at('default-cell-style-name') })
      if (at('visibility') === 'collapse' || at('visibility') === 'filter') sheet?.hiddenColumns.push(span)
      break
    }
    case 'table-row':
      state.rowCells = []
      state.rowRepeat = countOf(at('number-rows-repeated'), 1_048_576)
      state.isRowHidden = /^(?:collapse|filter)$/.test(at('visibility'))
      break
    case 'table-cell':
    case 'covered-table-cell':
      state.cell = newCell(at)
      break
    case 'annotation':
    case 'frame':
    case 'custom-shape':
      state.aside ??= []
      break
    case 'p':
    case 'h':
      if (!state.aside) state.cell?.paragraphs.push([])
      else state.aside.push('')
      break
    case 'conditional-format':
      state.ranges = at('target-range-address')
        .split(/\s+(?=[^\s]*[.])/)
        .flatMap((text) => rangeOf(text) ?? [])
      break
    case 'condition':
      sheet?.conditions.push({ ranges: state.ranges, rule: at('value'), style: at('apply-style-name') })
      break
    case 'color-scale':
    case 'data-bar':
    case 'icon-set':
      sheet?.conditions.push({ ranges: state.ranges, rule: name, style: '' })
      break
    case 'span':
      state.struck.push((state.struck.at(-1) ?? false) || styles.strikes(at('style-name')))
      break
    case 's':
    case 'tab':
      takeWords(state, ' ')
      break
    case 'line-break':
      takeWords(state, '\n')
  }
}

function takeText(state: State, text: string, path: readonly string[]): void {
  if (state.undone > 0 || !(path.includes('p') || path.includes('h'))) return
  // A new line in the file's own text is a blank like any other.
  takeWords(state, text.replace(/[\r\n]/g, ' '))
}

function takeWords(state: State, text: string): void {
  if (state.aside) state.aside[Math.max(0, state.aside.length - 1)] += text
  else state.cell?.paragraphs.at(-1)?.push({ text, isStruck: state.struck.at(-1) ?? false })
}

function closeElement(
  state: State,
  name: string,
  path: readonly string[],
  styles: OdsStyles,
  budget: SheetBudget,
): void {
  if (name === 'tracked-changes') state.undone--
  if (state.undone > 0) return
  switch (name) {
    case 'span':
      state.struck.pop()
      break
    case 'annotation':
    case 'frame':
    case 'custom-shape':
      if (!path.some((each) => each === 'annotation' || each === 'frame' || each === 'custom-shape')) closeAside(state)
      break
    case 'table-cell':
    case 'covered-table-cell':
      if (state.cell) state.rowCells.push(state.cell)
      state.cell = null
      break
    case 'table-row':
      closeRow(state, styles, budget)
  }
}

function closeAside(state: State): void {
  const words = squeeze((state.aside ?? []).join(' '))
  state.aside = null
  if (words === '') return
  if (state.cell) state.cell.notes.push(words)
  else state.sheets.at(-1)?.besides.push({ text: words, where: { sheet: state.sheets.at(-1)?.name ?? '' } })
}

/** A row that repeats is written out when it holds words; the blank rows at a sheet's end repeat a million times. */
function closeRow(state: State, styles: OdsStyles, budget: SheetBudget): void {
  const sheet = state.sheets.at(-1)
  const cells = state.rowCells
  const holdsWords = cells.some((cell) => wordsOf(cell, styles) !== '' || cell.notes.length > 0)
  for (let by = 0; sheet && holdsWords && by < state.rowRepeat && !budget.problem; by++) {
    if (state.isRowHidden) sheet.hiddenRows.add(state.row + by)
    let column = 0
    for (const cell of cells) {
      const place = { sheet, row: state.row + by, column }
      placeCell(cell, place, styles, budget)
      if (by === 0) sheet.besides.push(...notesOf(cell, place))
      column += cell.repeat
    }
  }
  state.row += state.rowRepeat
  state.rowCells = []
}

function newSheet(name: string, isHidden: boolean): OdsSheet {
  return {
    name,
    isHidden,
    rows: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: [],
    besides: [],
    columnStyles: [],
    conditions: [],
  }
}

/** `Plan.G2:Plan.G5` or `'My plan'.G2`, without the sheet's name. */
function rangeOf(address: string): CellRange | null {
  const cells = [...address.matchAll(/\.(\$?[A-Z]{1,3}\$?\d{1,7})(?=:|$)/g)].map(([, cell = '']) => cell)
  return readRange(cells.join(':'))
}
