import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx, wholePartnership } from '../../../platform/database/index.ts'
import { readPrivateAddress } from '../../../platform/private-address.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { findPartnershipName, insertPersonAccount } from '../people.store.ts'
import { isSomebodys } from '../set-up-member/namesakes.store.ts'
import { findAccount, openAccount, openAccountWithoutPassword } from '../sign-in/account-holders.ts'
import type { Doors } from '../sign-in/doors.ts'
import { type PasswordProblem, passwordProblem } from '../sign-in/password/check-password.ts'
import { endInvitation, findInvitationByHash, type Invitation } from './invitation.store.ts'

export type Open = { readonly invitation: Invitation; readonly partnershipName: string }

/** The invitation behind a private address, while it may be taken up. */
export async function findOpenInvitation(world: World, key: string): Promise<Open | null> {
  const address = readPrivateAddress(key)
  if (!address) return null
  return inScope(world.db, wholePartnership(address.partnershipId), (tx) => openInvitation(tx, world, address.hash))
}

async function openInvitation(tx: Tx, { now }: World, hash: string): Promise<Open | null> {
  const invitation = await findInvitationByHash(tx, hash)
  if (!invitation || invitation.ended !== null) return null
  if (Temporal.Instant.compare(invitation.expiresAt, now()) <= 0) return null
  return { invitation, partnershipName: await findPartnershipName(tx) }
}

export type AcceptRefusal =
  | { readonly kind: 'over' | 'address-taken' }
  | { readonly kind: 'will-not-do'; readonly problem: PasswordProblem }

/** Takes an invitation up: the person has a sign-in from now on, with this password or, when it is null, by links alone. */
export async function acceptInvitation(
  doors: Doors,
  { key, chosen, from }: { readonly key: string; readonly chosen: string | null; readonly from: string },
): Promise<Result<{ readonly email: string }, AcceptRefusal>> {
  const { world, accounts } = doors
  const address = readPrivateAddress(key)
  const open = address && (await findOpenInvitation(world, key))
  if (!open) return refuse({ kind: 'over' })
  const { email, person } = open.invitation
  const known = [person.name, email, open.partnershipName]
  const problem = chosen === null ? null : await passwordProblem(chosen, known, doors.isCommon)
  if (problem) return refuse({ kind: 'will-not-do', problem })
  const account = await findAccount(accounts, email)
  if (account !== null && (await isSomebodys(world.db, account))) return refuse({ kind: 'address-taken' })
  return inScope(
    world.db,
    wholePartnership(address.partnershipId),
    async (tx): Promise<Result<{ email: string }, AcceptRefusal>> => {
      const { partnershipId } = address
      const at = world.now()
      const isMine = await endInvitation(tx, { partnershipId, id: open.invitation.id, at, kind: 'accepted' })
      if (!isMine) return refuse({ kind: 'over' })
      const of = { name: person.name, email }
      const accountId =
        chosen === null
          ? await openAccountWithoutPassword(accounts, of)
          : await openAccount(accounts, { ...of, password: chosen })
      await insertPersonAccount(tx, partnershipId, person.id, accountId)
      await recordChange(
        tx,
        world,
        { partnershipId, person, address: from },
        {
          what: 'took up an invitation to sign in',
          subject: { kind: 'person', id: person.id },
          after: { email },
        },
      )
      return ok({ email })
    },
  )
}
