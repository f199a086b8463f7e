import { parseId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { findMessage, isDemoPartnership } from '../sent-message.store.ts'
import { messageView } from './message-view.ts'
import { viewMessagePage } from './view-message.page.tsx'

export function viewMessageRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/messages/:messageId',
      access: may('keep-messages'),
      answer: (visit) => view(world, visit),
    }),
  ]
}

async function view({ db, now }: World, { visitor, params }: Visit<Member>): Promise<Answer> {
  const id = parseId<'message'>(params.messageId ?? '')
  if (!id) return notFound
  return inScope(db, visitor, async (tx) => {
    const message = await findMessage(tx, id)
    if (!message) return notFound
    return page(viewMessagePage(visitor, messageView(message, await isDemoPartnership(tx), now())))
  })
}
