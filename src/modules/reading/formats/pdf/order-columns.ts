import { least, most } from '../columns/extremes.ts'
import { findColumns } from '../columns/find-columns.ts'
import { type Column, columnOf, type Measure } from '../columns/spans.ts'
import { gatherLines, type Line, textOfLine } from './gather-lines.ts'

/** Fewer lines than this are no columns of text. */
const FEWEST = 6
/** Columns of text are at least so many letters wide. */
const NARROWEST = 18

/** Text that is set in two or three columns, column by column; other text as it stands. */
export function orderColumns(lines: readonly Line[], measure: Measure): (readonly Line[])[] {
  if (lines.length < FEWEST) return [lines]
  const width = most(lines, (line) => line.right) - least(lines, (line) => line.left)
  const isWhole = (line: Line) => line.right - line.left > 0.6 * width && !hasGap(line, measure.wide)
  const parted = lines.filter((line) => !isWhole(line))
  if (parted.length < FEWEST) return [lines]
  const columns = findColumns(
    parted.map((line) => line.words),
    { ...measure, narrow: measure.wide },
  )
  if (columns.length < 2 || columns.length > 3 || !columns.every((column) => isText(parted, column))) return [lines]
  const pieces: (readonly Line[])[] = []
  let run: Line[] = []
  const close = () => {
    const words = run.flatMap((line) => line.words)
    for (const index of columns.keys()) {
      const own = gatherLines(words.filter((word) => columnOf(word, columns) === index))
      if (own.length > 0) pieces.push(own)
    }
    run = []
  }
  for (const line of lines) {
    if (!isWhole(line)) run.push(line)
    else {
      close()
      pieces.push([line])
    }
  }
  close()
  return pieces
}

function hasGap(line: Line, wide: number): boolean {
  return line.words.some((word, index) => word.left - (line.words[index - 1]?.right ?? word.left) >= wide)
}

function isText(lines: readonly Line[], column: Column): boolean {
  const texts = lines.flatMap((line) => {
    const words = line.words.filter((word) => word.left >= column.left - 1 && word.right <= column.right + 1)
    return words.length === 0 ? [] : [textOfLine(words)]
  })
  const letters = texts.reduce((sum, text) => sum + text.length, 0)
  return texts.length >= FEWEST - 1 && letters >= NARROWEST * texts.length
}
