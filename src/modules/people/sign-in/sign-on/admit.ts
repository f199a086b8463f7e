import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, type Tx, wholePartnership } from '../../../../platform/database/index.ts'
import { recordChange } from '../../../audit/index.ts'
import { findMember, insertPersonAccount } from '../../people.store.ts'
import { findAccount, openAccountWithoutPassword } from '../account-holders.ts'
import type { Doors } from '../doors.ts'
import { type Claims, claimed } from './claims.ts'
import { type Addressed, findByAddress, findPartnershipsOf, type Provider } from './provider.store.ts'

/**
 * Why a provider's word does not let somebody in: `not-verified`: it does not vouch for the address; `other-domain`: the address is not of a domain it
 * may speak for; `not-in-directory`: nobody, or more than one, of this partnership's directory has it, or their account is of another partnership too.
 */
export type AdmitRefusal = { readonly kind: 'not-verified' | 'other-domain' | 'not-in-directory' }

/**
 * The account that a provider's person is, known by the provider and its subject. At their first coming they are tied to the person of the
 * directory whose address the provider vouches for, with an account made for them where they have none.
 */
export async function admit(
  doors: Doors,
  provider: Provider,
  claims: Claims,
  address: string,
): Promise<Result<string, AdmitRefusal>> {
  const { world, accounts } = doors
  const { internalAdapter } = await accounts.$context
  const known = await internalAdapter.findAccountByKey({ providerId: provider.id, accountId: claims.sub })
  if (known) {
    const member = await findMember(world, known.userId)
    const isOurs = member?.partnershipId === provider.partnershipId && (await isOnlyHere(doors, provider, known.userId))
    return isOurs ? ok(known.userId) : refuse({ kind: 'not-in-directory' })
  }
  const vouched = claimed(claims, provider.domains)
  if (!vouched.ok) return vouched
  const { email } = vouched.value
  return inScope(
    world.db,
    wholePartnership(provider.partnershipId),
    async (tx): Promise<Result<string, AdmitRefusal>> => {
      const [person, another] = await findByAddress(tx, email)
      if (!person || another) return refuse({ kind: 'not-in-directory' })
      const accountId = await accountOf(tx, doors, { provider, person, email, address })
      if (accountId === null) return refuse({ kind: 'not-in-directory' })
      await internalAdapter.linkAccount({ userId: accountId, accountId: claims.sub, providerId: provider.id })
      return ok(accountId)
    },
  )
}

type Tying = {
  readonly provider: Provider
  readonly person: Addressed
  readonly email: string
  readonly address: string
}

/** Null when the account that the address has, or the person, is of another partnership. */
async function accountOf(tx: Tx, doors: Doors, { provider, person, email, address }: Tying): Promise<string | null> {
  if (person.accountId !== null) return (await isOnlyHere(doors, provider, person.accountId)) ? person.accountId : null
  const { accounts, world } = doors
  const { partnershipId } = provider
  const other = await findAccount(accounts, email)
  if (other !== null && (await findPartnershipsOf(world.db, other)).length > 0) return null
  const accountId = await openAccountWithoutPassword(accounts, { name: person.name, email })
  await insertPersonAccount(tx, partnershipId, person.id, accountId)
  await recordChange(
    tx,
    world,
    { partnershipId, person, address },
    {
      what: 'signed in through their organisation for the first time',
      subject: { kind: 'person', id: person.id },
      after: { email, organisation: provider.organisation.name },
    },
  )
  return accountId
}

/** One partnership's provider opens no account that is of another partnership besides. */
async function isOnlyHere({ world }: Doors, { partnershipId }: Provider, accountId: string): Promise<boolean> {
  return (await findPartnershipsOf(world.db, accountId)).every((each) => each === partnershipId)
}
