import type { Endings } from './check-claims.ts'
import type { Comparable } from './comparable.ts'
import type { MatchedPair } from './match-documents.ts'
import { type Nearest, searchOver } from './nearest-passage.ts'

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

/** A promise and the passage nearest to it, whichever row is which. */
export type PromiseMade = Pick<Promised, 'row' | 'words' | 'nearest'>

/** So much of the promise's weight must stand in one passage before it may be the promised thing. */
const PERHAPS = 0.6
const FEWEST_SHARED = 3

/** The rows of the first document that say they are carried forward, each with the passage of the next that is nearest to it. */
export function findPromises(from: Comparable, next: Comparable, endings: Endings): readonly PromiseMade[] {
  const promised = from.rows.filter(({ id }) => endings.get(id)?.kind === 'carried-forward')
  if (promised.length === 0) return []
  const search = searchOver(from, next)
  return promised.map((row) => ({ row: row.id, words: endings.get(row.id)?.words ?? '', nearest: search(row) }))
}

/**
 * Where the promised items went: the row of the next document that takes each up, or else the passage nearest to it, with the reason why
 * that is not enough.
 */
export function tracePromises(promises: readonly PromiseMade[], pairs: readonly MatchedPair[]): readonly Promised[] {
  const pairOf = new Map(pairs.flatMap((pair) => [pair.plan, ...pair.alsoPlan].map((id) => [id, pair])))
  return promises.map((promise) => {
    const pair = pairOf.get(promise.row)
    if (pair) {
      const answer = pair.confidence === 'unsure' ? ('perhaps' as const) : ('taken-up' as const)
      return { ...promise, answer, takenUpBy: pair.report }
    }
    const { nearest } = promise
    const isPerhaps = nearest !== null && nearest.share >= PERHAPS && nearest.shared.length >= FEWEST_SHARED
    return { ...promise, answer: isPerhaps ? ('perhaps' as const) : ('no-trace' as const), takenUpBy: null }
  })
}
