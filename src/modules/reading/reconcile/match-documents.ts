import type { Comparable } from './comparable.ts'
import { type Confidence, explainPair } from './explain-pair.ts'
import { type Chosen, pairRows } from './pair-rows.ts'
import { plainRef } from './score-pairs.ts'
import { findJoins } from './splits-and-merges.ts'
import { type WordChange, wordChanges } from './word-changes.ts'
import { saysTheSame } from './words.ts'

/** One row of the plan and one of the report that tell of the same action, by their ids. */
export type MatchedPair = {
  readonly plan: string
  readonly report: string
  readonly renumbered: boolean
  readonly reworded: boolean
  /** from the plan's words to the report's; empty when they say the same */
  readonly changes: readonly WordChange[]
  readonly confidence: Confidence
  readonly reasons: readonly string[]
  /** rows besides that tell of it too: the plan's one row told in several, or several told in one */
  readonly alsoPlan: readonly string[]
  readonly alsoReport: readonly string[]
}

/** Which row is which. Every row is in one pair (or beside one), or in `planOnly` or `reportOnly`: none is lost. */
export type Matching = {
  readonly pairs: readonly MatchedPair[]
  readonly planOnly: readonly string[]
  readonly reportOnly: readonly string[]
}

/** Pairs two documents, and says of each pair what changed, how far to trust it and why. The same the other way round. */
export function matchDocuments(plan: Comparable, report: Comparable): Matching {
  const { chosen, weigh } = pairRows(plan, report)
  const joins = findJoins(plan, report, chosen, weigh)
  const besides = (pair: number, kind: 'split' | 'merge', side: Comparable) =>
    joins.filter((join) => join.pair === pair && join.kind === kind).map((join) => side.rows[join.row]?.id ?? '')
  const pairs = chosen.flatMap((each, at) => {
    const pair = pairOf(each, plan, report)
    return pair ? [{ ...pair, alsoPlan: besides(at, 'merge', plan), alsoReport: besides(at, 'split', report) }] : []
  })
  return { pairs, ...leftAlone(plan, report, pairs) }
}

/** The rows that no pair has. */
export function leftAlone(
  plan: Comparable,
  report: Comparable,
  pairs: readonly MatchedPair[],
): Pick<Matching, 'planOnly' | 'reportOnly'> {
  const planTaken = new Set(pairs.flatMap((pair) => [pair.plan, ...pair.alsoPlan]))
  const reportTaken = new Set(pairs.flatMap((pair) => [pair.report, ...pair.alsoReport]))
  return {
    planOnly: plan.rows.map(({ id }) => id).filter((id) => !planTaken.has(id)),
    reportOnly: report.rows.map(({ id }) => id).filter((id) => !reportTaken.has(id)),
  }
}

/** What may be said of two rows that are one, however it is known. */
export function compareRows(
  one: Comparable['rows'][number],
  two: Comparable['rows'][number],
): Pick<MatchedPair, 'renumbered' | 'reworded' | 'changes'> {
  const reworded = !saysTheSame(one.text, two.text)
  const [refOne, refTwo] = [plainRef(one.ref), plainRef(two.ref)]
  return {
    renumbered: refOne !== null && refTwo !== null && refOne !== refTwo,
    reworded,
    changes: reworded ? wordChanges(one.text, two.text) : [],
  }
}

function pairOf(chosen: Chosen, plan: Comparable, report: Comparable) {
  const one = plan.rows[chosen.plan]
  const two = report.rows[chosen.report]
  return one && two
    ? { plan: one.id, report: two.id, ...compareRows(one, two), ...explainPair(chosen, one, two) }
    : null
}
