import { parseId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { notFound, page, type Route, redirect, route } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { may, type Visitor } from '../../people/index.ts'
import { findActions } from '../action.store.ts'
import { findPlan } from '../plan.store.ts'
import { isAdopted } from '../plan.ts'
import { discardDraftPage } from './discard-draft.page.tsx'
import { discardDraft } from './discard-draft.ts'

export function discardDraftRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/plans/:planId/discard',
      access: may('prepare-plans'),
      answer: async ({ visitor, params }) => {
        const planId = parseId<'plan'>(params.planId ?? '')
        if (!planId) return notFound
        return inScope(world.db, visitor, async (tx) => {
          const plan = await findPlan(tx, planId)
          if (!plan) return notFound
          if (isAdopted(plan)) return redirect(`/plans/${planId}`)
          return page(discardDraftPage(visitor, plan, (await findActions(tx, planId)).length))
        })
      },
    }),
    route({
      method: 'POST',
      url: '/plans/:planId/discard',
      access: may('prepare-plans'),
      answer: async ({ visitor, params }) => {
        const planId = parseId<'plan'>(params.planId ?? '')
        if (!planId) return notFound
        const discarded = await discardDraft(world, visitor, planId)
        if (discarded.ok) return redirect('/plans?done=discarded')
        return discarded.refusal.kind === 'not-found' ? notFound : redirect(`/plans/${planId}`)
      },
    }),
  ]
}
