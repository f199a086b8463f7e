import { parseId } from '../../../kernel/id.ts'
import { allWords } from '../../../platform/http/form.ts'
import { notFound, type Route, redirect, route } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { may, type Visitor } from '../../people/index.ts'
import { tieNames } from './tie-names.ts'

export function tieNamesRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'POST',
      url: '/plans/:planId/ties',
      access: may('prepare-plans'),
      answer: async ({ visitor, params, form }) => {
        const planId = parseId<'plan'>(params.planId ?? '')
        if (!planId) return notFound
        const request = { planId, tie: allWords(form, 'tie'), untie: allWords(form, 'untie') }
        const done = await tieNames(world, visitor, request)
        return done.ok ? redirect(`/plans/${planId}/review?done=ties#names`) : notFound
      },
    }),
  ]
}
