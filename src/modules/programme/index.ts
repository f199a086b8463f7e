<<<<<<< HEAD
export { findLedActions, haveActed } from './led-actions/led-actions.store.ts'
=======
export { askTonight, type NightTally } from './asking/ask-tonight.ts'
>>>>>>> 18c6ccd (Ask once a day, and from the command line)
export { PlanTabs } from './plan-pages/view-plan/view-plan.page.tsx'
export { makePointsOfPlan, remakePointsOfAction } from './points/keep-points.ts'
export { findPointsOfAction, type ReportingPoint } from './points/point.store.ts'
export { findStandingsAsAt, type StandingAsAt } from './points/standings-as-at.store.ts'
export { programmeRoutes } from './programme.routes.ts'
export { parseRating, ratingCounts, ratingFinding, ratingOf } from './ratings/rating-words.ts'
export { type RollUp, rollUp, WORST_FIRST } from './ratings/roll-up.ts'
export { judgeUpdate } from './updates/judge-update/judge-update.ts'
export { findSubmissionsOfPoint } from './updates/update.store.ts'
export { submitUpdate } from './updates/write-update/submit-update.ts'
