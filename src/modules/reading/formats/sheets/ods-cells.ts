import type { Piece } from '../../blocks.ts'
import { LIMITS } from '../../limits.ts'
import { squeeze } from '../inline-text.ts'
import { joinRuns, ownLines, type TextRun } from '../text-runs.ts'
import { isoDateShown } from './iso-date.ts'
import { conditionHolds, type OdsRangeCondition } from './ods-conditions.ts'
import type { OdsStyles } from './ods-styles.ts'
import { type CellRange, cellName, putCell, type SheetBudget, type SheetCell, type Span } from './sheet.ts'

/** A sheet while it is read; rows and cells that are said to repeat are counted, and written out only where they hold words. */
export type OdsSheet = {
  readonly name: string
  readonly isHidden: boolean
  readonly rows: Map<number, SheetCell[]>
  readonly merges: CellRange[]
  readonly hiddenRows: Set<number>
  readonly hiddenColumns: Span[]
  readonly besides: Piece[]
  readonly conditions: OdsRangeCondition[]
  /** styles of columns, for cells that name none */
  readonly columnStyles: { readonly span: Span; readonly style: string }[]
}

export type CellDraft = {
  readonly style: string
  readonly across: number
  readonly down: number
  readonly repeat: number
  readonly value: { readonly kind: string; readonly date: string; readonly plain: string }
  readonly paragraphs: TextRun[][]
  readonly notes: string[]
}

/** A cell as its element says it. */
export function newCell(at: (key: string) => string): CellDraft {
  const kind = at('value-type')
  return {
    style: at('style-name'),
    across: countOf(at('number-columns-spanned'), 16_384),
    down: countOf(at('number-rows-spanned'), 1_048_576),
    repeat: countOf(at('number-columns-repeated'), 16_384),
    value: {
      kind,
      date: at('date-value'),
      plain: at('string-value') || at('value') || at('boolean-value') || at('time-value'),
    },
    paragraphs: [],
    notes: [],
  }
}

/** How often something is said to repeat, within a sheet's bounds. */
export function countOf(text: string, most: number): number {
  const count = Number(text)
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1
}

/** Where a cell is written: its sheet, and the place of its first copy. */
export type CellPlace = { readonly sheet: OdsSheet; readonly row: number; readonly column: number }

const NEW_LINE: TextRun = { text: '\n', isStruck: false }

/** Writes a cell into a row as often as it repeats; blank copies, which only carry a shade, no further than a table reaches. */
export function placeCell(
  cell: CellDraft,
  { sheet, row, column: first }: CellPlace,
  styles: OdsStyles,
  budget: SheetBudget,
): void {
  const text = wordsOf(cell, styles)
  const lines = text.startsWith('~~') ? {} : ownLines(cell.paragraphs.flatMap((runs) => [NEW_LINE, ...runs]))
  const copies = text === '' ? Math.min(cell.repeat, LIMITS.tableColumns) : cell.repeat
  for (let column = first; column < first + copies && !budget.problem; column++) {
    const look = styles.lookOf(cell.style || styleOfColumn(sheet, column))
    const shaded = look.conditions.find(({ rule }) => conditionHolds(rule, text))
    const fill = shaded ? styles.lookOf(shaded.style).fill : look.fill
    putCell(sheet.rows, { row, column, text, ...lines, fill, isBold: look.isBold }, budget)
  }
  if (cell.across === 1 && cell.down === 1) return
  const columns = { first, last: first + cell.across - 1 }
  sheet.merges.push({ rows: { first: row, last: row + cell.down - 1 }, columns })
}

/** The notes of a cell, with where it stands; copies of a cell share them. */
export function notesOf(cell: CellDraft, { sheet, row, column }: CellPlace): Piece[] {
  return cell.notes.map((words) => ({
    text: `Note on ${cellName(row, column)}: ${words}`,
    where: { sheet: sheet.name, row: row + 1 },
  }))
}

/** The words as the cell shows them; a date is written so that no country's order can turn it. */
export function wordsOf(cell: CellDraft, styles: OdsStyles): string {
  const look = styles.lookOf(cell.style)
  const { kind, date, plain } = cell.value
  const shown = cell.paragraphs.map(joinRuns).join(' ')
  const words =
    kind === 'date' && date !== '' && shown !== '' ? dateWords(date, shown, look.date) : squeeze(shown || plain)
  return look.isStruck && words !== '' && !words.includes('~~') ? `~~${words}~~` : words
}

function dateWords(date: string, shown: string, parts: { day: boolean; month: boolean; year: boolean } | null): string {
  if (shown.includes('~~')) return shown
  return isoDateShown(date, parts && (parts.month || parts.year) ? parts : undefined)
}

function styleOfColumn(sheet: OdsSheet, column: number): string {
  return sheet.columnStyles.find(({ span }) => column >= span.first && column <= span.last)?.style ?? ''
}
