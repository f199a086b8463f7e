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

/** A list has names in its cells, each one line; answers have whole paragraphs, whose lines are kept. */
export type ListManner = 'list' | 'answers'

/** No cell of Excel holds more. */
const LONGEST_ANSWER_CELL = 32_767

/**
 * The rows of a list as somebody keeps it in a spreadsheet: separated values, or the first sheet of a workbook that has words. Nothing
 * is understood of it, and no row with words is left out.
 *
 * @returns a refusal where the file is neither, or has more rows than a list may have, or a cell longer than any name
 */
export async function readList(
  name: string,
  content: Uint8Array,
  manner: ListManner = 'list',
): Promise<Result<readonly ListLine[], ReadingRefusal>> {
  const kind = sniffFormat(name, content)
  if (!kind.ok) return kind
  const read = await readLines(name, content, kind.value, manner === 'list' ? tidy : tidyAnswer)
  if (!read.ok) return read
  const lines = read.value.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const refused = refuseMuch(name, lines, manner === 'list' ? LIST_LIMITS.letters : LONGEST_ANSWER_CELL)
  return refused ?? ok(lines)
}

async function readLines(
  name: string,
  content: Uint8Array,
  kind: FileKind,
  tidied: (text: string) => string,
): Promise<Result<readonly ListLine[], ReadingRefusal>> {
  switch (kind) {
    case 'csv':
    case 'text':
      return separatedLines(name, content, tidied)
    case 'xlsx':
    case 'xls':
      return sheetLines(name, content, kind, tidied)
    default:
      return refuseFile('format-not-known', name, 'is no list. Save it as Excel (.xlsx) or CSV and choose that.')
  }
}

function separatedLines(
  name: string,
  content: Uint8Array,
  tidied: (text: string) => string,
): Result<readonly ListLine[], ReadingRefusal> {
  const decoded = decodeText(name, content)
  if (!decoded.ok) return decoded
  const { separator, from, startLine } = findSeparator(decoded.value.text)
  const records = [...recordsOf(decoded.value.text.slice(from), separator, startLine)]
  return ok(records.map(({ line, cells }) => ({ line, cells: cells.map(tidied) })))
}

async function sheetLines(
  name: string,
  content: Uint8Array,
  kind: 'xlsx' | 'xls',
  tidied: (text: string) => string,
): Promise<Result<readonly ListLine[], ReadingRefusal>> {
  const read = kind === 'xls' ? await readXls(name, content) : await readXlsx(name, content, () => {})
  if (!read.ok) return read
  const sheet = read.value.sheets.find(({ isHidden, rows }) => !isHidden && rows.size > 0)
  return ok(
    [...(sheet?.rows ?? [])].map(([row, cells]) => {
      const width = Math.max(0, ...cells.map(({ column }) => column + 1))
      const texts = Array.from({ length: width }, () => '')
      for (const { column, text, lines } of cells) texts[column] = tidied(lines?.join('\n') ?? text)
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

/** As {@link tidy}, with its lines. */
function tidyAnswer(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}|\ufeff/gu, ' ')
    .trim()
}

function refuseMuch(name: string, lines: readonly ListLine[], letters: number) {
  const { lines: most, columns } = LIST_LIMITS
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
