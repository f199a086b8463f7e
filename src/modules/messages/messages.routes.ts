import type { Route } from '../../platform/http/route.ts'
import type { World } from '../../platform/world.ts'
import type { Visitor } from '../people/index.ts'
import { changeMessageRoutes } from './change-message/change-message.route.ts'
import { listMessagesRoutes } from './list-messages/list-messages.route.ts'
import type { WaysOut } from './message-words.ts'
import { viewMessageRoutes } from './view-message/view-message.route.ts'

/** What was sent out of Trellis, for the manager. */
export function messageRoutes(world: World, waysOut: WaysOut): readonly Route<Visitor>[] {
  return [...listMessagesRoutes(world, waysOut), ...viewMessageRoutes(world), ...changeMessageRoutes(world)]
}
