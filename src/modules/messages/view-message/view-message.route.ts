import { parseId } from '../../../kernel/id.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { inScope } from '../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { findMessage, isDemoPartnership } from '../sent-message.store.ts'
import { messageView } from './message-view.ts'
import { viewMessagePage } from './view-message.page.tsx'

const FLASHES: Readonly<Record<string, string>> = {
  'take-back': 'The message is taken back',
  'send-again': 'The message goes out again, as a message of its own',
  'not-now': 'Nothing was changed: the message went, or ended, meanwhile',
}

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

async function view({ db, now, newId }: World, { visitor, params, query }: Visit<Member>): Promise<Answer> {
  const id = parseId<'message'>(params.messageId ?? '')
  if (!id) return notFound
  return inScope(db, visitor, async (tx) => {
    const message = await findMessage(tx, id)
    if (!message) return notFound
    const seen = messageView(message, await isDemoPartnership(tx), now())
    const around = { id, once: newId(), flash: valueAt(FLASHES, query.done ?? '') ?? null }
    return page(viewMessagePage(visitor, seen, around))
  })
}
