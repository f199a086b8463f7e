import { ok, type Result } from '../../../kernel/result.ts'
import { recordsOf } from '../formats/csv-records.ts'
import { decodeText } from '../formats/decode-text.ts'
import { findSeparator } from '../formats/find-separator.ts'
import { readXls } from '../formats/sheets/read-xls.ts'
import { readXlsx } from '../formats/sheets/read-xlsx.ts'
import { type FileKind, sniffFormat } from '../formats/sniff-format.ts'
import { type ReadingRefusal, refuseFile } from '../refusal.ts'

/** A row of a list that has words, where it stands in its file counted from 1, and its cells from the left, spaces at their ends left out. */
export type ListLine = { readonly line: number; readonly cells: readonly string[] }

export const LIST_LIMITS = { lines: 1_000, columns: 50, letters: 2_000 } as const

/**
 * The rows of a list as somebody keeps it in a spreadsheet: separated values, or the first sheet of a workbook that has words. Nothing
 * is understood of it, and no row with words is left out.
 *
 * @returns a refusal where the file is neither, or has more rows than a list may have, or a cell longer than any name
 */
export async function readList(
  name: string,
  content: Uint8Array,
): Promise<Result<readonly ListLine[], ReadingRefusal>> {
  const kind = sniffFormat(name, content)
  if (!kind.ok) return kind
  const read = await readLines(name, content, kind.value)
  if (!read.ok) return read
  const lines = read.value.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const refused = refuseMuch(name, lines)
  return refused ?? ok(lines)
}

async function readLines(
  name: string,
  content: Uint8Array,
  kind: FileKind,
): Promise<Result<readonly ListLine[], ReadingRefusal>> {
  switch (kind) {
    case 'csv':
    case 'text':
      return separatedLines(name, content)
    case 'xlsx':
    case 'xls':
      return sheetLines(name, content, kind)
    default:
      return refuseFile('format-not-known', name, 'is no list. Save it as Excel (.xlsx) or CSV and choose that.')
  }
}

function separatedLines(name: string, content: Uint8Array): Result<readonly ListLine[], ReadingRefusal> {
  const decoded = decodeText(name, content)
  if (!decoded.ok) return decoded
  const { separator, from, startLine } = findSeparator(decoded.value.text)
  const records = [...recordsOf(decoded.value.text.slice(from), separator, startLine)]
  return ok(records.map(({ line, cells }) => ({ line, cells: cells.map(tidy) })))
}

async function sheetLines(
  name: string,
  content: Uint8Array,
  kind: 'xlsx' | 'xls',
): Promise<Result<readonly ListLine[], ReadingRefusal>> {
  const read = kind === 'xls' ? await readXls(name, content) : await readXlsx(name, content, () => {})
  if (!read.ok) return read
  const sheet = read.value.sheets.find(({ isHidden, rows }) => !isHidden && rows.size > 0)
  return ok(
    [...(sheet?.rows ?? [])].map(([row, cells]) => {
      const width = Math.max(0, ...cells.map(({ column }) => column + 1))
      const texts = Array.from({ length: width }, () => '')
      for (const { column, text } of cells) texts[column] = tidy(text)
      return { line: row + 1, cells: texts }
    }),
  )
}

function tidy(text: string): string {
  return text
    .replaceAll(/\p{Cc}|\ufeff/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function refuseMuch(name: string, lines: readonly ListLine[]) {
  const { lines: most, columns, letters } = LIST_LIMITS
  if (lines.length > most + 1)
    return refuseFile('too-many-rows', name, `has ${lines.length} rows; a list may have ${most}. Split it.`)
  const wide = lines.find(({ cells }) => cells.length > columns)
  if (wide)
    return refuseFile(
      'too-many-rows',
      name,
      `has more than ${columns} columns in line ${wide.line}. Leave out the others.`,
    )
  const long = lines.find(({ cells }) => cells.some((cell) => cell.length > letters))
  if (long)
    return refuseFile(
      'too-many-rows',
      name,
      `has a cell of more than ${letters} letters in line ${long.line}. Shorten it.`,
    )
  return null
}
