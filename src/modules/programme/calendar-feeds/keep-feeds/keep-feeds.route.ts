import { parseId } from '../../../../kernel/id.ts'
import type { Result } from '../../../../kernel/result.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { words } from '../../../../platform/http/form.ts'
import { formKey } from '../../../../platform/http/form-key.ts'
import {
  type Answer,
  notFound,
  page,
  type Route,
  redirect,
  route,
  type Visit,
} from '../../../../platform/http/route.ts'
import type { World } from '../../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../../people/index.ts'
import { findBodiesShown } from '../../planner/forward-plan/forward-plan.store.ts'
import { type CalendarOf, findFeedsOf } from '../calendar-feed.store.ts'
import { findCalendarPlans } from './calendar-plans.store.ts'
import { feedsPage } from './keep-feeds.page.tsx'
import { endFeed, type FeedMade, type FeedRefusal, MOST_FEEDS, makeFeed } from './keep-feeds.ts'

type Shown = { readonly made?: FeedMade; readonly problem?: string; readonly isRevoked?: boolean }

/** Somebody's own calendar addresses: made, shown once, renewed, revoked. */
export function keepFeedsRoutes(world: World): readonly Route<Visitor>[] {
  const access = may('read-plans')
  const end = (step: 'revoke' | 'renew') => async (visit: Visit<Member>) => {
    const id = parseId<'calendar-feed'>(visit.params.feedId ?? '')
    if (!id) return notFound
    const ended = await endFeed(world, visit.visitor, id, { step, formKey: formKey(visit.form) })
    if (ended.ok && step === 'revoke') return redirect('/calendar-feeds?done=revoked')
    return answerTo(world, visit.visitor, ended)
  }
  return [
    route({
      method: 'GET',
      url: '/calendar-feeds',
      access,
      answer: ({ visitor, query }) => show(world, visitor, { isRevoked: query.done === 'revoked' }),
    }),
    route({
      method: 'POST',
      url: '/calendar-feeds',
      access,
      answer: async ({ visitor, form }) => {
        const of = calendarFrom(words(form, 'of'))
        if (!of) return show(world, visitor, { problem: 'Choose what the calendar is of' })
        return answerTo(world, visitor, await makeFeed(world, visitor, of, formKey(form)))
      },
    }),
    route({ method: 'POST', url: '/calendar-feeds/:feedId/renewal', access, answer: end('renew') }),
    route({ method: 'POST', url: '/calendar-feeds/:feedId/revocation', access, answer: end('revoke') }),
  ]
}

async function answerTo(world: World, visitor: Member, made: Result<FeedMade, FeedRefusal>): Promise<Answer> {
  if (made.ok) return show(world, visitor, { made: made.value })
  switch (made.refusal.kind) {
    case 'not-found':
      return notFound
    case 'form-expired':
      return show(world, visitor, { problem: 'The page was open for too long. Choose again' })
    case 'too-many':
      return show(world, visitor, { problem: `You have ${MOST_FEEDS} addresses. Revoke one you do not use first` })
  }
}

/** Reads `own`, `body:ID` or `plan:ID`. */
function calendarFrom(text: string): CalendarOf | null {
  const [kind, of = ''] = text.split(':')
  if (text === 'own') return { kind: 'own' }
  const body = parseId<'body'>(of)
  if (kind === 'body' && body) return { kind, id: body }
  const plan = parseId<'plan'>(of)
  return kind === 'plan' && plan ? { kind, id: plan } : null
}

async function show(world: World, visitor: Member, shown: Shown): Promise<Answer> {
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const html = feedsPage(visitor, {
      once: world.newId(),
      feeds: await findFeedsOf(tx, visitor.person.id),
      bodies: await findBodiesShown(tx),
      plans: await findCalendarPlans(tx),
      made: shown.made ?? null,
      problem: shown.problem ?? null,
      isRevoked: shown.isRevoked ?? false,
    })
    return page(html, shown.problem ? 422 : 200)
  })
}
