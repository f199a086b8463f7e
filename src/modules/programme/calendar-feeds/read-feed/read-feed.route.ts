import { parseId } from '../../../../kernel/id.ts'
import { sha256 } from '../../../../kernel/sha256.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { type Answer, notFound, type Route, route } from '../../../../platform/http/route.ts'
import type { World } from '../../../../platform/world.ts'
import { anybody, type Member, may, type Visitor } from '../../../people/index.ts'
import type { CalendarOf } from '../calendar-feed.store.ts'
import { makeCalendar } from '../make-calendar.ts'
import { readFeed } from './read-feed.ts'

/** An hour: a program that asks more often is given what it had. */
const KEPT_SECONDS = 60 * 60

/** A calendar by its private address, for a program that signs in nowhere; and to take away once, for whoever is signed in. */
export function readFeedRoutes(world: World): readonly Route<Visitor>[] {
  const once = (url: string, ofParams: (params: Readonly<Record<string, string>>) => CalendarOf | null) =>
    route({
      method: 'GET',
      url,
      access: may('read-plans'),
      isCostly: true,
      answer: async ({ visitor, params }) => {
        const of = ofParams(params)
        return of ? takeAway(world, visitor, of) : notFound
      },
    })
  return [
    route({
      method: 'GET',
      url: '/feeds/:words/trellis.ics',
      access: anybody,
      isByAddress: true,
      isCostly: true,
      answer: async ({ params }) => {
        const content = await readFeed(world, params.words ?? '')
        return content ? { ...fileOf(content), kept: { seconds: KEPT_SECONDS, tag: `"${sha256(content)}"` } } : notFound
      },
    }),
    once('/calendar-feeds/own.ics', () => ({ kind: 'own' })),
    once('/plans/:planId/calendar.ics', ({ planId = '' }) => {
      const id = parseId<'plan'>(planId)
      return id && { kind: 'plan', id }
    }),
    once('/bodies/:bodyId/calendar.ics', ({ bodyId = '' }) => {
      const id = parseId<'body'>(bodyId)
      return id && { kind: 'body', id }
    }),
  ]
}

async function takeAway(world: World, visitor: Member, of: CalendarOf): Promise<Answer> {
  const content = await inScope(world.db, visitor, (tx) => makeCalendar(world, tx, visitor, of))
  return content ? fileOf(content) : notFound
}

function fileOf(content: Uint8Array) {
  return { kind: 'file', name: 'trellis.ics', type: 'text/calendar; charset=utf-8', content } as const
}
