import { plainCell, type TableRow } from '../blocks.ts'
import { plainWords } from './inline-text.ts'

/** Whether a line is a row of a Markdown table: it opens with a bar, and has another. */
export function isPipeRow(line: string): boolean {
  const start = line.trimStart()
  return start.startsWith('|') && start.indexOf('|', 1) > 0
}

/** Whether a row only rules off the one above: `|---|:--|`. */
export function isRule(line: string): boolean {
  return /^[\s|:-]+$/.test(line) && line.includes('-')
}

/** The cells of `| a | b |`; a bar written `\|` belongs to its cell. */
export function readPipeRow(line: string, number: number): TableRow {
  const trimmed = line.trim()
  const cells = splitBars(trimmed.slice(1, trimmed.endsWith('|') && !trimmed.endsWith('\\|') ? -1 : undefined))
  return {
    cells: cells.map((cell, column) => plainCell(plainWords(cell), column)),
    where: { line: number, endLine: number },
    source: line,
  }
}

function splitBars(inside: string): string[] {
  if (!inside.includes('\\|')) return inside.split('|')
  const cells: string[] = []
  let from = 0
  for (let at = 0; at < inside.length; at++) {
    if (inside[at] === '\\') at++
    else if (inside[at] === '|') {
      cells.push(inside.slice(from, at))
      from = at + 1
    }
  }
  return [...cells, inside.slice(from)]
}
