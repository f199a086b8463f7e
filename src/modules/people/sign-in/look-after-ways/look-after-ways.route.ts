import { type PersonId, parseId } from '../../../../kernel/id.ts'
import { valueAt } from '../../../../kernel/value-at.ts'
import { words } from '../../../../platform/http/form.ts'
import { formKey } from '../../../../platform/http/form-key.ts'
import {
  type Answer,
  notFound,
  page,
  type Route,
  redirect,
  route,
  type Visit,
} from '../../../../platform/http/route.ts'
import { may } from '../../access.ts'
import type { Member, Visitor } from '../../visitor.ts'
import type { Doors } from '../doors.ts'
import { lookAfterWaysPage } from './look-after-ways.page.tsx'
import { findSomebodysWays, signSomebodyOut, takeFactorsAway } from './look-after-ways.ts'

type Asked = Visit<Member> & { readonly personId: PersonId }

const DONE: Readonly<Record<string, string>> = {
  out: 'They are signed out everywhere',
  away: 'Their second factor and passkeys are taken away, and they are told by mail',
}

/** Looking after somebody else's ways in. */
export function lookAfterWaysRoutes(doors: Doors): readonly Route<Visitor>[] {
  const url = '/people/:personId/ways-in'
  const at = (method: 'GET' | 'POST', place: string, answer: (asked: Asked) => Promise<Answer>) =>
    route({
      method,
      url: place,
      access: may('keep-ways-in'),
      answer: async (visit) => {
        const personId = parseId<'person'>(visit.params.personId ?? '')
        return personId ? answer({ ...visit, personId }) : notFound
      },
    })
  return [
    at('GET', url, (asked) => show(doors, asked, [])),
    at('POST', `${url}/sessions-end`, async ({ visitor, personId, form }) => {
      const done = await signSomebodyOut(doors, visitor, { personId, key: formKey(form) })
      return done.ok ? redirect(`/people/${personId}/ways-in?done=out`) : notFound
    }),
    at('POST', `${url}/factors-end`, async (asked) => {
      const { visitor, personId, form } = asked
      const reason = words(form, 'reason').slice(0, 500)
      const done = await takeFactorsAway(doors, visitor, { personId, key: formKey(form), reason })
      if (done.ok) return redirect(`/people/${personId}/ways-in?done=away`)
      if (done.refusal.kind === 'not-found') return notFound
      const message =
        done.refusal.kind === 'own' ? 'Your own are another’s to take away' : 'Say how you made sure that it is them'
      return show(doors, asked, [{ field: 'reason', message }])
    }),
  ]
}

async function show(
  doors: Doors,
  { visitor, personId, form, query }: Asked,
  problems: readonly { readonly field: string; readonly message: string }[],
): Promise<Answer> {
  const ways = await findSomebodysWays(doors, visitor, personId)
  if (!ways) return notFound
  const html = lookAfterWaysPage(visitor, {
    ways,
    isOwn: ways.accountId === visitor.accountId,
    reason: words(form, 'reason'),
    problems,
    once: doors.world.newId(),
    flash: valueAt(DONE, query.done ?? '') ?? null,
  })
  return page(html, problems.length > 0 ? 422 : 200)
}
