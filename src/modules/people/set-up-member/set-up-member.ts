import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import {
  findPersonByName,
  insertPartnership,
  insertPerson,
  insertPersonAccount,
  insertRole,
  type PartnershipNamed,
} from '../people.store.ts'
import { type Accounts, ensureAccount, findAccount } from '../sign-in/accounts.ts'
import type { Role } from '../visitor.ts'

export type MemberRequest = {
  /** the partnership when it is there already; null makes one */
  readonly known: PartnershipNamed | null
  readonly partnership: string
  readonly area: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly role: Role | null
}

/** Gives somebody a sign-in: a person already in the directory by that name becomes the one who signs in. */
export async function setUpMember(
  world: World,
  accounts: Accounts,
  request: MemberRequest,
): Promise<Result<undefined, { readonly kind: 'has-a-sign-in' }>> {
  const { known, name, email, password, role } = request
  if (await findAccount(accounts, email)) return refuse({ kind: 'has-a-sign-in' })
  const accountId = await ensureAccount(accounts, { name, email, password })
  const partnershipId = known?.id ?? world.newId<'partnership'>()
  const by = { partnershipId, person: { id: null, name: 'The operator' } }
  return inScope(world.db, partnershipId, async (tx) => {
    if (!known) {
      const { partnership, area } = request
      await insertPartnership(tx, { id: partnershipId, name: partnership, area, isDemo: false, createdAt: world.now() })
    }
    const person = await findPersonByName(tx, name)
    const personId = person ?? world.newId<'person'>()
    if (!person) await insertPerson(tx, partnershipId, { id: personId, name, post: null, email, organisationId: null })
    await insertPersonAccount(tx, partnershipId, personId, accountId)
    if (role) await insertRole(tx, partnershipId, personId, role)
    await recordChange(tx, world, by, {
      what: `gave ${name} a sign-in`,
      subject: { kind: 'person', id: personId },
      after: { email, role },
    })
    return ok()
  })
}
