import type { Route } from '../../platform/http/route.ts'
import type { World } from '../../platform/world.ts'
import { anchorRoutes } from './anchors/anchors.route.ts'
import type { PeopleAnnouncements } from './announcements.ts'
import { bodiesRoutes } from './bodies/bodies.route.ts'
import { bringListRoutes } from './bring-list/bring-list.route.ts'
import { deputiesRoutes } from './deputies/deputies.route.ts'
import { leavingRoutes } from './leaving/leaving.route.ts'
import { organisationsRoutes } from './organisations/organisations.route.ts'
import { personsRoutes } from './persons/persons.route.ts'
import { postsRoutes } from './posts/posts.route.ts'
import { rolesRoutes } from './role-grants/roles.route.ts'
import { textMessagesRoutes } from './text-messages/text-messages.route.ts'
import type { Visitor } from './visitor.ts'

/** The directory: people, posts, organisations and bodies; and who gets the audit trail's head by mail. */
export function directoryRoutes(world: World, announce: PeopleAnnouncements): readonly Route<Visitor>[] {
  return [
    ...personsRoutes(world, announce),
    ...rolesRoutes(world),
    ...bringListRoutes(world),
    ...leavingRoutes(world, announce),
    ...postsRoutes(world, announce),
    ...organisationsRoutes(world),
    ...bodiesRoutes(world, announce),
    ...deputiesRoutes(world, announce),
    ...anchorRoutes(world),
    ...textMessagesRoutes(world),
  ]
}
