export { adoptPlan } from './adopt-plan/adopt-plan.ts'
export type { Announcements } from './announcements.ts'
export { planRoutes } from './plan.routes.ts'
export {
  findAction,
  findActions,
  findActionsAsAt,
  findParts,
  findPlan,
  findPlans,
  insertActions,
  insertParts,
  insertPlan,
} from './plan.store.ts'
export { type Action, type ActionContent, isAdopted, type Lead, type Part, type Plan } from './plan.ts'
export { counted, datesInWords, whenInWords } from './plan-words.ts'
export { ensureRatingScheme, findRatingScheme, type RatingRule, type RatingScheme } from './rating-scheme.store.ts'
export { findReading } from './reading.store.ts'
export { setPlanDetails } from './set-plan-details/set-plan-details.ts'
export { runReading } from './upload-document/run-reading.ts'
export { uploadDocument } from './upload-document/upload-document.ts'
