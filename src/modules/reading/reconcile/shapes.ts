/** The shapes of a comparison that others handle, through the front door. */
export type { Comparable, ComparableRow } from './comparable.ts'
export type { Correction } from './correct-matching.ts'
export type { Ending } from './how-it-ended.ts'
export type { MatchedPair } from './match-documents.ts'
export type { Compared, Reconciliation } from './reconcile-documents.ts'
export type { Promised } from './trace-promises.ts'
export type { WordChange } from './word-changes.ts'
