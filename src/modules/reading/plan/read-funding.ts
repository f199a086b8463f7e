import { cellAt, filledCells, type TableRow } from '../blocks.ts'
import type { FundingReading, FundingTotal } from '../plan-reading.ts'
import { isAmount, readAmount } from '../tables/read-amount.ts'
import type { DataTable } from './plan-draft.ts'

type Line = FundingReading['lines'][number]
type Amounts = Line['amounts']

/** A table of money read line by line; null when it has no columns of amounts. */
export function readFunding({ names, rows, title }: DataTable, table: string): FundingReading | null {
  if (!names) return null
  const periods = filledCells(names).filter((cell) => holdsAmounts(rows, cell.column))
  if (periods.length === 0) return null
  const scale = scaleOf([title?.text ?? '', ...filledCells(names).map((cell) => cell.text)].join(' '))
  const columns = periods.map((cell) => cell.column)
  const read = rows.flatMap((row) => readLine(row, columns, scale))
  const claims = read.filter((line) => isTotal(line.name))
  const lines = read.filter((line) => !isTotal(line.name))
  const claimed = claims.at(-1)?.amounts ?? []
  return {
    table,
    title: title?.text ?? null,
    periods: periods.map((cell) => cell.text),
    lines,
    totals: periods.map((cell, index) => addUp(cell.text, lines, index, claimed[index]?.pence ?? null)),
  }
}

function holdsAmounts(rows: readonly TableRow[], column: number): boolean {
  const texts = rows.map((row) => cellAt(row, column)?.text ?? '').filter((text) => text !== '')
  return texts.length > 0 && texts.filter(isAmount).length >= 0.6 * texts.length
}

/** A row without an amount is a line's name that goes on, or a heading among the lines; neither is a line. */
function readLine(row: TableRow, columns: readonly number[], scale: number): Line[] {
  const amounts = columns.map((column) => {
    const text = cellAt(row, column)?.text ?? ''
    return readAmount(text, scale) ?? { text, pence: null }
  })
  if (amounts.every((amount) => amount.text === '')) return []
  const name = row.cells
    .filter((cell) => !columns.includes(cell.column) && cell.text !== '')
    .map((cell) => cell.text)
    .join(' ')
  return [{ name, amounts, where: row.where }]
}

/** The line of totals has no name, or is called so. */
function isTotal(name: string): boolean {
  return name === '' || /^(?:grand |overall |sub-?)?total\b/i.test(name)
}

function addUp(period: string, lines: readonly Line[], index: number, claimedPence: number | null): FundingTotal {
  const amounts: Amounts = lines.flatMap((line) => line.amounts[index] ?? [])
  const countedPence = amounts.reduce((sum, amount) => sum + (amount.pence ?? 0), 0)
  const unknown = amounts.filter((amount) => amount.pence === null && !isNoAmount(amount.text)).length
  return {
    period,
    countedPence,
    unknown,
    claimedPence,
    agrees: claimedPence === null ? null : claimedPence === countedPence,
  }
}

/** A dash or an empty cell says that there is none, which is another thing than not knowing it. */
function isNoAmount(text: string): boolean {
  return /^(?:[-–—]?|n\/?a|nil|none)$/i.test(text)
}

function scaleOf(words: string): number {
  if (/[£€$]\s?(?:000s?|k\b)|\bthousands?\b|\(000s?\)/i.test(words)) return 1_000
  return /[£€$]\s?m(?:illions?)?\b/i.test(words) ? 1_000_000 : 1
}
