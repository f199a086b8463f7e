import { ok, type Result } from '../../../kernel/result.ts'
import { type Block, type ParagraphBlock, plainCell, type TableBlock, type TableRow } from '../blocks.ts'
import { LIMITS } from '../limits.ts'
import type { Finding, SourceFormat } from '../plan-reading.ts'
import { type ReadingRefusal, refuseFile } from '../refusal.ts'
import { findFixedTables, tableLines } from './fixed-width/find-fixed-tables.ts'
import { findInterleaved, interleavedFinding } from './fixed-width/find-interleaved.ts'
import { plainWords, squeeze } from './inline-text.ts'
import type { MarkedLines } from './markdown-marks.ts'
import { isPipeRow, isRule, readPipeRow } from './pipe-row.ts'
import { refusePage } from './refuse-page.ts'

export type TextBlocks = {
  readonly format: SourceFormat
  readonly blocks: readonly Block[]
  readonly findings?: readonly Finding[]
}

/**
 * Text of any of the three kinds into blocks: Markdown with bars, rows with tabs, and plain lines; one document may mix them.
 * Each line is one block or one row, so that every word has its line.
 *
 * @param mark  cuts the text into lines, and may make blocks of some of them
 */
export function readText(
  name: string,
  text: string,
  mark: (text: string) => MarkedLines = plainLines,
): Result<TextBlocks, ReadingRefusal> {
  const { lines, made, problem } = mark(text)
  if (problem) return refusePage(name, problem)
  if (lines.length > LIMITS.lines) return refuseLength(name, lines.length, 'lines', LIMITS.lines)
  const blocks: Block[] = []
  let rows: TableRow[] = []
  let kind: RowKind | null = null
  const counted = { pipe: 0, tab: 0 }
  const close = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', columns: Math.max(...rows.map(columnsOf)), rows })
    rows = []
  }
  const fixed = findFixedTables(lines, (line) => kindOfRow(line) === null)
  const isInTable = tableLines(fixed)
  const mixed = findInterleaved(lines, (index) => isInTable.has(index) || kindOfRow(lines[index] ?? '') !== null)
  let tableEnds = 0
  for (const [index, line] of lines.entries()) {
    if (index < tableEnds) continue
    const table = fixed.tables.get(index)
    if (table) {
      close()
      kind = null
      blocks.push(table.block)
      tableEnds = table.to
      continue
    }
    const ready = made.get(index)
    if (ready) {
      close()
      blocks.push(...ready)
      counted.pipe += ready.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0)
      if (counted.pipe > LIMITS.tableRows) return refuseRows(name)
    }
    const rowKind = kindOfRow(line)
    if (rowKind !== kind) close()
    kind = rowKind
    if (rowKind === null) {
      const block = readLine(line, index + 1)
      if (block && fixed.pageLines.has(index)) blocks.push({ ...asParagraph(block), isPageFurniture: true })
      else if (block) blocks.push(mixed && index >= mixed.from ? { ...asParagraph(block), isMixed: true } : block)
      continue
    }
    if (rowKind === 'pipe' && isRule(line)) continue
    const row = rowKind === 'pipe' ? readPipeRow(line, index + 1) : readTabRow(line, index + 1)
    if (row.cells.length > LIMITS.tableColumns)
      return refuseLength(name, row.cells.length, 'columns in a table', LIMITS.tableColumns)
    counted[rowKind]++
    if (counted[rowKind] > LIMITS.tableRows) return refuseRows(name)
    rows.push(row)
  }
  close()
  return ok({ format: formatOf(name, counted), blocks, findings: mixed ? [interleavedFinding(mixed)] : [] })
}

type RowKind = 'pipe' | 'tab'
function plainLines(text: string): MarkedLines {
  return { lines: text.split(/\r\n|\n|\r/), made: new Map(), problem: null }
}

export function refuseRows(name: string) {
  return refuseLength(name, null, 'rows in its tables', LIMITS.tableRows)
}

function refuseLength(name: string, found: number | null, of: string, limit: number) {
  const has = found === null ? 'more than' : `${found.toLocaleString('en-GB')}`
  const limitWords = limit.toLocaleString('en-GB')
  const what = found === null ? `${has} ${limitWords} ${of}` : `${has} ${of}; the limit is ${limitWords}`
  return refuseFile('too-many-rows', name, `has ${what}. Send the plan alone, without its data.`)
}

function kindOfRow(line: string): RowKind | null {
  if (isPipeRow(line)) return 'pipe'
  return line.trimEnd().includes('\t') && line.trimStart() !== '' && !/^\t+[^\t]*$/.test(line)
    ? 'tab'
    : hasEmptyCells(line)
}

/** A row whose words all stand in one cell, after empty ones: `⇥⇥⇥the rest of a cell⇥⇥`. */
function hasEmptyCells(line: string): RowKind | null {
  return line.trim() !== '' && line.split('\t').length > 3 ? 'tab' : null
}

function readTabRow(line: string, number: number): TableRow {
  const cells = line.split('\t').map((cell, column) => plainCell(plainWords(unquote(cell)), column))
  return { cells, where: { line: number, endLine: number }, source: line }
}

/** `"a ""quoted"" cell"`, as spreadsheets write it between tabs. */
function unquote(cell: string): string {
  const isQuoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"')
  return isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell
}

function asParagraph({ text, where, ...block }: LineBlock): ParagraphBlock {
  return { kind: 'paragraph', text: block.kind === 'item' ? `${block.marker} ${text}` : text, where }
}

type LineBlock = Exclude<Block, TableBlock>

function readLine(line: string, number: number): LineBlock | null {
  const where = { line: number, endLine: number }
  const heading = /^ {0,3}(#{1,6})\s+(\S.*)$/.exec(line)
  if (heading) {
    const text = plainWords((heading[2] ?? '').replace(/\s#+\s*$/, ''))
    return text === '' ? null : { kind: 'heading', depth: heading[1]?.length ?? 1, text, where }
  }
  const item = /^\s{0,12}([-*•▪◦‣]|\d{1,3}[.)])\s+(\S.*)$/.exec(line)
  const text = plainWords(item?.[2] ?? line)
  if (/^[-=_*~|\s]*$/.test(item ? `${item[1]}${text}` : text)) return null
  return item ? { kind: 'item', marker: squeeze(item[1] ?? ''), text, where } : { kind: 'paragraph', text, where }
}

function columnsOf(row: TableRow): number {
  return row.cells.length
}

function formatOf(name: string, counted: Readonly<Record<RowKind, number>>): SourceFormat {
  if (/\.(md|markdown)$/i.test(name)) return 'markdown'
  if (/\.(tsv|tab)$/i.test(name)) return 'tsv'
  if (counted.pipe > counted.tab) return 'markdown'
  return counted.tab > 0 ? 'tsv' : 'text'
}
