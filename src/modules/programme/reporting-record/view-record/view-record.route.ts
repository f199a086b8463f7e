import { parseId } from '../../../../kernel/id.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, route } from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import { may, type Visitor } from '../../../people/index.ts'
import { findPlan } from '../../../plan/index.ts'
import { seeRecord } from './see-record.ts'
import { viewRecordPage } from './view-record.page.tsx'

export function viewRecordRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans/:planId/reporting',
      access: may('read-whole-plans'),
      answer: async ({ visitor, params }) => {
        const planId = parseId<'plan'>(params.planId ?? '')
        if (!planId) return notFound
        return inScope(world.db, visitor, async (tx): Promise<Answer> => {
          const plan = await findPlan(tx, planId)
          if (!plan?.adoptedAt) return notFound
          const now = today(world)
          const record = await seeRecord(tx, { ...plan, adoptedAt: plan.adoptedAt }, now)
          return page(viewRecordPage(visitor, { plan, today: now, ...record }))
        })
      },
    }),
  ]
}
