import type { Route } from '../../platform/http/route.ts'
import type { World } from '../../platform/world.ts'
import type { Visitor } from '../people/index.ts'
import { addActionRoutes } from './add-action/add-action.route.ts'
import { addInYearRoutes } from './add-in-year/add-in-year.route.ts'
import { addNamesRoutes } from './add-names/add-names.route.ts'
import { adoptPlanRoutes } from './adopt-plan/adopt-plan.route.ts'
import type { Announcements } from './announcements.ts'
import { answerQuestionsRoutes } from './answer-questions/answer-questions.route.ts'
import { changeActionRoutes } from './change-action/change-action.route.ts'
import { correctRowRoutes } from './correct-row/correct-row.route.ts'
import { discardDraftRoutes } from './discard-draft/discard-draft.route.ts'
import { editPartsRoutes } from './edit-parts/edit-parts.route.ts'
import { exportPlanRoutes } from './export-plan/export-plan.route.ts'
import { listRecipesRoutes } from './keep-recipe/list-recipes.route.ts'
import { listPlansRoutes } from './list-plans/list-plans.route.ts'
import { readAgainRoutes } from './read-again/read-again.route.ts'
import { reconcileRoutes } from './reconcile/reconcile.routes.ts'
import { reviewPlanRoutes } from './review-plan/review-plan.route.ts'
import { setPlanDetailsRoutes } from './set-plan-details/set-plan-details.route.ts'
import { tellColoursRoutes } from './tell-colours/tell-colours.route.ts'
import { tellColumnsRoutes } from './tell-columns/tell-columns.route.ts'
import { leadNamesRoutes } from './tie-leads/lead-names.route.ts'
import { tieNamesRoutes } from './tie-names/tie-names.route.ts'
import { undoChangeRoutes } from './undo-change/undo-change.route.ts'
import { uploadDocumentRoutes } from './upload-document/upload-document.route.ts'
import { watchReadingRoutes } from './watch-reading/watch-reading.route.ts'

export function planRoutes(world: World, announce: Announcements): readonly Route<Visitor>[] {
  return [
    ...listPlansRoutes(world),
    ...uploadDocumentRoutes(world),
    ...readAgainRoutes(world),
    ...watchReadingRoutes(world),
    ...reviewPlanRoutes(world),
    ...answerQuestionsRoutes(world),
    ...addActionRoutes(world),
    ...correctRowRoutes(world),
    ...undoChangeRoutes(world),
    ...reconcileRoutes(world),
    ...tellColumnsRoutes(world),
    ...tellColoursRoutes(world),
    ...editPartsRoutes(world),
    ...listRecipesRoutes(world),
    ...setPlanDetailsRoutes(world),
    ...addNamesRoutes(world),
    ...tieNamesRoutes(world),
    ...leadNamesRoutes(world),
    ...changeActionRoutes(world, announce),
    ...addInYearRoutes(world, announce),
    ...discardDraftRoutes(world),
    ...adoptPlanRoutes(world, announce),
    ...exportPlanRoutes(world),
  ]
}
