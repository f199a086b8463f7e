import type { Route } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import type { Visitor } from '../../people/index.ts'
import { askComparisonRoutes } from './ask-comparison/ask-comparison.route.ts'
import { correctPairRoutes } from './correct-pair/correct-pair.route.ts'
import { viewComparisonRoutes } from './view-comparison/view-comparison.route.ts'

export function reconcileRoutes(world: World): readonly Route<Visitor>[] {
  return [...askComparisonRoutes(world), ...viewComparisonRoutes(world), ...correctPairRoutes(world)]
}
