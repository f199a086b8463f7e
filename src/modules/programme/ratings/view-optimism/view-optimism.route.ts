import { parseId } from '../../../../kernel/id.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, route } from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import { may, type Visitor } from '../../../people/index.ts'
import { findPlan, isAdopted } from '../../../plan/index.ts'
import { findChosenRatings } from './chosen.store.ts'
import { listedFrom, optimismView } from './optimism-view.ts'
import { viewOptimismPage } from './view-optimism.page.tsx'

export function viewOptimismRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans/:planId/ratings-beside-facts',
      access: may('read-whole-plans'),
      answer: async ({ visitor, params, query }): Promise<Answer> => {
        const planId = parseId<'plan'>(params.planId ?? '')
        if (!planId) return notFound
        return inScope(world.db, visitor, async (tx): Promise<Answer> => {
          const plan = await findPlan(tx, planId)
          if (!plan || !isAdopted(plan)) return notFound
          const view = optimismView(plan, await findChosenRatings(tx, planId, today(world)), listedFrom(query))
          return page(viewOptimismPage(visitor, view))
        })
      },
    }),
  ]
}
