import { parseId } from '../../../kernel/id.ts'
import { words } from '../../../platform/http/form.ts'
import { notFound, type Route, redirect, route } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { may, type Visitor } from '../../people/index.ts'
import { refusedCorrection } from '../change-draft/refused.ts'
import { undoChange } from './undo-change.ts'

export function undoChangeRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'POST',
      url: '/plans/:planId/undo',
      access: may('prepare-plans'),
      answer: async ({ visitor, params, form }) => {
        const planId = parseId<'plan'>(params.planId ?? '')
        if (!planId) return notFound
        const undone = await undoChange(world, visitor, { planId, changeId: words(form, 'change') })
        return undone.ok ? redirect(`/plans/${planId}/review?done=undone`) : refusedCorrection(undone.refusal)
      },
    }),
  ]
}
