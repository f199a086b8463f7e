import { longMoment } from '../../../kernel/day.ts'
import type { PersonId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx, wholePartnership } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import { queueMessage, withdrawMessage } from '../../../platform/messages/index.ts'
import { makePrivateAddress } from '../../../platform/private-address.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import type { Member } from '../visitor.ts'
import { endInvitation, findInvitable, findInvitation, findInvitations, insertInvitation } from './invitation.store.ts'

export const INVITATION_DAYS = 7
export type InviteRefusal = { readonly kind: 'not-invitable' | 'no-address' }

/** Invites somebody of the directory who has no sign-in. One they had before opens nothing from now on. */
export async function invite(
  world: World,
  by: Member,
  { personId, email, key }: { readonly personId: PersonId; readonly email: string; readonly key: string | null },
): Promise<Result<undefined, InviteRefusal>> {
  return inScope(
    world.db,
    wholePartnership(by.partnershipId),
    async (tx): Promise<Result<undefined, InviteRefusal>> => {
      const person = (await findInvitable(tx)).find(({ id }) => id === personId)
      if (!person) return refuse({ kind: 'not-invitable' })
      const to = email === '' ? (person.email ?? '') : email
      if (!/^\S+@\S+\.\S+$/.test(to)) return refuse({ kind: 'no-address' })
      if (key && (await useFormKey(tx, by.partnershipId, key, personId, world.now())) !== null) return ok()
      for (const former of await findInvitations(tx))
        if (former.person.id === personId && former.ended === null) await end(tx, world, by, former.id, 'sent-again')
      const { words, hash } = makePrivateAddress(by.partnershipId)
      const id = world.newId<'invitation'>()
      const expiresAt = world.now().add({ hours: 24 * INVITATION_DAYS })
      await insertInvitation(tx, world, by, { id, personId, email: to, hash, expiresAt })
      await queueMessage(tx, world, by.partnershipId, {
        key: `invitation/${id}`,
        channel: 'mail',
        to,
        toName: person.name,
        personId,
        purpose: 'invitation',
        subject: `${by.person.name} invites you to the plan of ${by.partnershipName}`,
        text: [
          `${by.person.name} invites you to sign in to Trellis, where ${by.partnershipName} keeps its plan for children and young people. Open this link to choose how you sign in:`,
          `${world.origin}/invitation?key=${words}`,
          `It works until ${longMoment(expiresAt)}. It is for you alone: do not pass it on.`,
        ].join('\n\n'),
        secret: true,
        expiresAt,
      })
      await recordChange(tx, world, by, {
        what: 'invited somebody to sign in',
        subject: { kind: 'person', id: personId },
        after: { email: to },
      })
      return ok()
    },
  )
}

/** Calls an invitation back: its link opens nothing, and its mail does not go out if it has not. */
export async function revokeInvitation(
  world: World,
  by: Member,
  id: string,
): Promise<Result<undefined, { kind: 'not-open' }>> {
  return inScope(
    world.db,
    wholePartnership(by.partnershipId),
    async (tx): Promise<Result<undefined, { kind: 'not-open' }>> => {
      const invitation = await findInvitation(tx, id)
      if (!invitation || !(await end(tx, world, by, id, 'revoked'))) return refuse({ kind: 'not-open' })
      await recordChange(tx, world, by, {
        what: 'called an invitation to sign in back',
        subject: { kind: 'person', id: invitation.person.id },
        before: { email: invitation.email },
      })
      return ok()
    },
  )
}

async function end(tx: Tx, world: World, { partnershipId }: Member, id: string, kind: 'revoked' | 'sent-again') {
  await withdrawMessage(tx, world, partnershipId, `invitation/${id}`)
  return endInvitation(tx, { partnershipId, id, at: world.now(), kind })
}
