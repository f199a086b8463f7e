import type { PersonId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import { queueMessage } from '../../../../platform/messages/index.ts'
import { recordChange } from '../../../audit/index.ts'
import { findPerson } from '../../directory/person.store.ts'
import type { Member } from '../../visitor.ts'
import { findStanding, type Standing } from '../account/standing.ts'
import { tellDoor } from '../door-log.ts'
import type { Doors } from '../doors.ts'
import { findPartnershipsOf } from '../sign-on/provider.store.ts'
import { countSessions, deleteFactors, deleteSessions } from './account-ways.store.ts'

/** Somebody's ways in, as whoever keeps the partnership's sees them. */
export type SomebodysWays = {
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly accountId: string
  readonly standing: Standing
  readonly sessions: number
}

/** Null for whoever has no sign-in, is of another partnership, or signs in to another one too. */
export async function findSomebodysWays(doors: Doors, by: Member, personId: PersonId): Promise<SomebodysWays | null> {
  const { world, accounts, pool } = doors
  const person = await inScope(world.db, wholePartnership(by.partnershipId), (tx) => findPerson(tx, personId))
  if (!person?.accountId) return null
  const { id, name, accountId } = person
  if ((await findPartnershipsOf(world.db, accountId)).some((each) => each !== by.partnershipId)) return null
  const [standing, sessions] = await Promise.all([findStanding(accounts, accountId), countSessions(pool, accountId)])
  return { person: { id, name }, accountId, standing, sessions }
}

export type WaysRefusal = { readonly kind: 'not-found' | 'own' | 'no-reason' }

type Asked = { readonly personId: PersonId; readonly key: string | null }

/** Signs somebody out everywhere: a phone was lost, or somebody else may be in. */
export async function signSomebodyOut(doors: Doors, by: Member, asked: Asked): Promise<Result<undefined, WaysRefusal>> {
  const ways = await findSomebodysWays(doors, by, asked.personId)
  if (!ways) return refuse({ kind: 'not-found' })
  await deleteSessions(doors.pool, ways.accountId)
  await record(doors, by, { ...asked, ways, what: 'signed somebody out everywhere', reason: null })
  return ok()
}

/**
 * Takes somebody's second factor and passkeys away, who lost them and has no recovery code: they come in by a password or a link, and are led to set up anew what
 * is demanded. Whoever does it says how they made sure who asks; the person is told by mail. Nobody does it for themselves, or a session that was left open could.
 */
export async function takeFactorsAway(
  doors: Doors,
  by: Member,
  asked: Asked & { readonly reason: string },
): Promise<Result<undefined, WaysRefusal>> {
  const ways = await findSomebodysWays(doors, by, asked.personId)
  if (!ways) return refuse({ kind: 'not-found' })
  if (ways.accountId === by.accountId) return refuse({ kind: 'own' })
  if (asked.reason === '') return refuse({ kind: 'no-reason' })
  await deleteFactors(doors.pool, ways.accountId)
  await record(doors, by, { ...asked, ways, what: 'took somebody’s second factor and passkeys away' })
  return ok()
}

type Recorded = Asked & { readonly ways: SomebodysWays; readonly what: string; readonly reason: string | null }

async function record(doors: Doors, by: Member, { ways, what, reason, key, personId }: Recorded): Promise<void> {
  const { world } = doors
  const { partnershipId, partnershipName } = by
  const { standing, accountId, person, sessions } = ways
  tellDoor(doors, { address: by.address ?? '' }, reason === null ? 'sessions ended' : 'way in changed', {
    account: accountId,
    what,
  })
  await inScope(world.db, wholePartnership(partnershipId), async (tx) => {
    if (key && (await useFormKey(tx, partnershipId, key, personId, world.now())) !== null) return
    await recordChange(tx, world, by, {
      what,
      subject: { kind: 'person', id: personId },
      before: { sessions, secondFactor: standing.hasSecondFactor, passkeys: standing.passkeys.length },
      ...(reason !== null && { reason }),
    })
    if (reason === null) return
    await queueMessage(tx, world, partnershipId, {
      key: `factors-away/${world.newId()}`,
      channel: 'mail',
      to: standing.email,
      toName: person.name,
      personId,
      purpose: 'sign-in',
      subject: 'Your second factor for Trellis was taken away',
      text: [
        `${by.person.name} took away the second factor and the passkeys by which you sign in to the plan of ${partnershipName}, and signed you out everywhere. Sign in by a link in a mail or your password, and set them up anew under “Your account”:`,
        `${world.origin}/account`,
        'If you did not ask for it, tell them at once.',
      ].join('\n\n'),
    })
  })
}
