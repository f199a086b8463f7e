import { inScope } from '../../../platform/database/index.ts'
import { type Answer, page, type Route, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import type { WaysOut } from '../message-words.ts'
import { countMessages, findMessages, findPurposes } from '../sent-message.store.ts'
import { listMessagesPage } from './list-messages.page.tsx'
import { messageQuery, statesOf } from './message-query.ts'

export const MESSAGES_PER_PAGE = 50

export function listMessagesRoutes(world: World, waysOut: WaysOut): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/messages',
      access: may('keep-messages'),
      answer: (visit) => list(world, waysOut, visit),
    }),
  ]
}

async function list({ db, now }: World, waysOut: WaysOut, { visitor, query: asked }: Visit<Member>): Promise<Answer> {
  const query = messageQuery(asked)
  const { words, purpose } = query
  const wanted = /^[1-9]\d{0,6}$/.test(asked.page ?? '') ? Number(asked.page) : 1
  const filter = { words: words || null, purpose: purpose || null, states: statesOf(query) }
  return inScope(db, visitor, async (tx) => {
    const rowsOf = (number: number) => ({ from: (number - 1) * MESSAGES_PER_PAGE, size: MESSAGES_PER_PAGE })
    const first = await findMessages(tx, filter, rowsOf(wanted))
    const pages = Math.max(1, Math.ceil(first.found / MESSAGES_PER_PAGE))
    const number = Math.min(wanted, pages)
    const { messages } = number === wanted ? first : await findMessages(tx, filter, rowsOf(number))
    return page(
      listMessagesPage(visitor, {
        query,
        messages,
        found: first.found,
        page: number,
        pages,
        counts: await countMessages(tx),
        purposes: await findPurposes(tx),
        waysOut,
        now: now(),
      }),
    )
  })
}
