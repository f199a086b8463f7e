import { parseId } from '../../../kernel/id.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { changeMessage, type MessageChange } from './change-message.ts'

/** Taking back a message that waits, and sending one again that failed. */
export function changeMessageRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'POST',
      url: '/messages/:messageId/taking-back',
      access: may('keep-messages'),
      answer: (visit) => change(world, visit, 'take-back'),
    }),
    route({
      method: 'POST',
      url: '/messages/:messageId/sending-again',
      access: may('keep-messages'),
      answer: (visit) => change(world, visit, 'send-again'),
    }),
  ]
}

async function change(
  world: World,
  { visitor, params, form }: Visit<Member>,
  step: MessageChange['step'],
): Promise<Answer> {
  const id = parseId<'message'>(params.messageId ?? '')
  if (!id) return notFound
  const changed = await changeMessage(world, visitor, { id, step, formKey: formKey(form) })
  if (changed.ok) return redirect(`/messages/${id}?done=${step}`)
  return changed.refusal.kind === 'not-found' ? notFound : redirect(`/messages/${id}?done=not-now`)
}
