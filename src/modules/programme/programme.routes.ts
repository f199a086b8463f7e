import type { Route } from '../../platform/http/route.ts'
import type { World } from '../../platform/world.ts'
import type { Visitor } from '../people/index.ts'
import { downloadFileRoutes } from './download-file/download-file.route.ts'
import { judgeUpdateRoutes } from './judge-update/judge-update.route.ts'
import { myUpdatesRoutes } from './my-updates/my-updates.route.ts'
import { viewActionRoutes } from './view-action/view-action.route.ts'
import { viewDueRoutes } from './view-due/view-due.route.ts'
import { viewPlanRoutes } from './view-plan/view-plan.route.ts'
import { writeUpdateRoutes } from './write-update/write-update.route.ts'

export function programmeRoutes(world: World): readonly Route<Visitor>[] {
  return [
    ...viewPlanRoutes(world),
    ...viewDueRoutes(world),
    ...viewActionRoutes(world),
    ...myUpdatesRoutes(world),
    ...writeUpdateRoutes(world),
    ...judgeUpdateRoutes(world),
    ...downloadFileRoutes(world),
  ]
}
