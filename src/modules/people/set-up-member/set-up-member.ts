import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { insertPerson } from '../directory/insert.store.ts'
import { insertPartnership, insertPersonAccount, type PartnershipNamed } from '../people.store.ts'
import { insertRole } from '../role-grants/role-grant.store.ts'
import type { GivenRole } from '../roles.ts'
import { findAccount, openAccount } from '../sign-in/account-holders.ts'
import type { Accounts } from '../sign-in/accounts.ts'
import { findNamesakes, isSomebodys, keepEmail, type Namesake } from './namesakes.store.ts'

export type MemberRequest = {
  /** the partnership when it is there already; null makes one */
  readonly known: PartnershipNamed | null
  readonly partnership: string
  readonly area: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly role: GivenRole | null
}

export type MemberRefusal =
  | { readonly kind: 'has-a-sign-in' }
  /** people of that name without a sign-in, none or several of whom have the address */
  | { readonly kind: 'several-of-that-name'; readonly count: number }

/**
 * Gives somebody a sign-in: a person already in the directory by that name becomes the one who signs in. An account that is
 * nobody's (its making was cut short) is taken, with the new password.
 */
export async function setUpMember(
  world: World,
  accounts: Accounts,
  request: MemberRequest,
): Promise<Result<undefined, MemberRefusal>> {
  const { known, name, email, password, role } = request
  const account = await findAccount(accounts, email)
  if (account !== null && (await isSomebodys(world.db, account))) return refuse({ kind: 'has-a-sign-in' })
  const partnershipId = known?.id ?? world.newId<'partnership'>()
  const by = { partnershipId, person: { id: null, name: 'The operator' } }
  return inScope(world.db, wholePartnership(partnershipId), async (tx): Promise<Result<undefined, MemberRefusal>> => {
    const namesakes = await findNamesakes(tx, name)
    const person = chooseNamesake(namesakes, email)
    if (!person && namesakes.length > 0) return refuse({ kind: 'several-of-that-name', count: namesakes.length })
    if (!known) {
      const { partnership, area } = request
      await insertPartnership(tx, { id: partnershipId, name: partnership, area, isDemo: false, createdAt: world.now() })
    }
    const personId = person?.id ?? world.newId<'person'>()
    if (person) await keepEmail(tx, personId, email)
    else await insertPerson(tx, partnershipId, { id: personId, name, email, organisationId: null })
    await insertPersonAccount(tx, partnershipId, personId, await openAccount(accounts, { name, email, password }))
    if (role)
      await insertRole(
        tx,
        partnershipId,
        { id: world.newId<'role-grant'>(), personId, role },
        { at: world.now(), by: null, reason: 'Given with the sign-in' },
      )
    await recordChange(tx, world, by, {
      what: `gave ${name} a sign-in`,
      subject: { kind: 'person', id: personId },
      after: { email, role },
    })
    return ok()
  })
}

/** The only one of a name, or the only one of them with the address. */
function chooseNamesake(namesakes: readonly Namesake[], email: string): Namesake | undefined {
  if (namesakes.length < 2) return namesakes[0]
  const withAddress = namesakes.filter((one) => one.email?.toLowerCase() === email.toLowerCase())
  return withAddress.length === 1 ? withAddress[0] : undefined
}
