import { assign } from './assign.ts'
import type { Comparable } from './comparable.ts'
import { findCandidates } from './find-candidates.ts'
import { type Places, placesAtFirst, placesByAnchors } from './place-and-order.ts'
import { FLOOR, type Likeness, scorePairs, WEIGHTS } from './score-pairs.ts'
import { type Weigh, weighBy } from './weigh-words.ts'

/** A pair as chosen, beside the best that either of its rows could have had instead. */
export type Chosen = Likeness & { readonly nextBest: Likeness | null }

export type Paired = { readonly chosen: readonly Chosen[]; readonly weigh: Weigh }

/** An anchor's texts are at least so alike, and so much more alike than any other's. */
const ANCHOR_TEXT = 0.6
const ANCHOR_LEAD = 0.15

/**
 * Pairs the rows of two documents by their words, their place in the tree and their order, as one assignment over the whole: first
 * by words with a loose sense of order, then again, with places and order reckoned from the pairs that are beyond doubt.
 *
 * @returns the pairs in the order of the plan; positions are those of the rows in each document
 */
export function pairRows(plan: Comparable, report: Comparable): Paired {
  const weigh = weighBy([...plan.rows, ...report.rows].map(({ text }) => text))
  const first = placesAtFirst(plan.rows, report.rows)
  const early = scoresBy(plan, report, weigh, first)
  const anchors = choose(plan, report, early).filter(isAnchor)
  const places = placesByAnchors(plan.rows, report.rows, anchors)
  return { chosen: choose(plan, report, scoresBy(plan, report, weigh, places)), weigh }
}

function scoresBy(plan: Comparable, report: Comparable, weigh: Weigh, places: Places): readonly Likeness[] {
  const prior = (planAt: number, reportAt: number) =>
    WEIGHTS.place * (places.place(planAt, reportAt) ?? 0.5) +
    WEIGHTS.order * places.orderliness * places.order(planAt, reportAt)
  return scorePairs(plan, report, weigh, places, findCandidates(plan.rows, report.rows, weigh, prior))
}

function choose(plan: Comparable, report: Comparable, scores: readonly Likeness[]): readonly Chosen[] {
  const able = scores.filter(({ score }) => score > FLOOR)
  const candidates = able.map((each) => ({ left: each.plan, right: each.report, worth: each.score - FLOOR }))
  const chosen = assign(plan.rows.length, report.rows.length, candidates)
  const byPlan = Map.groupBy(scores, (each) => each.plan)
  const byReport = Map.groupBy(scores, (each) => each.report)
  return [...chosen].flatMap((at) => {
    const pair = able[at]
    if (!pair) return []
    const others = [...(byPlan.get(pair.plan) ?? []), ...(byReport.get(pair.report) ?? [])]
      .filter((other) => other !== pair)
      .sort((a, b) => b.score - a.score)
    return [{ ...pair, nextBest: others[0] ?? null }]
  })
}

function isAnchor({ text, nextBest }: Chosen): boolean {
  return text >= ANCHOR_TEXT && text - (nextBest?.text ?? 0) >= ANCHOR_LEAD
}
