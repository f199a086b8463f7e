import { type Account, account, type Facts, gatherFacts, tellsHowItWent } from './account.ts'
import type { Comparable } from './comparable.ts'
import { type CorrectedMatching, type Correction, correctMatching } from './correct-matching.ts'
import { type Matching, matchDocuments } from './match-documents.ts'

/** Two documents compared by the machine: what is kept, and what corrections by people are laid over. */
export type Compared = {
  readonly plan: Comparable
  readonly report: Comparable
  readonly matching: Matching
  readonly facts: Facts
}

export type Reconciliation = Pick<Compared, 'plan' | 'report'> & CorrectedMatching & Account

/**
 * Holds a report against its plan (or any document against an earlier one): which row is which, how each ended by its own words, whether
 * the totals claimed are the totals counted, who is unaccounted for, and where the promised items went.
 */
export function reconcileDocuments(plan: Comparable, report: Comparable): Reconciliation {
  return reconciliationOf(compareDocuments(plan, report), [])
}

/** The slow half: it looks at every row and every passage once. */
export function compareDocuments(plan: Comparable, report: Comparable): Compared {
  return { plan, report, matching: matchDocuments(plan, report), facts: gatherFacts(plan, report) }
}

/** The quick half: the comparison with the corrections of people laid over it, in the order they were made. */
export function reconciliationOf(
  { plan, report, matching, facts }: Compared,
  corrections: readonly Correction[],
): Reconciliation {
  const corrected = correctMatching(plan, report, matching, corrections)
  return { plan, report, ...corrected, ...account(plan, report, facts, corrected) }
}

/** Whether something in the comparison does not add up, so that somebody should look. */
export function disagrees(result: Reconciliation): boolean {
  return (
    result.claims.checked.some(({ agrees }) => !agrees) ||
    (tellsHowItWent(result.report) && result.planOnly.length + result.reportOnly.length > 0) ||
    result.unaccounted.some(({ why }) => why === 'not-reported' || why === 'not-in-the-report') ||
    result.promised.some(({ answer }) => answer !== 'taken-up') ||
    [...result.endings.values()].some(({ alsoSays }) => alsoSays.length > 0)
  )
}
