import type { Cell, TableBlock, TableRow } from '../blocks.ts'
import { LIMITS } from '../limits.ts'
import type { Where } from '../plan-reading.ts'
import { attribute, elementsOf, type HtmlElement, holds } from './html-nodes.ts'
import { innerFill, styleOf } from './html-style.ts'
import { type HtmlContext, type InlineState, LINE_END, runsOf, stateInside } from './html-text.ts'
import { joinRuns, type TextRun } from './text-runs.ts'

type RowElement = { readonly row: HtmlElement; readonly state: InlineState; readonly fill: string | null }

const TABLE = new Set(['table'])
const STRUCTURE = new Set(['table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl'])

/**
 * A table of a page with its merged and shaded cells. A cell that reaches down stands in its first row only, as a Word table's does.
 *
 * @param whereOf  the place of an element in the source
 */
export function readHtmlTable(
  table: HtmlElement,
  outside: InlineState,
  context: HtmlContext,
  whereOf: (element: HtmlElement) => Where,
): TableBlock {
  const state = stateInside(table, outside, context)
  const rows: TableRow[] = []
  /** in how many rows more each column is taken by a cell from above */
  const taken = new Map<number, number>()
  for (const { row, state: inRow, fill } of rowElements(table, state, context)) {
    const cells: Cell[] = []
    let column = 0
    for (const element of cellElements(row)) {
      while ((taken.get(column) ?? 0) > 0) column++
      if (column >= LIMITS.tableColumns) break
      const cell = readCell(element, column, inRow, fill, context)
      cells.push(cell)
      for (let at = column; at < column + cell.colSpan; at++) taken.set(at, cell.rowSpan)
      column += cell.colSpan
    }
    for (const [at, left] of taken) if (left > 0) taken.set(at, left - 1)
    rows.push({ cells, where: whereOf(row), source: cells.map((cell) => cell.text).join(' | ') })
  }
  const reach = (row: TableRow) => row.cells.reduce((most, cell) => Math.max(most, cell.column + cell.colSpan), 0)
  return { kind: 'table', columns: rows.reduce((most, row) => Math.max(most, reach(row)), 0), rows }
}

/**
 * Whether a table only lays out the page: it says so, or it has one cell in each row with headings, lists or tables in it, or tables
 * of several rows stand in it and no heading of a column.
 */
export function isLayoutTable(table: HtmlElement): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role'))) return true
  const rows = rowsIn(table)
  const isOneColumn = rows.every((row) => cellElements(row).length <= 1)
  if (isOneColumn) return rows.length === 1 || holds(table, STRUCTURE)
  if (!holds(table, TABLE)) return false
  const hasNames = rows.some((row) => cellElements(row).some((cell) => cell.name === 'th'))
  const plainRows = rows.filter((row) => !holds(row, TABLE) && cellElements(row).length > 1).length
  return !hasNames && plainRows < 2
}

/** The cells of a table's rows, for walking through one that only lays out the page. */
export function cellsOfLayout(table: HtmlElement): HtmlElement[] {
  return rowsIn(table).flatMap(cellElements)
}

export function cellElements(row: HtmlElement): HtmlElement[] {
  return elementsOf(row.children).filter(({ name }) => name === 'td' || name === 'th')
}

function rowsIn(table: HtmlElement): HtmlElement[] {
  return elementsOf(table.children).flatMap((child) => {
    if (child.name === 'tr') return [child]
    return /^(?:thead|tbody|tfoot)$/.test(child.name) ? rowsIn(child) : []
  })
}

function rowElements(group: HtmlElement, state: InlineState, context: HtmlContext): RowElement[] {
  return elementsOf(group.children).flatMap((child): RowElement[] => {
    if (child.name === 'tr') {
      const inRow = stateInside(child, state, context)
      return [{ row: child, state: inRow, fill: styleOf(child, context.sheet).fill }]
    }
    return /^(?:thead|tbody|tfoot)$/.test(child.name)
      ? rowElements(child, stateInside(child, state, context), context)
      : []
  })
}

function readCell(
  element: HtmlElement,
  column: number,
  outside: InlineState,
  rowFill: string | null,
  context: HtmlContext,
): Cell {
  const style = styleOf(element, context.sheet)
  const runs = runsOf(element, outside, context)
  const lines = linesOf(runs)
  return {
    text: joinRuns(runs),
    ...(lines.length > 1 ? { lines } : {}),
    column,
    colSpan: Math.min(spanOf(element, 'colspan'), LIMITS.tableColumns - column),
    rowSpan: spanOf(element, 'rowspan'),
    fill: style.fill ?? innerFill(element, context.sheet) ?? rowFill,
  }
}

function linesOf(runs: readonly TextRun[]): string[] {
  const lines: TextRun[][] = [[]]
  for (const run of runs) {
    if (run.text === LINE_END) lines.push([])
    else lines.at(-1)?.push(run)
  }
  return lines.map(joinRuns).filter((line) => line !== '')
}

/** A span written 0 reaches to the end of its group; longer ones are cut. */
function spanOf(element: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const said = Number.parseInt(attribute(element, name) || '1', 10)
  const most = name === 'colspan' ? LIMITS.tableColumns : LIMITS.tableRows
  if (said === 0 && name === 'rowspan') return most
  return Number.isFinite(said) ? Math.min(most, Math.max(1, said)) : 1
}
