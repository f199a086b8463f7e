import type { ComparableRow } from './comparable.ts'
import { likeness, sharedWithEach, type Weigh, type Weighed } from './weigh-words.ts'
import { letterTriples } from './words.ts'

/** Two rows whose words have something in common. */
export type Likely = { readonly plan: number; readonly report: number; readonly text: number }

/** Below this, two texts share no more than plans always share. */
export const LEAST_TEXT = 0.25
const MOST_FOR_A_ROW = 40
/** Two English sentences about different things share this much of their letter triples. */
const CHANCE_TRIPLES = 0.35

/**
 * The pairs of rows that are worth a closer look: for each row of either document, the {@link MOST_FOR_A_ROW} most like it. `prior`
 * says how well their places fit, and decides which of many equal texts are looked at.
 */
export function findCandidates(
  plan: readonly ComparableRow[],
  report: readonly ComparableRow[],
  weigh: Weigh,
  prior: (planAt: number, reportAt: number) => number,
): readonly Likely[] {
  const plans = plan.map(({ text }) => weigh(text))
  const reports = report.map(({ text }) => weigh(text))
  const found = new Map<number, Likely>()
  const keep = (planAt: number, reportAt: number, text: number) =>
    found.set(planAt * report.length + reportAt, { plan: planAt, report: reportAt, text })
  nearest(plans, reports, prior, keep)
  nearest(
    reports,
    plans,
    (reportAt, planAt) => prior(planAt, reportAt),
    (reportAt, planAt, text) => keep(planAt, reportAt, text),
  )
  const planTriples = plan.map(({ text }) => letterTriples(text))
  const reportTriples = report.map(({ text }) => letterTriples(text))
  return [...found.values()]
    .map((each) => {
      const letters = likeLetters(planTriples[each.plan] ?? [], reportTriples[each.report] ?? [])
      return letters > each.text ? { ...each, text: letters } : each
    })
    .filter(({ text }) => text >= LEAST_TEXT)
    .sort((a, b) => a.plan - b.plan || a.report - b.report)
}

function nearest(
  from: readonly Weighed[],
  to: readonly Weighed[],
  prior: (from: number, to: number) => number,
  keep: (from: number, to: number, text: number) => void,
): void {
  const sharedBy = sharedWithEach(to)
  for (const [at, own] of from.entries()) {
    const shared = sharedBy(own)
    const near: { at: number; text: number; rank: number }[] = []
    for (const [other, weight] of shared.entries()) {
      const its = to[other]
      if (weight === 0 || !its) continue
      const text = likeness(weight, own, its)
      // Letters may still show that two words are one, misspelt: so the door is a little wider here than the floor.
      if (text >= LEAST_TEXT / 2) near.push({ at: other, text, rank: text + prior(at, other) })
    }
    near.sort((a, b) => b.rank - a.rank || a.at - b.at)
    for (const each of near.slice(0, MOST_FOR_A_ROW)) keep(at, each.at, each.text)
  }
}

/** Likeness by letters, for words misspelt, joined or cut; 0 at what chance alone gives. */
function likeLetters(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  let [one, two, both] = [0, 0, 0]
  for (let x = a[one], y = b[two]; x !== undefined && y !== undefined; x = a[one], y = b[two]) {
    if (x === y) both += 1
    if (x <= y) one += 1
    if (y <= x) two += 1
  }
  return Math.max(0, ((2 * both) / (a.length + b.length) - CHANCE_TRIPLES) / (1 - CHANCE_TRIPLES))
}
