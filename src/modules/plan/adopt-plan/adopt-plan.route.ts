import { parseId } from '../../../kernel/id.ts'
import { notFound, type Route, redirect, route } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { may, type Visitor } from '../../people/index.ts'
import type { Announcements } from '../announcements.ts'
import { reviewAgain } from '../review-plan/review-plan.route.ts'
import { adoptPlan } from './adopt-plan.ts'

export function adoptPlanRoutes(world: World, announce: Announcements): readonly Route<Visitor>[] {
  return [
    route({
      method: 'POST',
      url: '/plans/:planId/adoption',
      access: may('adopt-plans'),
      answer: async ({ visitor, params }) => {
        const planId = parseId<'plan'>(params.planId ?? '')
        if (!planId) return notFound
        const adopted = await adoptPlan(world, visitor, announce, planId)
        if (adopted.ok) return redirect(`/plans/${planId}?done=adopted`)
        switch (adopted.refusal.kind) {
          case 'not-found':
            return notFound
          case 'period-missing':
            return reviewAgain(world, visitor, planId, [
              { field: 'starts', message: 'Set the first and the last day of the plan before adopting it' },
            ])
          case 'no-actions':
            return reviewAgain(world, visitor, planId, [
              { field: 'actions', message: 'There is no action to adopt. Read a document that has some' },
            ])
        }
      },
    }),
  ]
}
