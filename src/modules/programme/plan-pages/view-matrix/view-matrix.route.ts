import { parseId } from '../../../../kernel/id.ts'
import { inScope } from '../../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, route } from '../../../../platform/http/route.ts'
import { today, type World } from '../../../../platform/world.ts'
import { may, type Visitor } from '../../../people/index.ts'
import { findPlan, findRatingScheme, isAdopted } from '../../../plan/index.ts'
import { matrixInWords, ratingMatrix } from '../../ratings/rating-matrix.ts'
import { countStandings } from '../view-plan/plan-list.store.ts'
import { viewMatrixPage } from './view-matrix.page.tsx'

export function viewMatrixRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans/:planId/matrix',
      access: may('read-whole-plans'),
      answer: async ({ visitor, params }): Promise<Answer> => {
        const planId = parseId<'plan'>(params.planId ?? '')
        if (!planId) return notFound
        return inScope(world.db, visitor, async (tx): Promise<Answer> => {
          const plan = await findPlan(tx, planId)
          if (!plan || !isAdopted(plan)) return notFound
          const scheme = await findRatingScheme(tx, plan.ratingSchemeId)
          const pairs = await countStandings(tx, planId, today(world))
          const finding = matrixInWords(scheme, pairs)
          return page(viewMatrixPage(visitor, { plan, scheme, matrix: ratingMatrix(scheme, pairs), finding }))
        })
      },
    }),
  ]
}
