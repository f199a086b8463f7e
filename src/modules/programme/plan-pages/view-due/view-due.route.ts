import { type Day, parseDay } from '../../../../kernel/day.ts'
import { parseId } from '../../../../kernel/id.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, route, type Visit } from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../../people/index.ts'
import { findPlan, isAdopted } from '../../../plan/index.ts'
import { countUndated } from '../view-plan/plan-list.store.ts'
import { countDueByMonth, findDueIn } from './due.store.ts'
import { dueView, pageOfMonth, ROWS_PER_PAGE } from './due-view.ts'
import { viewDuePage } from './view-due.page.tsx'

export function viewDueRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans/:planId/due',
      access: may('read-whole-plans'),
      answer: (visit) => viewDue(world, visit),
    }),
  ]
}

async function viewDue(world: World, { visitor, params, query }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  if (!planId) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const plan = await findPlan(tx, planId)
    if (!plan || !isAdopted(plan)) return notFound
    const now = today(world)
    const month = monthFrom(query.month ?? '') ?? now.with({ day: 1 })
    const counts = await countDueByMonth(tx, planId, now)
    const paged = pageOfMonth(counts, month, query.page ?? '')
    const rowsOn = { from: (paged.page - 1) * ROWS_PER_PAGE, size: ROWS_PER_PAGE, today: now }
    const view = dueView({
      plan,
      today: now,
      counts,
      month,
      ...paged,
      rows: await findDueIn(tx, planId, month, rowsOn),
      undated: await countUndated(tx, planId),
    })
    return page(viewDuePage(visitor, view))
  })
}

function monthFrom(text: string): Day | null {
  return parseDay(`${text}-01`)
}
