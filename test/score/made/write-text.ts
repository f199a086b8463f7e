import { Buffer } from 'node:buffer'
import type { MadeCell, MadePiece } from './table-of.ts'

/** Markdown with bars. */
export function asMarkdown(pieces: readonly MadePiece[]): Uint8Array {
  return lines(pieces, { heading: (text) => `## ${text}`, title: (text) => `# ${text}` }, (rows) => {
    const width = widthOf(rows)
    const toLine = (row: readonly MadeCell[]) =>
      `| ${cellsOf(row, width)
        .map((text) => text.replaceAll('|', '\\|'))
        .join(' | ')} |`
    const [names = [], ...rest] = rows
    return [toLine(names), `|${' --- |'.repeat(width)}`, ...rest.map(toLine)]
  })
}

/** Values with a separator between them, quoted where they must be. */
export function asSeparated(pieces: readonly MadePiece[], separator: string): Uint8Array {
  const quote = (text: string) =>
    text.includes(separator) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return lines(pieces, { heading: quote, title: quote }, (rows) => {
    const width = widthOf(rows)
    return rows.map((row) => cellsOf(row, width).map(quote).join(separator))
  })
}

/** Columns by position, as a table looks after its text was taken out with the layout kept: cells wrap, and pages have numbers. */
export function asFixedWidth(pieces: readonly MadePiece[]): Uint8Array {
  let page = 1
  return lines(pieces, { heading: (text) => text, title: (text) => `${' '.repeat(20)}${text}` }, (rows) => {
    const width = widthOf(rows)
    const widths = columnWidths(rows, width)
    return rows.flatMap((row, index) => {
      const across = row.length === 1 && (row[0]?.across ?? 1) > 1 ? row[0]?.text : undefined
      const body = across === undefined ? wrapRow(cellsOf(row, width), widths) : [across]
      return [...(index > 0 && index % 6 === 0 ? ['', `${' '.repeat(60)}Page ${page++}`, '\f'] : []), ...body, '']
    })
  })
}

function lines(
  pieces: readonly MadePiece[],
  heads: { readonly heading: (text: string) => string; readonly title: (text: string) => string },
  table: (rows: readonly (readonly MadeCell[])[]) => readonly string[],
): Uint8Array {
  const written = pieces.flatMap((piece) =>
    piece.kind === 'table' ? [...table(piece.rows), ''] : [heads[piece.kind](piece.text), ''],
  )
  return Buffer.from(`${written.join('\n')}\n`)
}

export function widthOf(rows: readonly (readonly MadeCell[])[]): number {
  return Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + (cell.across ?? 1), 0)))
}

/** A row's texts for a format without spans: what reaches over more stands in its first cell; under a cell that reaches down, none. */
export function cellsOf(row: readonly MadeCell[], width: number): string[] {
  const texts = row.flatMap((cell) => [cell.text, ...Array.from({ length: (cell.across ?? 1) - 1 }, () => '')])
  return row.some((cell) => (cell.across ?? 1) > 1)
    ? texts
    : [...Array.from({ length: width - texts.length }, () => ''), ...texts]
}

function columnWidths(rows: readonly (readonly MadeCell[])[], width: number): number[] {
  return Array.from({ length: width }, (_, column) => {
    const longest = Math.max(
      ...rows
        .filter((row) => !row.some((cell) => cell.across))
        .map((row) => (cellsOf(row, width)[column] ?? '').length),
    )
    return Math.max(6, Math.min(longest, 30))
  })
}

function wrapRow(texts: readonly string[], widths: readonly number[]): string[] {
  const wrapped = texts.map((text, column) => wrap(text, widths[column] ?? 10))
  const height = Math.max(...wrapped.map((cell) => cell.length))
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((cell, column) => (cell[line] ?? '').padEnd((widths[column] ?? 10) + 3))
      .join('')
      .trimEnd(),
  )
}

function wrap(text: string, width: number): string[] {
  const out: string[] = []
  for (const word of text.split(' ')) {
    const last = out.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= width) out[out.length - 1] = `${last} ${word}`
    else out.push(word)
  }
  return out
}
