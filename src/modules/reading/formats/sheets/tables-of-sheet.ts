import { keyOfShade } from '../../plan/rating.ts'
import { isLone, type LaidCell, type Line, runsOf, standsOut, swatchOf } from './lines.ts'

/** A sheet sorted into what stands on it, in its order. */
export type SheetPiece =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly lines: readonly Line[] }
  /** colours beside their meaning */
  | { readonly kind: 'key'; readonly lines: readonly Line[] }

/**
 * Finds the tables of a sheet and the lines of text around them. Blank rows inside a table do not end it; rows after them that look
 * like other columns begin a new one. What stands at the side, behind an empty column, is a table of its own.
 */
export function findPieces(lines: readonly Line[]): SheetPiece[] {
  const pieces: SheetPiece[] = []
  let open: OpenLines | null = null
  let waiting: Line[] = []
  const close = () => {
    if (open) pieces.push({ kind: 'table', lines: open.lines })
    open = null
    addLines(pieces, waiting)
    waiting = []
  }
  for (const whole of runsOf(lines)) {
    const { main: run, side } = splitSide(whole)
    const start = run.findIndex((line) => !isLone(line))
    const lead = start === -1 ? run : run.slice(0, start)
    const rest = start === -1 ? [] : run.slice(start)
    if (rest.length === 0 && (!open || keyLines(lead))) {
      close()
      addLines(pieces, lead)
    } else if (rest.length === 0) waiting.push(...lead)
    else if (open && goesOn(open, rest)) {
      addTo(open, [...waiting, ...lead, ...rest])
      waiting = []
    } else {
      close()
      addLines(pieces, lead)
      open = addTo({ lines: [], columns: new Set(), widths: [], numbered: new Set() }, rest)
    }
    if (side.length > 0) pieces.push({ kind: 'table', lines: side })
  }
  close()
  return pieces
}

function addLines(pieces: SheetPiece[], lines: readonly Line[]): void {
  if (lines.length > 0) pieces.push({ kind: keyLines(lines) ? 'key' : 'lines', lines })
}

/** Whether lines of one cell are a key: two or more of them, each shaded in a colour of its own. */
function keyLines(lines: readonly Line[]): boolean {
  const keys = lines.map((line) => keyOfShade(line.filled[0]?.fill ?? 'FFFFFF'))
  return lines.length > 1 && !keys.includes(null) && new Set(keys).size === keys.length
}

/** A table being gathered, and what its rows are like so far. */
type OpenLines = {
  readonly lines: Line[]
  /** columns that hold words */
  readonly columns: Set<number>
  /** how many columns its first rows take */
  readonly widths: number[]
  /** columns in which rows begin with a reference */
  readonly numbered: Set<number>
}

function addTo(open: OpenLines, lines: readonly Line[]): OpenLines {
  for (const line of lines) {
    open.lines.push(line)
    for (const cell of line.filled) open.columns.add(cell.column)
    if (open.widths.length < 100 && !isLone(line)) open.widths.push(line.taken)
    if (isNumbered(line)) open.numbered.add(line.filled[0]?.column ?? 0)
  }
  return open
}

/** Whether rows after a blank one belong to the table above: as wide as its rows, or with references where it has them. */
function goesOn(open: OpenLines, rest: readonly Line[]): boolean {
  const [first, second] = rest
  if (!first || rest.every((line) => isKeyLine(line)) || looksLikeNames(first, second)) return false
  const widest = rest.reduce((best, line) => (line.taken > best.taken ? line : best))
  if (widest.taken > median(open.widths) / 2) {
    return widest.filled.filter((cell) => open.columns.has(cell.column)).length >= widest.filled.length / 2
  }
  return isNumbered(first) && open.numbered.has(first.filled[0]?.column ?? 0)
}

function isNumbered(line: Line): boolean {
  return /^[A-Z]{0,4}[ .-]?\d{1,3}(?:\.\d{1,3})*[a-z]?[.)]?$/.test(line.filled[0]?.text ?? '')
}

function isKeyLine(line: Line): boolean {
  return (
    swatchOf(line) !== null ||
    (line.filled.length === 2 && /^(?:blue|red|amber|yellow|green|gr[ae]y|[brag])$/i.test(line.filled[0]?.text ?? ''))
  )
}

/** Whether a row looks like the names of columns: short words in each cell, set apart by their look or by what is under them. */
function looksLikeNames(line: Line, next: Line | undefined): boolean {
  const { filled } = line
  if (filled.length < 2 || filled.some(({ text }) => text.length > 60 || /^[\d\W]*$/.test(text))) return false
  const fill = filled[0]?.fill ?? null
  const looksApart =
    filled.every((cell) => cell.isBold) || (fill !== null && filled.every((cell) => cell.fill === fill))
  const nextLooksSo = next?.filled.every((cell) => cell.isBold || (fill !== null && cell.fill === fill))
  if (looksApart && !nextLooksSo) return true
  const length = (some: Line) => some.filled.reduce((sum, cell) => sum + cell.text.length, 0) / some.filled.length
  return (
    next !== undefined &&
    next.filled.length >= filled.length &&
    filled.every(({ text }) => !/\d/.test(text)) &&
    length(next) > 2 * length(line)
  )
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** Parts a run from what stands beside it: behind an empty column, in fewer than half of its rows, and under no name of its own. */
function splitSide(run: readonly Line[]): { main: Line[]; side: Line[] } {
  const whole = { main: [...run], side: [] }
  const names = run.find((line) => line.filled.length > 1)
  if (!names || run.length < 3) return whole
  const spans = run.flatMap((line) => {
    const swatch = swatchOf(line)
    return swatch ? [...line.filled, swatch] : line.filled
  })
  const gap = firstGap(spans)
  if (gap === null || names.filled.some((cell) => cell.column > gap)) return whole
  const cut = (keep: (cell: LaidCell) => boolean) => run.flatMap((line) => lineOf(line, line.cells.filter(keep)) ?? [])
  const [main, side] = [cut((cell) => cell.column < gap), cut((cell) => cell.column > gap)]
  return side.length * 2 <= main.length ? { main, side } : whole
}

/** The first column, after the second one used, that no cell reaches. */
function firstGap(cells: readonly LaidCell[]): number | null {
  const lastByColumn = new Map<number, number>()
  for (const { column, lastColumn } of cells)
    lastByColumn.set(column, Math.max(lastColumn, lastByColumn.get(column) ?? 0))
  const columns = [...lastByColumn].sort(([a], [b]) => a - b)
  let reached = columns[0]?.[1] ?? 0
  let used = 0
  for (const [column, last] of columns) {
    if (column > reached + 1 && used > 1) return reached + 1
    if (column > reached) used++
    reached = Math.max(reached, last)
  }
  return null
}

function lineOf(line: Line, cells: readonly LaidCell[]): Line | null {
  const filled = cells.filter((cell) => cell.text !== '')
  return filled.length === 0
    ? null
    : { row: line.row, cells, filled, taken: filled.length + (line.taken - line.filled.length) }
}

/** Whether a lone line inside a table is a band across it and not the end of a cell. */
export function isBand(line: Line, firstColumn: number): boolean {
  return isLone(line) && standsOut(line) && (line.filled[0]?.column ?? 0) <= firstColumn
}
