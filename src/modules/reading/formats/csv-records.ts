/** One record of separated values: its cells as they are, its lines counted from 1, and the record as it stands. */
export type CsvRecord = {
  readonly cells: readonly string[]
  readonly line: number
  readonly endLine: number
  readonly source: string
}

export type Separator = ',' | ';' | '\t' | '|'

/** Separated values (RFC 4180), one record at a time: quoted cells may hold separators, quotes doubled and line ends. */
export function* recordsOf(text: string, separator: Separator, startLine = 1): Generator<CsvRecord> {
  let at = 0
  let line = startLine
  while (at < text.length) {
    const from = at
    const firstLine = line
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
    yield { cells, line: firstLine, endLine: line, source }
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
