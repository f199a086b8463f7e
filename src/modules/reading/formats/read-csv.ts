import { ok, type Result } from '../../../kernel/result.ts'
import type { Block, Piece } from '../blocks.ts'
import { LIMITS } from '../limits.ts'
import type { ReadingRefusal } from '../refusal.ts'
import { type CsvRecord, recordsOf } from './csv-records.ts'
import type { Separated } from './find-separator.ts'
import { squeeze } from './inline-text.ts'
import { refuseRows, type TextBlocks } from './read-text.ts'
import type { LaidCell, Line } from './sheets/lines.ts'
import { refuseColumns, refuseProblem } from './sheets/refuse-sheets.ts'
import { lineBlocks } from './sheets/sheet-blocks.ts'
import { ownLines } from './text-runs.ts'

/** Separated values as blocks: laid out as a sheet is, with the lines of the file. A record with one cell is a line of text. */
export function readCsv(name: string, text: string, separated: Separated): Result<TextBlocks, ReadingRefusal> {
  const { separator, from, startLine } = separated
  const lines: Line[] = []
  const records: CsvRecord[] = []
  const besides: Piece[] = []
  let cells = 0
  for (const record of recordsOf(text.slice(from), separator, startLine)) {
    const rest = squeeze(record.cells.slice(LIMITS.tableColumns).join(' '))
    if (rest !== '') besides.push({ text: rest, where: { line: record.line, endLine: record.endLine } })
    const filled = cellsOf(record, records.length)
    if (filled.length > 0) lines.push({ row: records.length, cells: filled, filled, taken: filled.length })
    records.push(record)
    cells += filled.length
    if (lines.length > LIMITS.tableRows) return refuseRows(name)
    if (cells > LIMITS.sheetCells) return refuseProblem(name, 'too-many-cells')
  }
  const blocks = lineBlocks(lines, {
    whereOf: ({ row }) => ({ line: records[row]?.line ?? 1, endLine: records[row]?.endLine ?? 1 }),
    sourceOf: ({ row }) => records[row]?.source ?? '',
  })
  if (!blocks) return refuseColumns(name)
  const last = besides.map((piece): Block => ({ kind: 'paragraph', ...piece }))
  return ok({ format: separator === '\t' ? 'tsv' : 'csv', blocks: [...blocks, ...last] })
}

/** The cells with words. A record without any separator stands out from the rows as a title does. */
function cellsOf(record: CsvRecord, row: number): LaidCell[] {
  const isBold = record.cells.length === 1
  return record.cells.slice(0, LIMITS.tableColumns).flatMap((cell, column): LaidCell[] => {
    const text = squeeze(cell)
    const lines = ownLines([{ text: cell, isStruck: false }])
    return text === '' ? [] : [{ row, column, text, ...lines, fill: null, isBold, lastColumn: column, lastRow: row }]
  })
}
