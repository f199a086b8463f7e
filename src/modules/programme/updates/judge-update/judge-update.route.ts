import { parseId } from '../../../../kernel/id.ts'
import { words } from '../../../../platform/http/form.ts'
import { type Answer, notFound, type Route, redirect, route, type Visit } from '../../../../platform/http/route.ts'
import type { World } from '../../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../../people/index.ts'
import { showUpdate } from '../write-update/write-update.route.ts'
import { judgeUpdate } from './judge-update.ts'

export function judgeUpdateRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'POST',
      url: '/updates/:pointId/verdict',
      access: may('judge-updates'),
      answer: (visit) => judge(world, visit),
    }),
  ]
}

async function judge(world: World, { visitor, params, form }: Visit<Member>): Promise<Answer> {
  const pointId = parseId<'reporting-point'>(params.pointId ?? '')
  const submissionId = parseId<'submission'>(words(form, 'submission'))
  if (!pointId || !submissionId) return notFound
  const step = words(form, 'step') === 'accept' ? 'accept' : 'send-back'
  const judged = await judgeUpdate(world, visitor, { pointId, submissionId, step, note: words(form, 'note') })
  if (judged.ok) return redirect(step === 'accept' ? '/updates?done=accepted' : '/updates?done=returned')
  switch (judged.refusal.kind) {
    case 'not-found':
      return notFound
    case 'changed-meanwhile':
    case 'plan-closed':
      return redirect(`/updates/${pointId}`)
    case 'note-missing':
      return showUpdate(world, visitor, pointId, {
        problems: [{ field: 'note', message: 'Say what is missing, so that the lead knows what to write' }],
      })
  }
}
