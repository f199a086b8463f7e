/** A ruling line of one of pandoc's tables: `+-----+:===:+`. */
export function isGridLine(line: string): boolean {
  return /^\s*\+(?:[:=-]{3,}\+){1,}\s*$/.test(line)
}

/**
 * The lines of a table of plus signs as lines of a table with bars: each row on its first line, with the lines of its cells joined;
 * the lines that go into it are left empty.
 */
export function gridTable(lines: readonly string[]): string[] {
  const written = lines.map(() => '')
  const edges = edgesOf(lines)
  let first = -1
  let cells: string[][] = []
  const close = () => {
    if (first >= 0) written[first] = `| ${cells.map((pieces) => pieces.filter(Boolean).join(' ')).join(' | ')} |`
    first = -1
    cells = []
  }
  for (const [at, line] of lines.entries()) {
    if (isGridLine(line)) close()
    else {
      if (first < 0) first = at
      for (const [place, piece] of cutAt(line, edges).entries()) {
        const pieces = cells[place] ?? []
        cells[place] = pieces
        pieces.push(piece)
      }
    }
  }
  close()
  return written
}

/** Where the columns stand: at the plus signs of the first ruling line. */
function edgesOf(lines: readonly string[]): number[] {
  const rule = lines.find(isGridLine) ?? ''
  return [...rule].flatMap((letter, at) => (letter === '+' ? [at] : []))
}

/** The cells of a line; where a bar does not stand at an edge, the two columns beside it are one cell. */
function cutAt(line: string, edges: readonly number[]): string[] {
  const cells: string[] = []
  let from = (edges[0] ?? 0) + 1
  for (const [at, edge] of edges.slice(1).entries()) {
    const isLast = at === edges.length - 2
    if (line[edge] !== '|' && line[edge] !== '+' && !isLast) {
      cells.push('')
      continue
    }
    const text = isLast ? line.slice(from).replace(/\|\s*$/, '') : line.slice(from, edge)
    cells.splice(cells.length, 0, escapeBars(text.trim()))
    from = edge + 1
  }
  return cells
}

function escapeBars(text: string): string {
  return text.replace(/(?<!\\)\|/g, '\\|')
}
