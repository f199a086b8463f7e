import { type Column, columnOf, type Measure, type Span } from './spans.ts'

/**
 * A line's words under their columns.
 *
 * @param above  the words of the line above, under their columns
 */
export function partWords<Word extends Span>(
  words: readonly Word[],
  columns: readonly Column[],
  measure: Measure,
  above: readonly (readonly Word[])[] | null,
): Word[][] {
  return measure.wander > 0 ? partByStarts(words, columns, measure, above) : partByPlace(words, columns, measure)
}

/** Words that run on over the gap stay with the words before them, unless they begin a column. */
function partByPlace<Word extends Span>(
  words: readonly Word[],
  columns: readonly Column[],
  measure: Measure,
): Word[][] {
  const parted: Word[][] = columns.map(() => [])
  let current = -1
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]
    const own = columnOf(word, columns)
    const runsOn = before !== undefined && word.left - before.right < measure.wide
    const begins = Math.abs(word.left - (columns[own]?.left ?? 0)) <= measure.near
    const overGap = before !== undefined && (columns[own]?.left ?? 0) - before.right > 0
    current = own <= current || (runsOn && !begins && !overGap) ? Math.max(current, 0) : own
    parted[current]?.push(word)
  }
  return parted
}

/**
 * Where starts wander, each column begins with the word that stands nearest to its usual start. A wide gap before a word speaks for
 * it; after a single blank, which a full cell pushes to the right of its neighbour, a capital does.
 */
function partByStarts<Word extends Span>(
  words: readonly Word[],
  columns: readonly Column[],
  measure: Measure,
  above: readonly (readonly Word[])[] | null,
): Word[][] {
  const best = columns.map(() => ({ at: -1, cost: Number.POSITIVE_INFINITY }))
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]
    const isWide = !before || word.left - before.right >= measure.wide
    const at = nearest(word.left, columns)
    const known = best[at]
    const off = word.left - (columns[at]?.left ?? 0)
    if (at === 0 || !known) continue
    if (isWide ? Math.abs(off) > 2 * measure.wander : !mayBegin(word, off, measure, above?.[at] ?? [])) continue
    const cost = (off < 0 ? -0.6 * off : off) + (isWide ? 0 : /^\p{Lu}/u.test(word.text) ? 0.5 : 2.5)
    if (cost < known.cost) Object.assign(known, { at: index, cost })
  }
  return fill(
    words,
    columns,
    best.map(({ at }) => at),
    measure,
  )
}

/** Whether a word after a single blank may begin a column: a capital pushed to the left, or the next line of a cell in its place. */
function mayBegin(word: Span, off: number, { wander }: Measure, above: readonly Span[]): boolean {
  if (/^\p{Lu}/u.test(word.text)) return off >= -2 * wander && off <= wander
  return Math.abs(off) <= 1 && above.length > 0
}

function nearest(left: number, columns: readonly Column[]): number {
  let best = 0
  for (const [at, column] of columns.entries()) {
    if (Math.abs(left - column.left) < Math.abs(left - (columns[best]?.left ?? 0))) best = at
  }
  return best
}

function fill<Word extends Span>(
  words: readonly Word[],
  columns: readonly Column[],
  starts: readonly number[],
  measure: Measure,
): Word[][] {
  const parted: Word[][] = columns.map(() => [])
  let current = 0
  for (const [index, word] of words.entries()) {
    const begun = starts.indexOf(index)
    const before = words[index - 1]
    const isApart = !before || word.left - before.right >= measure.wide
    if (begun > current) current = begun
    else if (begun === -1 && isApart)
      current = Math.max(
        current,
        columns.findLastIndex((column) => column.left <= word.left),
        0,
      )
    parted[current]?.push(word)
  }
  return parted
}
