import { filledCells, type TableRow } from '../blocks.ts'
import { opensAsAction } from '../plan/action-words.ts'
import { isProseLabel, readPartHeading } from '../plan/part-heading.ts'
import { NO_RECIPE } from '../recipe.ts'
import { isNamedReference, isReference } from './column-content.ts'
import { readHeaderRows } from './header-rows.ts'
import { hintedColumn, knownColumn } from './known-columns.ts'
import type { OpenTable } from './read-group.ts'
import type { BandEvent } from './read-table.ts'

const LONGEST_TITLE = 140

/** A row that is a band across the table and no row of it, or null. */
export function bandOf(
  row: TableRow,
  below: readonly TableRow[],
  columns: number,
  {
    table,
    isInBands,
    isAfterCut,
  }: { readonly table: OpenTable | null; readonly isInBands: boolean; readonly isAfterCut: boolean },
): BandEvent | null {
  const led = ledPart(row)
  const text = led?.title ?? bandText(row, isAfterCut ? [] : below, columns, table, isInBands)
  if (text === null) return null
  const next = below.find((each) => filledCells(each).length > 0)
  const isOverBand =
    next !== undefined && bandText(next, below.slice(below.indexOf(next) + 1), columns, table, true) !== null
  const isOutside = table === null && !headsRows(text, below)
  const place = isOutside ? 'outside' : isInBands ? 'inner' : isOverBand ? 'outer' : 'alone'
  return { kind: 'band', piece: { text, where: row.where }, place, ...(led ? { lead: led.lead } : {}) }
}

/** "Priority 1: Fewer moves" beside "Priority lead: Ann Lee", and nothing more in the row. */
export function ledPart(row: TableRow): { title: string; lead: string } | null {
  const [first, second, ...more] = filledCells(row)
  if (!first || !second || more.length > 0 || !readPartHeading(first.text)) return null
  const label = /^([^:]{3,40}):\s*\S/.exec(second.text)?.[1]
  const known = label === undefined ? null : (knownColumn(label) ?? hintedColumn(label))
  return known?.known === 'lead' ? { title: first.text, lead: second.text } : null
}

/**
 * Whether a band over the names of a table is an aim and no title of it: it is numbered ("Recommendation 1: …"), or the names come again
 * below under a band of their own.
 */
function headsRows(text: string, below: readonly TableRow[]): boolean {
  const rows = below.filter((row) => filledCells(row).length > 0)
  const isNames = (row: TableRow | undefined) => row !== undefined && readHeaderRows(row, undefined, NO_RECIPE) !== null
  const at = rows.slice(0, 3).findIndex(isNames)
  if (at === -1) return false
  if (/^\p{L}+(?: \p{L}+)? \d{1,2}\s*[:.–—-]\s*\p{L}/u.test(text)) return true
  return (
    at === 0 && rows.some((row, index) => index > 1 && isNames(row) && filledCells(rows[index - 1] ?? row).length === 1)
  )
}

function bandText(
  row: TableRow,
  below: readonly TableRow[],
  columns: number,
  table: OpenTable | null,
  aloneIsBand: boolean,
): string | null {
  const [first, second, ...more] = filledCells(row)
  if (!first || more.length > 0) return null
  if (!second) {
    const reachesAcross = columns > 1 && first.colSpan >= Math.max(2, columns - 1)
    const isBand =
      columns === 1 ||
      table === null ||
      aloneIsBand ||
      reachesAcross ||
      isProseLabel(first.text) ||
      readPartHeading(first.text) !== null ||
      (first.column === 0 && isTitleInFirstColumn(first.text, below, table))
    return isBand ? first.text : null
  }
  const isAcross = second.colSpan >= Math.max(2, columns - 2) && first.column + first.colSpan === second.column
  if (isAcross && isReference(first.text)) return `${first.text} ${second.text}`
  const isNumbered =
    /^\p{L}[\p{L} ]{2,24}\s\d{1,2}$/u.test(first.text) && readPartHeading(`${first.text}: ${second.text}`)
  return isNumbered ? `${first.text}: ${second.text}` : null
}

/**
 * Whether words alone in the first column head the rows below: a title in the column of references, or a short one in the column of
 * actions that does not say what will be done. The end of a cell that a page cut begins in the middle of a sentence.
 */
function isTitleInFirstColumn(text: string, below: readonly TableRow[], table: OpenTable): boolean {
  const role = table.inPlace?.byColumn[0]?.role
  if (role !== 'ref' && role !== 'action') return false
  const next = below.find((row) => filledCells(row).length > 0)
  if (!next || filledCells(next).length === 2) return false
  const isTitle = text.length <= LONGEST_TITLE && /^[^\p{Ll}]/u.test(text) && !/[.;,]$/.test(text)
  if (role === 'ref') return isTitle && !isNamedReference(text)
  return isTitle && text.length <= 90 && !opensAsAction(text)
}
