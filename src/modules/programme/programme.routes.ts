import type { Route } from '../../platform/http/route.ts'
import type { World } from '../../platform/world.ts'
import type { Visitor } from '../people/index.ts'
import { calendarRoutes } from './asking/keep-calendar/keep-calendar.route.ts'
import { askingRoutes } from './asking/set-asking-rules/set-asking-rules.route.ts'
import { keepFeedsRoutes } from './calendar-feeds/keep-feeds/keep-feeds.route.ts'
import { readFeedRoutes } from './calendar-feeds/read-feed/read-feed.route.ts'
import { downloadFileRoutes } from './evidence/download-file/download-file.route.ts'
import { viewMovementRoutes } from './movement/view-movement/view-movement.route.ts'
import { listPeriodsRoutes } from './periods/list-periods/list-periods.route.ts'
import { viewPeriodRoutes } from './periods/view-period/view-period.route.ts'
import { viewActionRoutes } from './plan-pages/view-action/view-action.route.ts'
import { viewDueRoutes } from './plan-pages/view-due/view-due.route.ts'
import { viewMatrixRoutes } from './plan-pages/view-matrix/view-matrix.route.ts'
import { viewPlanRoutes } from './plan-pages/view-plan/view-plan.route.ts'
import { forwardPlanRoutes } from './planner/forward-plan/forward-plan.route.ts'
import { plannerRoutes } from './planner/view-planner/planner.route.ts'
import { chooseSchemeRoutes } from './ratings/choose-scheme/choose-scheme.route.ts'
import { makeSchemeRoutes } from './ratings/make-scheme/make-scheme.route.ts'
import { viewOptimismRoutes } from './ratings/view-optimism/view-optimism.route.ts'
import { viewRecordRoutes } from './reporting-record/view-record/view-record.route.ts'
import { downloadRequestsRoutes } from './updates/bulk/download-requests/download-requests.route.ts'
import { uploadAnswersRoutes } from './updates/bulk/upload-answers/upload-answers.route.ts'
import { byLinkRoutes } from './updates/by-link/by-link.route.ts'
import { judgeUpdateRoutes } from './updates/judge-update/judge-update.route.ts'
import { myUpdatesRoutes } from './updates/my-updates/my-updates.route.ts'
import { writeUpdateRoutes } from './updates/write-update/write-update.route.ts'
import { stepsRoutes } from './waiting/keep-steps/steps.route.ts'
import { chainsRoutes } from './waiting/view-chains/view-chains.route.ts'
import { disposeActionRoutes } from './year-end/dispose-action/dispose-action.route.ts'
import { yearEndRoutes } from './year-end/year-end.route.ts'

export function programmeRoutes(world: World): readonly Route<Visitor>[] {
  return [
    ...viewPlanRoutes(world),
    ...viewDueRoutes(world),
    ...plannerRoutes(world),
    ...forwardPlanRoutes(world),
    ...keepFeedsRoutes(world),
    ...readFeedRoutes(world),
    ...askingRoutes(world),
    ...calendarRoutes(world),
    ...viewActionRoutes(world),
    ...stepsRoutes(world),
    ...chainsRoutes(world),
    ...myUpdatesRoutes(world),
    ...downloadRequestsRoutes(world),
    ...uploadAnswersRoutes(world),
    ...writeUpdateRoutes(world),
    ...chooseSchemeRoutes(world),
    ...makeSchemeRoutes(world),
    ...viewMatrixRoutes(world),
    ...viewOptimismRoutes(world),
    ...byLinkRoutes(world),
    ...judgeUpdateRoutes(world),
    ...downloadFileRoutes(world),
    ...listPeriodsRoutes(world),
    ...viewPeriodRoutes(world),
    ...viewMovementRoutes(world),
    ...viewRecordRoutes(world),
    ...yearEndRoutes(world),
    ...disposeActionRoutes(world),
  ]
}
