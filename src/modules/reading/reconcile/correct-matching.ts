import type { Comparable } from './comparable.ts'
import { compareRows, leftAlone, type MatchedPair, type Matching } from './match-documents.ts'

/** What a person says of two rows: that they are one after all, or that they are not. */
export type Correction = {
  readonly id: string
  readonly kind: 'pair' | 'unpair'
  readonly plan: string
  readonly report: string
  /** who says so, and when, in words */
  readonly by: string
}

export type CorrectedMatching = Matching & {
  /** by the plan's row, the correction that made its pair */
  readonly correctedBy: ReadonlyMap<string, Correction>
}

/**
 * Lays corrections over a matching, in the order given. Pairing two rows first takes each out of the pair it was in, so that a row never is in two;
 * what stood beside those pairs is alone again. A correction of rows that are not there, or not paired, changes nothing.
 */
export function correctMatching(
  plan: Comparable,
  report: Comparable,
  matching: Matching,
  corrections: readonly Correction[],
): CorrectedMatching {
  const planRows = new Map(plan.rows.map((row) => [row.id, row]))
  const reportRows = new Map(report.rows.map((row) => [row.id, row]))
  const correctedBy = new Map<string, Correction>()
  let pairs = matching.pairs
  for (const correction of corrections) {
    const [one, two] = [planRows.get(correction.plan), reportRows.get(correction.report)]
    if (!one || !two) continue
    if (correction.kind === 'unpair') {
      pairs = pairs.filter((pair) => pair.plan !== one.id || pair.report !== two.id)
      correctedBy.delete(one.id)
      continue
    }
    const kept = pairs.filter((pair) => !touches(pair, one.id, two.id))
    for (const pair of pairs) if (!kept.includes(pair)) correctedBy.delete(pair.plan)
    pairs = [...kept, pairByPerson(correction, compareRows(one, two))]
    correctedBy.set(one.id, correction)
  }
  const inOrder = new Map(plan.rows.map(({ id }, at) => [id, at]))
  const sorted = [...pairs].sort((a, b) => (inOrder.get(a.plan) ?? 0) - (inOrder.get(b.plan) ?? 0))
  return { pairs: sorted, ...leftAlone(plan, report, sorted), correctedBy }
}

function touches({ plan, report, alsoPlan, alsoReport }: MatchedPair, planId: string, reportId: string): boolean {
  return plan === planId || report === reportId || alsoPlan.includes(planId) || alsoReport.includes(reportId)
}

function pairByPerson(
  { plan, report, by }: Correction,
  changed: Pick<MatchedPair, 'renumbered' | 'reworded' | 'changes'>,
): MatchedPair {
  const said = { confidence: 'sure' as const, reasons: [`Paired by ${by}.`] }
  return { plan, report, ...changed, ...said, alsoPlan: [], alsoReport: [] }
}
