import { type Account, account } from './account.ts'
import type { Comparable } from './comparable.ts'
import { type Matching, matchDocuments } from './match-documents.ts'

export type Reconciliation = { readonly plan: Comparable; readonly report: Comparable } & Matching & Account

/**
 * Holds a report against its plan (or any document against an earlier one): which row is which, how each ended by its own words, whether
 * the totals claimed are the totals counted, who is unaccounted for, and where the promised items went.
 */
export function reconcileDocuments(plan: Comparable, report: Comparable): Reconciliation {
  const matching = matchDocuments(plan, report)
  return { plan, report, ...matching, ...account(plan, report, matching) }
}
