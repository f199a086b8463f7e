import { parseId } from '../../../kernel/id.ts'
import { allWords } from '../../../platform/http/form.ts'
import { notFound, type Route, redirect, route } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { may, type Visitor } from '../../people/index.ts'
import { addNames } from './add-names.ts'

export function addNamesRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'POST',
      url: '/plans/:planId/names',
      access: may('prepare-plans'),
      answer: async ({ visitor, params, form }) => {
        const planId = parseId<'plan'>(params.planId ?? '')
        if (!planId) return notFound
        const added = await addNames(world, visitor, { planId, names: allWords(form, 'name') })
        return added.ok ? redirect(`/plans/${planId}/review?done=names#names`) : notFound
      },
    }),
  ]
}
