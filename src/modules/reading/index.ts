export type { Block, Cell, TableBlock, TableRow } from './blocks.ts'
export { markFormula } from './layout/formula-mark.ts'
export { type LayoutDocument, layoutDocument } from './layout/layout-document.ts'
export { type LayoutSheet, layoutSheet } from './layout/layout-sheet.ts'
export { outlinePlan, type WritableAction, type WritablePlan } from './layout/outline-plan.ts'
export { planAsJson } from './layout/plan-json.ts'
export { findGroups, readLeads, withoutTitle } from './leads/read-leads.ts'
export { type LintAction, type LintInput, type LintPart, lintPlan } from './lint/lint-plan.ts'
export { type ColourSeen, cellsOf, findColours } from './plan/find-colours.ts'
export { nameOfShade } from './plan/shade-name.ts'
export type * from './plan-reading.ts'
export { type Document, type ReadingProgress, readDocument, type WholeReading } from './read-document.ts'
export { type ReadingLimits, readInChild, readWholeInChild, rereadInChild } from './read-in-child.ts'
export { NO_RECIPE, type Recipe, tableSignature } from './recipe.ts'
export { comparableFrom } from './reconcile/comparable.ts'
export { compareInChild } from './reconcile/compare-in-child.ts'
export { reconcileDocuments, reconciliationOf } from './reconcile/reconcile-documents.ts'
export { reconciliationJson } from './reconcile/reconciliation-json.ts'
export {
  DISPOSAL_NAMES,
  disagrees,
  headline,
  nameOfDocument,
  nameOfRow,
  sidesOf,
  unaccountedNames,
} from './reconcile/reconciliation-words.ts'
export type * from './reconcile/shapes.ts'
export { likenessOf } from './reconcile/words.ts'
export type { ReadingRefusal, RefusalKind } from './refusal.ts'
export { checkStatement, findSmallNumbers } from './statements/check-statement.ts'
export type { StatementContext, StatementQuestion } from './statements/statement.ts'
export { type ColumnSeen, findTables, type TableSeen } from './tables/find-tables.ts'
export { datesInWords, readTimescale, timescaleReader, whenInWords } from './timescale/read-timescale.ts'
