import { LIMITS } from '../../limits.ts'
import type { ConditionRule } from './conditions.ts'
import { isoDateShown } from './iso-date.ts'
import { type CellRun, linesOfRuns, unescapeExcel, wordsOfRuns } from './rich-text.ts'
import { type CellRange, putCell, readRange, type SheetBudget, type SheetCell, type Span } from './sheet.ts'
import { shownNumber } from './shown-number.ts'
import { type Attributes, walkXml } from './walk-xml.ts'
import { readRuns } from './xlsx-strings.ts'
import { PLAIN_LOOK, type XlsxStyles } from './xlsx-styles.ts'

/** What cells need from the rest of the workbook. */
export type XlsxContext = {
  readonly strings: readonly (readonly CellRun[])[]
  readonly styles: XlsxStyles
  readonly is1904: boolean
  readonly budget: SheetBudget
}

export type XlsxSheet = {
  readonly rows: Map<number, SheetCell[]>
  readonly merges: CellRange[]
  readonly hiddenRows: Set<number>
  readonly hiddenColumns: Span[]
  readonly rules: ConditionRule[]
  /** headers and footers of the printed page */
  readonly furniture: string[]
  /** how many formulas have no value kept beside them */
  formulasWithoutValue: number
}

type CellDraft = { row: number; column: number; type: string; style: number; value: string; formula: string }

/** Reads one `xl/worksheets/sheetN.xml`; false when it is broken. Rows beyond the budget are not kept, and its problem says so. */
export function readXlsxSheet(xml: string, context: XlsxContext): XlsxSheet | false {
  const sheet: XlsxSheet = {
    rows: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: [],
    rules: [],
    furniture: [],
    formulasWithoutValue: 0,
  }
  const runs = readRuns()
  let row = -1
  let column = -1
  let isHidden = false
  let cell: CellDraft | null = null
  let rule: { ranges: CellRange[]; draft: Attributes; formulas: string[] } | null = null
  let ranges: CellRange[] = []
  const isWhole = walkXml(
    xml,
    {
      open: (name, attributes, path) => {
        switch (name) {
          case 'row':
            row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1
            column = -1
            isHidden = isOn(attributes.hidden) || attributes.ht === '0'
            break
          case 'c':
            column = columnOf(attributes.r) ?? column + 1
            cell = { row, column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', formula: '' }
            break
          case 'col':
            if (isOn(attributes.hidden) || Number(attributes.width) === 0)
              sheet.hiddenColumns.push({ first: Number(attributes.min) - 1, last: Number(attributes.max) - 1 })
            break
          case 'mergeCell':
            addMerge(sheet, attributes.ref)
            break
          case 'conditionalFormatting':
            ranges = (attributes.sqref ?? '').split(/\s+/).flatMap((text) => readRange(text) ?? [])
            break
          case 'cfRule':
            rule = { ranges, draft: attributes, formulas: [] }
            break
          default:
            if (cell) runs.open(name, attributes, path)
        }
      },
      text: (text, path) => {
        const at = path.at(-1)
        if (cell && at === 'v') cell.value += text
        else if (cell && at === 'f') cell.formula += text
        else if (cell) runs.text(text, path)
        else if (rule && at === 'formula') rule.formulas.push(text)
        else if (/^(?:odd|even|first)(?:Header|Footer)$/.test(at ?? '')) sheet.furniture.push(text)
      },
      close: (name) => {
        if (name === 'c' && cell) {
          takeCell(sheet, cell, runs.take(), context)
          if (isHidden) sheet.hiddenRows.add(row)
          cell = null
        } else if (name === 'cfRule' && rule) {
          sheet.rules.push({ ranges: rule.ranges, attributes: rule.draft, formulas: rule.formulas })
          rule = null
        }
      },
    },
    () => context.budget.problem !== null,
  )
  return isWhole && sheet
}

function takeCell(sheet: XlsxSheet, cell: CellDraft, inline: readonly CellRun[], context: XlsxContext): void {
  const { row, column } = cell
  if (!(row >= 0 && row < 1_048_576 && column < 16_384)) return
  const look = context.styles.looks[cell.style] ?? PLAIN_LOOK
  const words = runsOf(cell, inline, look, context)
  const [text, lines] = [wordsOfRuns(words, look.isStruck), linesOfRuns(words, look.isStruck)]
  if (cell.formula !== '' && cell.value === '' && cell.type !== 'str') sheet.formulasWithoutValue++
  putCell(sheet.rows, { row, column, text, ...lines, fill: look.fill, isBold: look.isBold }, context.budget)
}

function runsOf(
  { type, value, formula }: CellDraft,
  inline: readonly CellRun[],
  look: typeof PLAIN_LOOK,
  context: XlsxContext,
): readonly CellRun[] {
  const plain = (text: string): readonly CellRun[] => [{ text, isStruck: null }]
  if (type === 'inlineStr') return inline
  if (value === '') return formula === '' || type === 'str' ? [] : plain(`=${formula}`)
  switch (type) {
    case 's':
      return context.strings[Number(value)] ?? []
    case 'str':
      return plain(unescapeExcel(value))
    case 'b':
      return plain(value === '1' ? 'TRUE' : 'FALSE')
    case 'd':
      return plain(isoDateShown(value))
    case 'n':
      return plain(shownNumber(Number(value), look.format, context.is1904))
    default:
      return plain(value)
  }
}

function addMerge(sheet: XlsxSheet, ref: string | undefined): void {
  const range = readRange(ref ?? '')
  if (range && sheet.merges.length < LIMITS.tableRows) sheet.merges.push(range)
}

function columnOf(reference: string | undefined): number | null {
  const range = reference === undefined ? null : readRange(reference)
  return range ? range.columns.first : null
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
