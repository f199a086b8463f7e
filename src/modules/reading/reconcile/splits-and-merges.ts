import type { Comparable, ComparableRow } from './comparable.ts'
import type { Chosen } from './pair-rows.ts'
import type { Weigh, Weighed } from './weigh-words.ts'
import { sharedWeight } from './weigh-words.ts'

/** A row left alone that tells, with a pair, one thing: the plan's row told in two, or two of its rows told in one. */
export type Join = {
  readonly kind: 'split' | 'merge'
  /** the pair that it belongs with, by its place among the chosen */
  readonly pair: number
  /** the row besides, in the report for a split and in the plan for a merge */
  readonly row: number
}

/** So much of the lone row's words must stand in the whole that it is thought to be a piece of. */
const PIECE_IN_WHOLE = 0.6
/** So much more of the whole must be told with the piece than without it. */
const ADDED_TO_WHOLE = 0.15
/** A whole has words to share out. */
const FEWEST_WORDS = 4

/** Finds splits and merges among what the pairs left over. A lone row is a piece of one whole at most: the one it tells most of. */
export function findJoins(
  plan: Comparable,
  report: Comparable,
  chosen: readonly Chosen[],
  weigh: Weigh,
): readonly Join[] {
  const plans = plan.rows.map((row) => weighRow(row, weigh))
  const reports = report.rows.map((row) => weighRow(row, weigh))
  const planTaken = new Set(chosen.map((pair) => pair.plan))
  const reportTaken = new Set(chosen.map((pair) => pair.report))
  const splits = piecesOf(
    reports,
    reportTaken,
    chosen.map((pair) => ({ whole: plans[pair.plan], told: reports[pair.report] })),
  )
  const merges = piecesOf(
    plans,
    planTaken,
    chosen.map((pair) => ({ whole: reports[pair.report], told: plans[pair.plan] })),
  )
  return [
    ...splits.map((found) => ({ kind: 'split' as const, ...found })),
    ...merges.map((found) => ({ kind: 'merge' as const, ...found })),
  ]
}

type Whole = { readonly whole: Weighed | undefined; readonly told: Weighed | undefined }

function piecesOf(
  rows: readonly Weighed[],
  taken: ReadonlySet<number>,
  wholes: readonly Whole[],
): readonly { readonly pair: number; readonly row: number }[] {
  const holders = holdersOf(wholes)
  return [...rows.entries()].flatMap(([row, piece]) => {
    if (taken.has(row) || piece.wordCount < 2) return []
    const near = new Set([...piece.features.keys()].flatMap((feature) => holders.get(feature) ?? []))
    const best = [...near]
      .map((pair) => ({ pair, row, adds: addedBy(piece, wholes[pair]) }))
      .sort((a, b) => b.adds - a.adds || a.pair - b.pair)[0]
    return best && best.adds >= ADDED_TO_WHOLE ? [{ pair: best.pair, row }] : []
  })
}

function holdersOf(wholes: readonly Whole[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>()
  for (const [pair, { whole }] of wholes.entries()) {
    for (const feature of whole?.features.keys() ?? []) holders.set(feature, [...(holders.get(feature) ?? []), pair])
  }
  return holders
}

/** How much of the whole the piece tells that its partner does not; 0 when the piece is not of this whole. */
function addedBy(piece: Weighed, of: Whole | undefined): number {
  if (!of?.whole || !of.told || of.whole.wordCount < FEWEST_WORDS) return 0
  if (sharedWeight(piece, of.whole) < PIECE_IN_WHOLE * piece.total) return 0
  let added = 0
  for (const [feature, weight] of of.whole.features) {
    if (piece.features.has(feature) && !of.told.features.has(feature)) added += weight
  }
  return added / of.whole.total
}

function weighRow({ text }: ComparableRow, weigh: Weigh): Weighed {
  return weigh(text)
}
