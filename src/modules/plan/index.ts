export { type ActionThen, contentFrom, findAction, findActions, findActionsAsAt, lockAction } from './action.store.ts'
export { insertActions } from './action-versions.store.ts'
export { adoptPlan } from './adopt-plan/adopt-plan.ts'
export type { Announcements } from './announcements.ts'
export { findExportedPlan } from './export-plan/export-plan.ts'
export { EXPORT_FORMATS, type ExportFormat, exportFormat, writePlan } from './export-plan/write-plan.ts'
export { partTitle, trailOf } from './part-trail.ts'
export { PartWords } from './part-words.tsx'
export { findPartsShown, findPartsWithoutActions, type PartShown } from './parts-shown.store.ts'
export { passLeadGroup, passLeads, passPost, returnLeads } from './pass-leads/pass-leads.ts'
export { planRoutes } from './plan.routes.ts'
export { findParts, findPlan, findPlans, insertParts, insertPlan, lockPlan, PLANS_A_PAGE } from './plan.store.ts'
export {
  type Action,
  type ActionContent,
  isAdopted,
  type Lead,
  NOTHING_SAID,
  type Part,
  type Plan,
  tellsHowItWent,
  UNTIED,
} from './plan.ts'
export { isPresetKind, PRESET_KINDS, RATING_PRESETS } from './rating-presets.ts'
export type { RatingMeaning, RatingRule, RatingScheme, RatingShape, RecoveryFor } from './rating-scheme.ts'
export { isOffTrack, means, needsEvidence, needsRecovery, ratingRule, ratingThatMeans } from './rating-scheme.ts'
export { findDocumentName, findReading } from './reading.store.ts'
export { saidInWords } from './review-plan/said-in-words.ts'
export * from './schemes/index.ts'
export { setPlanDetails } from './set-plan-details/set-plan-details.ts'
export { runReading } from './upload-document/run-reading.ts'
export { uploadDocument } from './upload-document/upload-document.ts'
