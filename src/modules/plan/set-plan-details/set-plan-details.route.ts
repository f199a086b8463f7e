import { parseId } from '../../../kernel/id.ts'
import { words } from '../../../platform/http/form.ts'
import { notFound, type Route, redirect, route } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { may, type Visitor } from '../../people/index.ts'
import { reviewAgain } from '../review-plan/review-plan.route.ts'
import { setPlanDetails } from './set-plan-details.ts'

export function setPlanDetailsRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'POST',
      url: '/plans/:planId/details',
      access: may('prepare-plans'),
      answer: async ({ visitor, params, form }) => {
        const planId = parseId<'plan'>(params.planId ?? '')
        if (!planId) return notFound
        const details = { title: words(form, 'title'), starts: words(form, 'starts'), ends: words(form, 'ends') }
        const set = await setPlanDetails(world, visitor, { planId, ...details })
        if (set.ok) return redirect(`/plans/${planId}/review?done=details`)
        switch (set.refusal.kind) {
          case 'not-found':
            return notFound
          case 'adopted-already':
            return redirect(`/plans/${planId}`)
          case 'problems':
            return reviewAgain(world, visitor, planId, set.refusal.problems, details)
        }
      },
    }),
  ]
}
