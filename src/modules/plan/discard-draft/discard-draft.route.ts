import { parseId } from '../../../kernel/id.ts'
import { notFound, type Route, redirect, route } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { manager, type Visitor } from '../../people/index.ts'
import { discardDraft } from './discard-draft.ts'

export function discardDraftRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'POST',
      url: '/plans/:planId/discard',
      access: manager,
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
