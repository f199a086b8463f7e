import type { Block, TableBlock, TableRow } from '../blocks.ts'
import type { Where } from '../plan-reading.ts'
import { type ColumnKey, keyOfColumn, nameOfOther } from './layout-columns.ts'
import { readHeadingText } from './layout-document.ts'
import { LABELS, LAYOUT, levelOfLabel, partLabels } from './layout-labels.ts'

/** One line of a document that Trellis wrote, whichever the format. */
export type LayoutLine = {
  readonly label: string
  readonly cells: Readonly<Partial<Record<ColumnKey, string>>>
  readonly others: readonly { readonly column: string; readonly text: string }[]
  readonly where: Where
  readonly row: TableRow
}
export type LayoutLines = {
  readonly lines: readonly LayoutLine[]
  /** names of columns, which are understood and in no field */
  readonly names: readonly { readonly text: string; readonly where: Where }[]
  readonly rest: readonly { readonly text: string; readonly where: Where }[]
}

/**
 * The lines of a document in Trellis's own layout, from its one sheet or from its headings, labels and tables; null for any other
 * document.
 */
export function layoutLines(blocks: readonly Block[]): LayoutLines | null {
  const sheet = blocks.slice(0, 4).find((block): block is TableBlock => block.kind === 'table' && isSheet(block))
  if (sheet)
    return linesOfSheet(
      sheet,
      blocks.filter((block) => block !== sheet),
    )
  const first = blocks.findIndex((block) => (block.kind === 'heading' ? block.depth > 1 : block.kind === 'table'))
  const facts = first === -1 ? blocks : blocks.slice(0, first)
  return facts.slice(0, 4).some((block) => block.kind !== 'table' && block.text === `${LABELS.layout}: ${LAYOUT}`)
    ? linesOfDocument(blocks)
    : null
}

function isSheet({ rows: [names, layout] }: TableBlock): boolean {
  if (!names || !layout) return false
  const columns = names.cells.map((cell) => keyOfColumn(cell.text))
  return (
    columns[0] === 'row' &&
    columns.includes('text') &&
    lineOf(layout, names).label === LABELS.layout &&
    lineOf(layout, names).cells.text === LAYOUT
  )
}

function linesOfSheet(sheet: TableBlock, others: readonly Block[]): LayoutLines {
  const [names, ...rows] = sheet.rows
  if (!names) return { lines: [], names: [], rest: [] }
  return {
    lines: rows.filter((row) => row.cells.some((cell) => cell.text !== '')).map((row) => lineOf(row, names)),
    names: names.cells.map((cell) => ({ text: cell.text, where: names.where })),
    rest: others.flatMap(wordsOf),
  }
}

function linesOfDocument(blocks: readonly Block[]): LayoutLines {
  const lines: LayoutLine[] = []
  const names: { text: string; where: Where }[] = []
  const rest: { text: string; where: Where }[] = []
  const levels: string[] = []
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table') {
      const [first, ...rows] = block.rows
      if (!first?.cells.some((cell) => keyOfColumn(cell.text) === 'text')) rest.push(...wordsOf(block))
      else {
        names.push(...first.cells.map((cell) => ({ text: cell.text, where: first.where })))
        lines.push(...rows.map((row) => ({ ...lineOf(row, first), label: LABELS.action })))
      }
      continue
    }
    const line = block.kind === 'heading' ? lineOfHeading(block, levels, at) : lineOfWords(block)
    if (!line) rest.push({ text: block.text, where: block.where })
    else lines.push(line)
    const level = line && block.kind !== 'heading' ? levelOfLabel(line.label) : null
    if (line && level !== null && level < 99) levels[level] = line.cells.text ?? ''
  }
  return { lines, names, rest }
}

type Worded = Exclude<Block, TableBlock>

function lineOfHeading(block: Worded & { kind: 'heading' }, levels: readonly string[], at: number): LayoutLine | null {
  if (at === 0 && block.depth === 1) return wordLine(LABELS.title, '', block.text, block)
  const labels = partLabels(
    Array.from(levels, (name) => name ?? ''),
    10,
  )
  const own = labels[block.depth - 2]
  const read = readHeadingText(block.text, block.depth < 6 && own !== undefined ? [own] : labels.slice(4))
  return read && wordLine(read.label, read.ref, read.title, block)
}

function lineOfWords(block: Worded): LayoutLine | null {
  const found = /^([^:]{1,40}):(?: (.*))?$/s.exec(block.text)
  const label = found?.[1] ?? ''
  const isOurs = Object.values(LABELS).some((known) => known === label) || /^Level \d+$/.test(label)
  return found && isOurs && label !== LABELS.action ? wordLine(label, '', found[2] ?? '', block) : null
}

function wordLine(label: string, ref: string, text: string, { where, text: source }: Worded): LayoutLine {
  return { label, cells: { ref, text }, others: [], where, row: { cells: [], where, source } }
}

function lineOf(row: TableRow, names: TableRow): LayoutLine {
  const cells: Partial<Record<ColumnKey, string>> = {}
  const others: { column: string; text: string }[] = []
  let label = ''
  for (const name of names.cells) {
    const key = keyOfColumn(name.text)
    // A cell that reaches over empty ones beside it stands in its own column alone.
    const text = row.cells.find((cell) => cell.column === name.column)?.text ?? ''
    if (key === 'row') label = text
    else if (key !== null) cells[key] = text
    else if (text !== '') others.push({ column: nameOfOther(name.text), text })
  }
  return { label, cells, others, where: row.where, row }
}

function wordsOf(block: Block): { text: string; where: Where }[] {
  if (block.kind !== 'table') return [{ text: block.text, where: block.where }]
  return block.rows
    .map((row) => ({
      text: row.cells
        .map((cell) => cell.text)
        .filter(Boolean)
        .join(' | '),
      where: row.where,
    }))
    .filter((piece) => piece.text !== '')
}
