import { parseId } from '../../../../kernel/id.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, route, type Visit } from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../../people/index.ts'
import { findMeetings } from '../../asking/calendar.store.ts'
import { forwardPlanPage } from './forward-plan.page.tsx'
import { findBodiesShown, findReportsOfBody } from './forward-plan.store.ts'
import { forwardPlanView } from './forward-plan-view.ts'

export function forwardPlanRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/bodies/:bodyId/forward-plan',
      access: may('read-plans'),
      answer: (visit) => viewForwardPlan(world, visit),
    }),
  ]
}

async function viewForwardPlan(world: World, { visitor, params }: Visit<Member>): Promise<Answer> {
  const bodyId = parseId<'body'>(params.bodyId ?? '')
  if (!bodyId) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const body = (await findBodiesShown(tx)).find(({ id }) => id === bodyId)
    if (!body) return notFound
    const now = today(world)
    const meetings = (await findMeetings(tx, [bodyId])).get(bodyId) ?? []
    const within = { from: now.subtract({ years: 1 }), to: now.add({ years: 1 }), today: now }
    const reports = await findReportsOfBody(tx, bodyId, within)
    return page(forwardPlanPage(visitor, forwardPlanView(body, meetings, reports, now)))
  })
}
