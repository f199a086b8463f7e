import type { Where } from '../plan-reading.ts'
import type { Endings } from './check-claims.ts'
import type { Comparable, ComparableRow } from './comparable.ts'
import type { MatchedPair } from './match-documents.ts'
import { sharedWeight, shareOf, type Weigh, weighBy } from './weigh-words.ts'
import { plainWords, stem } from './words.ts'

/** Something that the first document promised to the next, and what the next has of it. */
export type Promised = {
  /** the row that promised */
  readonly row: string
  /** the words that promised */
  readonly words: string
  readonly answer: 'taken-up' | 'perhaps' | 'no-trace'
  /** the row of the next document that takes it up, or may */
  readonly takenUpBy: string | null
  /** the passage of the next document nearest to it, and why it is, or is not, the promised thing */
  readonly nearest: Nearest | null
}

export type Nearest = {
  readonly kind: 'row' | 'heading' | 'prose'
  readonly text: string
  readonly where: Where
  readonly shared: readonly string[]
  readonly missing: readonly string[]
  readonly why: string
}

/** So much of the promise's weight must stand in one passage before it may be the promised thing. */
const PERHAPS = 0.6
const FEWEST_SHARED = 3
const LONGEST_PASSAGE = 400

/**
 * Where the promised items went: for each row of the first document that says it is carried forward, the row of the next that takes it
 * up, or the passage nearest to it among all rows, headings and prose, with the reason why that is not enough.
 */
export function tracePromises(
  from: Comparable,
  next: Comparable,
  endings: Endings,
  pairs: readonly MatchedPair[],
): readonly Promised[] {
  const promised = from.rows.filter(({ id }) => endings.get(id)?.kind === 'carried-forward')
  if (promised.length === 0) return []
  const search = searchOver(from, next)
  const pairOf = new Map(pairs.map((pair) => [pair.plan, pair]))
  return promised.map((row) => {
    const words = endings.get(row.id)?.words ?? ''
    const pair = pairOf.get(row.id)
    const nearest = search(row)
    if (pair) {
      const answer = pair.confidence === 'unsure' ? ('perhaps' as const) : ('taken-up' as const)
      return { row: row.id, words, answer, takenUpBy: pair.report, nearest: nearest?.nearest ?? null }
    }
    const isPerhaps = nearest !== null && nearest.share >= PERHAPS && nearest.nearest.shared.length >= FEWEST_SHARED
    return {
      row: row.id,
      words,
      answer: isPerhaps ? ('perhaps' as const) : ('no-trace' as const),
      takenUpBy: null,
      nearest: nearest?.nearest ?? null,
    }
  })
}

type Found = { readonly share: number; readonly nearest: Nearest }

/** Looks at every passage for every promise: few promises, and nothing may be skipped. */
function searchOver(from: Comparable, next: Comparable): (row: ComparableRow) => Found | null {
  const passages = [
    ...next.rows.map(({ text, measure, where }) => ({
      kind: 'row' as const,
      text: [text, measure].filter((each) => each !== null).join('. '),
      where,
    })),
    ...next.passages,
  ].flatMap(({ text, ...rest }) => text.split(/\n+|(?<=[.!?;])\s+/).map((piece) => ({ ...rest, text: piece.trim() })))
  const weigh = weighBy([...passages.map(({ text }) => text), ...from.rows.map(({ text }) => text)])
  const weighed = passages
    .filter(({ text }) => text !== '')
    .map((passage) => ({ passage, weight: weigh(passage.text) }))
  return (row) => {
    const own = weigh(row.text)
    let best: { passage: (typeof passages)[number]; share: number; rank: number } | null = null
    for (const { passage, weight } of weighed) {
      const share = own.total === 0 ? 0 : sharedWeight(own, weight) / own.total
      const rank = share + 0.1 * (shareOf(own, weight) ?? 0)
      if (share > 0 && rank > (best?.rank ?? 0)) best = { passage, share, rank }
    }
    return best && { share: best.share, nearest: nearestOf(row, best.passage, best.share, weigh) }
  }
}

function nearestOf(
  row: ComparableRow,
  passage: Pick<Nearest, 'kind' | 'text' | 'where'>,
  share: number,
  weigh: Weigh,
): Nearest {
  const there = weigh(passage.text).features
  const words = [...new Set(plainWords(row.text))].filter((word) => weigh(row.text).features.has(stem(word)))
  const shared = words.filter((word) => there.has(stem(word)))
  const missing = words
    .filter((word) => !there.has(stem(word)))
    .sort((a, b) => (weigh(b).features.get(stem(b)) ?? 0) - (weigh(a).features.get(stem(a)) ?? 0))
    .slice(0, 6)
  const text = passage.text.length > LONGEST_PASSAGE ? `${passage.text.slice(0, LONGEST_PASSAGE - 1)}…` : passage.text
  return { ...passage, text, shared, missing, why: whyOf(shared, missing, share) }
}

function whyOf(shared: readonly string[], missing: readonly string[], share: number): string {
  const has = `It has ${listed(shared)}, ${Math.round(100 * share)}% of the promise by weight`
  return missing.length === 0 ? `${has}.` : `${has}; it does not have ${listed(missing)}.`
}

function listed(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ')
}
