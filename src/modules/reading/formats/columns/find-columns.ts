import { least } from './extremes.ts'
import type { Column, Measure, Span } from './spans.ts'

/**
 * The columns of lines that belong to one table: the white between them goes on down all lines, and what stands right of it mostly
 * begins there, after a wide gap. White that only happens to run between the words of a few lines has no such beginnings.
 */
export function findColumns(lines: readonly (readonly Span[])[], measure: Measure): Column[] {
  const filled = lines.filter((words) => words.length > 0)
  if (filled.length === 0) return []
  const columns = columnsBetween(whiteOf(filled, measure), filled)
  return joinFalse(columns, filled, measure)
}

/** The stretches that hardly any line has words in. */
function whiteOf(lines: readonly (readonly Span[])[], measure: Measure): Column[] {
  const step = measure.narrow >= 2 ? 0.5 : 1
  const left = least(lines, (words) => words[0]?.left ?? 0)
  const right = lines.reduce((most, words) => Math.max(most, words.at(-1)?.right ?? 0), left)
  const size = Math.min(20_000, Math.ceil((right - left) / step) + 1)
  const changes = new Int32Array(size + 1)
  for (const words of lines) {
    let reached = -1
    for (const word of words) {
      const from = Math.max(reached, Math.floor((word.left - left) / step))
      const to = Math.min(size, Math.ceil((word.right - left) / step))
      if (to <= from || from < 0) continue
      changes[from] = (changes[from] ?? 0) + 1
      changes[to] = (changes[to] ?? 0) - 1
      reached = to
    }
  }
  const allowed = Math.floor(lines.length * measure.strays)
  const white: Column[] = []
  let over = 0
  let start = -1
  for (let at = 0; at < size; at++) {
    over += changes[at] ?? 0
    if (over <= allowed && start === -1) start = at
    if ((over > allowed || at === size - 1) && start !== -1) {
      if ((at - start) * step >= measure.narrow) white.push({ left: left + start * step, right: left + at * step })
      start = -1
    }
  }
  return white
}

function columnsBetween(white: readonly Column[], lines: readonly (readonly Span[])[]): Column[] {
  const left = least(lines, (words) => words[0]?.left ?? 0)
  const right = lines.reduce((most, words) => Math.max(most, words.at(-1)?.right ?? 0), left)
  const columns: Column[] = []
  let from = left
  for (const gap of white) {
    if (gap.left > from) columns.push({ left: from, right: gap.left })
    from = gap.right
  }
  if (right > from) columns.push({ left: from, right })
  return columns
}

/** Joins columns that the white between words has parted: their words seldom begin after a wide gap. */
function joinFalse(columns: readonly Column[], lines: readonly (readonly Span[])[], measure: Measure): Column[] {
  const begins = columns.map(() => ({ wide: 0, all: 0 }))
  for (const words of lines) {
    let at = 0
    let column = -1
    for (const [index, word] of words.entries()) {
      while (at + 1 < columns.length && (word.left + word.right) / 2 >= (columns[at + 1]?.left ?? 0)) at++
      if (at === column) continue
      column = at
      const count = begins[at]
      if (!count) continue
      const before = words[index - 1]
      count.all++
      if (!before || word.left - before.right >= measure.wide) count.wide++
    }
  }
  const kept: { left: number; right: number }[] = []
  for (const [index, column] of columns.entries()) {
    const open = kept.at(-1)
    const { wide = 0, all = 0 } = begins[index] ?? {}
    if (open && wide < 0.5 * all) open.right = column.right
    else kept.push({ ...column })
  }
  return kept
}
