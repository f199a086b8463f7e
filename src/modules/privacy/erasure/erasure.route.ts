import { type PersonId, parseId } from '../../../kernel/id.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { erasePerson, previewErasure } from './erase-person.ts'
import { erasurePage, stillHerePage } from './erasure.page.tsx'
import type { ErasureReason } from './erasure.store.ts'

export function erasureRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/people/:personId/erasure',
      access: may('keep-personal-data'),
      answer: async (visit) => {
        const personId = parseId<'person'>(visit.params.personId ?? '')
        return personId ? show(world, visit, personId) : notFound
      },
    }),
    route({
      method: 'POST',
      url: '/people/:personId/erasure',
      access: may('keep-personal-data'),
      answer: (visit) => eraseNow(world, visit),
    }),
  ]
}

async function show(
  world: World,
  { visitor, form }: Visit<Member>,
  personId: PersonId,
  problems: readonly { readonly field: string; readonly message: string }[] = [],
): Promise<Answer> {
  const seen = await previewErasure(world, visitor, personId)
  if (seen.ok) {
    const view = { preview: seen.value, reason: words(form, 'reason'), problems, once: world.newId() }
    return page(erasurePage(visitor, view), problems.length > 0 ? 422 : 200)
  }
  return seen.refusal.kind === 'still-here' ? page(stillHerePage(visitor, seen.refusal.person)) : notFound
}

async function eraseNow(world: World, visit: Visit<Member>): Promise<Answer> {
  const { visitor, params, form } = visit
  const personId = parseId<'person'>(params.personId ?? '')
  if (!personId) return notFound
  const reason = parseReason(words(form, 'reason'))
  const isSure = words(form, 'sure') === 'yes'
  const erased = await erasePerson(world, visitor, { personId, reason, isSure, formKey: formKey(form) })
  if (erased.ok) return redirect(`/people/${personId}?done=erased`)
  const { kind } = erased.refusal
  if (kind === 'not-found') return notFound
  return show(world, visit, personId, [
    ...(kind === 'form-expired' ? [{ field: 'reason', message: 'This form was open too long: send it again' }] : []),
    ...(kind === 'no-reason' ? [{ field: 'reason', message: 'Say why they are erased' }] : []),
    ...(isSure ? [] : [{ field: 'sure', message: 'Say that you are sure' }]),
  ])
}

function parseReason(text: string): ErasureReason | null {
  return text === 'asked' || text === 'not-needed' || text === 'wrongly-kept' ? text : null
}
