/** How a table is typed with blanks. */
export type TypedTable = {
  readonly names: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
  /** blanks between two columns, at least */
  readonly between: number
  /** lines left empty between rows */
  readonly apart: number
}

/** A table in letters of one width: cells wrapped at their column's width, under each other. */
export function typedTable({ names, widths, rows, between, apart }: TypedTable): string[] {
  const typed = rows.map((row) => typedRow(row, widths, between))
  return [
    ...typedRow(names, widths, between),
    ...typed.flatMap((lines) => [...Array<string>(apart).fill(''), ...lines]),
  ]
}

function typedRow(cells: readonly string[], widths: readonly number[], between: number): string[] {
  const wrapped = cells.map((cell, column) => wrap(cell, widths[column] ?? 10))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, column) => (lines[line] ?? '').padEnd((widths[column] ?? 10) + between))
      .join('')
      .trimEnd(),
  )
}

/** Words in lines of a width; a word longer than a line is cut, as narrow columns cut "Timescale". */
function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
    while (line.length > width) {
      lines.push(line.slice(0, width))
      line = line.slice(width)
    }
  }
  return [...lines, line]
}
