import type { Route } from '../../platform/http/route.ts'
import type { World } from '../../platform/world.ts'
import type { Visitor } from '../people/index.ts'
import { erasureRoutes } from './erasure/erasure.route.ts'
import { recordRoutes } from './record/privacy.route.ts'
import { subjectAccessRoutes } from './subject-access/subject-access.route.ts'

export function privacyRoutes(world: World): readonly Route<Visitor>[] {
  return [...recordRoutes(world), ...subjectAccessRoutes(world), ...erasureRoutes(world)]
}
