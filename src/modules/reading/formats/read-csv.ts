import { ok, type Result } from '../../../kernel/result.ts'
import { type Block, plainCell, type TableRow } from '../blocks.ts'
import { LIMITS } from '../limits.ts'
import type { ReadingRefusal } from '../refusal.ts'
import { squeeze } from './inline-text.ts'
import { refuseRows, type TextBlocks } from './read-text.ts'

/**
 * Comma- or semicolon-separated values (RFC 4180): quoted cells may hold separators, quotes doubled and line ends.
 * A line with one cell only is a line of text, as titles above a table are.
 */
export function readCsv(name: string, text: string): Result<TextBlocks, ReadingRefusal> {
  const blocks: Block[] = []
  let rows: TableRow[] = []
  const close = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', columns: Math.max(...rows.map((row) => row.cells.length)), rows })
    rows = []
  }
  let counted = 0
  for (const record of recordsOf(text, separatorOf(text))) {
    const where = { line: record.line, endLine: record.endLine }
    const cells = record.cells.slice(0, LIMITS.tableColumns).map((cell, column) => plainCell(squeeze(cell), column))
    const rest = squeeze(record.cells.slice(LIMITS.tableColumns).join(' '))
    if (rest !== '') blocks.push({ kind: 'paragraph', text: rest, where })
    const alone = cells.length === 1 ? cells[0] : undefined
    if (alone) {
      if (rows.length > 0 || alone.text !== '') close()
      if (alone.text !== '') blocks.push({ kind: 'paragraph', text: alone.text, where })
      continue
    }
    if (++counted > LIMITS.tableRows) return refuseRows(name)
    rows.push({ cells, where, source: record.source })
  }
  close()
  return ok({ format: 'csv', blocks })
}

type CsvRecord = { cells: string[]; line: number; endLine: number; source: string }

function* recordsOf(text: string, separator: string): Generator<CsvRecord> {
  let at = 0
  let line = 1
  while (at < text.length) {
    const from = at
    const startLine = line
    const cells: string[] = []
    for (;;) {
      const read = text[at] === '"' ? readQuoted(text, at, separator) : readBare(text, at, separator)
      cells.push(read.cell)
      at = read.next
      if (text[at] !== separator) break
      at++
    }
    const source = text.slice(from, at)
    line += countLineEnds(source)
    yield { cells, line: startLine, endLine: line, source }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    line++
  }
}

function readBare(text: string, from: number, separator: string): { cell: string; next: number } {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return { cell: text.slice(from, at), next: at }
}

/** A quote that never closes is a character like any other: the cell ends at its line. */
function readQuoted(text: string, from: number, separator: string): { cell: string; next: number } {
  const parts: string[] = []
  let at = from + 1
  for (;;) {
    const end = text.indexOf('"', at)
    if (end === -1) return readBare(text, from, separator)
    parts.push(text.slice(at, end))
    if (text[end + 1] !== '"') {
      const tail = readBare(text, end + 1, separator)
      const after = tail.cell === '' ? '' : ` ${tail.cell}`
      return { cell: parts.join('"') + after, next: tail.next }
    }
    at = end + 2
  }
}

function countLineEnds(text: string): number {
  return (text.match(/\r\n|\n|\r/g) ?? []).length
}

/** The separator that the first line outside quotes has most of. */
function separatorOf(text: string): ',' | ';' {
  const line = /^[^\r\n]*/.exec(text)?.[0].slice(0, 4_000) ?? ''
  return line.split(';').length > line.split(',').length ? ';' : ','
}
