import type { Where } from '../plan-reading.ts'
import type { Comparable, ComparableRow } from './comparable.ts'
import { likeness, sharedWithEach, type Weigh, weighBy } from './weigh-words.ts'
import { plainWords, stem } from './words.ts'

/** The passage of a document that is nearest to a row of another, and what it has and has not of its words. */
export type Nearest = {
  readonly kind: 'row' | 'heading' | 'prose'
  readonly text: string
  readonly where: Where
  readonly shared: readonly string[]
  readonly missing: readonly string[]
  readonly why: string
  /** how much of the row's weight the passage has, from 0 to 1 */
  readonly share: number
}

const LONGEST_PASSAGE = 400

/** Makes a search for the passage nearest to a row among all that a document says: its rows, its headings and its prose. Nothing is skipped. */
export function searchOver(from: Comparable, next: Comparable): (row: ComparableRow) => Nearest | null {
  const passages = [
    ...next.rows.map(({ text, measure, others, where }) => ({
      kind: 'row' as const,
      text: [text, measure, ...others.map((other) => other.text)].filter((each) => each !== null).join('\n'),
      where,
    })),
    ...next.passages,
  ].flatMap(({ text, ...rest }) => text.split(/\n+|(?<=[.!?;])\s+/).map((piece) => ({ ...rest, text: piece.trim() })))
  const weigh = weighBy([...passages.map(({ text }) => text), ...from.rows.map(({ text }) => text)])
  const filled = passages.filter(({ text }) => text !== '')
  const weighed = filled.map(({ text }) => weigh(text))
  const sharedBy = sharedWithEach(weighed)
  return (row) => {
    const own = weigh(row.text)
    let best: { passage: (typeof passages)[number]; share: number; rank: number } | null = null
    for (const [at, shared] of sharedBy(own).entries()) {
      const [passage, its] = [filled[at], weighed[at]]
      if (shared === 0 || !passage || !its) continue
      const share = shared / own.total
      // Of passages that have as much of it, the one that says least besides.
      const rank = share + 0.1 * likeness(shared, own, its)
      if (rank > (best?.rank ?? 0)) best = { passage, share, rank }
    }
    return best && nearestOf(row, best.passage, best.share, weigh)
  }
}

function nearestOf(
  row: ComparableRow,
  passage: Pick<Nearest, 'kind' | 'text' | 'where'>,
  share: number,
  weigh: Weigh,
): Nearest {
  const there = weigh(passage.text).features
  const own = weigh(row.text).features
  const written = row.text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu) ?? []
  const words = [...new Map(written.map((word) => [keyOf(word), word])).values()].filter((word) => own.has(keyOf(word)))
  const shared = words.filter((word) => there.has(keyOf(word)))
  const missing = words
    .filter((word) => !there.has(keyOf(word)))
    .sort((a, b) => (own.get(keyOf(b)) ?? 0) - (own.get(keyOf(a)) ?? 0))
    .slice(0, 6)
  const text =
    passage.text.length > LONGEST_PASSAGE
      ? `${passage.text.slice(0, LONGEST_PASSAGE - 1).toWellFormed()}…`
      : passage.text
  return { ...passage, text, shared, missing, why: whyOf(shared, missing, share), share }
}

/** A word as the weights know it. */
function keyOf(word: string): string {
  return stem(plainWords(word).join(''))
}

function whyOf(shared: readonly string[], missing: readonly string[], share: number): string {
  const has = `It has ${listed(shared)}: ${Math.round(100 * share)}% of what the promise says, rare words counting most`
  return missing.length === 0 ? `${has}.` : `${has}; it does not have ${listed(missing)}.`
}

function listed(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ')
}
