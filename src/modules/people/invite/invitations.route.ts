import { parseId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { may } from '../access.ts'
import type { Member, Visitor } from '../visitor.ts'
import { findInvitable, findInvitations } from './invitation.store.ts'
import { invitationsPage } from './invitations.page.tsx'
import { invite, revokeInvitation } from './invite.ts'

type Problems = readonly { readonly field: string; readonly message: string }[]

export function invitationRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/invitations',
      access: may('invite-people'),
      answer: (visit) => show(world, visit, []),
    }),
    route({ method: 'POST', url: '/invitations', access: may('invite-people'), answer: (visit) => send(world, visit) }),
    route({
      method: 'POST',
      url: '/invitations/revocation',
      access: may('invite-people'),
      answer: async ({ visitor, form }) => {
        const id = parseId<'invitation'>(words(form, 'invitation'))
        const revoked = id && (await revokeInvitation(world, visitor, id))
        return redirect(revoked?.ok ? '/invitations?done=revoked' : '/invitations')
      },
    }),
  ]
}

async function show(world: World, { visitor, query, form }: Visit<Member>, problems: Problems): Promise<Answer> {
  const { invitations, invitable } = await inScope(world.db, wholePartnership(visitor.partnershipId), async (tx) => ({
    invitations: await findInvitations(tx),
    invitable: await findInvitable(tx),
  }))
  const html = invitationsPage(visitor, {
    invitations,
    invitable,
    now: world.now(),
    once: world.newId(),
    chosen: { person: words(form, 'person'), email: words(form, 'email') },
    problems,
    done: query.done ?? '',
  })
  return page(html, problems.length > 0 ? 422 : 200)
}

async function send(world: World, visit: Visit<Member>): Promise<Answer> {
  const { visitor, form } = visit
  const personId = parseId<'person'>(words(form, 'person'))
  if (!personId) return show(world, visit, [{ field: 'person', message: 'Choose who is invited' }])
  const sent = await invite(world, visitor, { personId, email: words(form, 'email'), key: formKey(form) })
  if (sent.ok) return redirect('/invitations?done=sent')
  if (sent.refusal.kind === 'no-address')
    return show(world, visit, [{ field: 'email', message: 'Enter an e-mail address, such as name@example.org' }])
  return show(world, visit, [{ field: 'person', message: 'Choose somebody of the directory who has no sign-in' }])
}
