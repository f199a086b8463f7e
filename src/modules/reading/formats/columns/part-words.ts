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
  const [first] = words
  const opensRow = first !== undefined && nearest(first.left, columns) === 0 && /^[^\p{Ll}]/u.test(first.text)
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]
    const isWide = !before || word.left - before.right >= measure.wide
    const at = nearest(word.left, columns)
    const known = best[at]
    const off = word.left - (columns[at]?.left ?? 0)
    if (at === 0 || !known) continue
    if (
      isWide
        ? Math.abs(off) > 2 * measure.wander
        : !mayBegin(word, off, measure, opensRow || (above?.[at] ?? []).length > 0)
    )
      continue
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

/**
 * Whether a word after a single blank may begin a column: on a line that opens a row, or under words of that column, a capital that a
 * full cell pushed to the left, or a small letter nearly in its place.
 */
function mayBegin(word: Span, off: number, { wander }: Measure, isExpected: boolean): boolean {
  if (!isExpected) return false
  return /^\p{Lu}/u.test(word.text) ? off >= -2 * wander && off <= wander : off >= -wander && off <= 1
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
