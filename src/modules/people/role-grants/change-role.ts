import type { PersonId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Tx, wholePartnership } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import { queueMessage } from '../../../platform/messages/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { findPerson, type PersonRecord } from '../directory/person.store.ts'
import { reachOf } from '../rights.ts'
import { type GivenRole, ROLE_NAMES, rolesInForce } from '../roles.ts'
import type { Member } from '../visitor.ts'
import { type Giver, mayGiveRole, mayTakeRole, type RoleHolder, type RoleRefusal } from './decide-role.ts'
import { endRole, findRolesOfNobodyElse, insertRole, lockRoles } from './role-grant.store.ts'
import { roleLetter } from './role-letter.ts'

export type RoleChange = {
  readonly what: 'given' | 'taken'
  readonly personId: PersonId
  readonly role: GivenRole
  readonly reason: string
  readonly formKey: string | null
}
export type ChangeRefusal = RoleRefusal | { readonly kind: 'not-found' } | { readonly kind: 'form-expired' }

/** Gives a role to somebody or takes it from them, at once: their next page shows it. They are told by mail. */
export async function changeRole(
  world: World,
  by: Member,
  request: RoleChange,
): Promise<Result<undefined, ChangeRefusal>> {
  const { what, personId, role, formKey } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  const reason = request.reason.trim()
  return inScope(
    world.db,
    wholePartnership(by.partnershipId),
    async (tx): Promise<Result<undefined, ChangeRefusal>> => {
      await lockRoles(tx)
      const giver = await giverNow(tx, by.person.id)
      if (!giver) return refuse({ kind: 'not-found' })
      const person = await findPerson(tx, personId)
      if (!person || person.leftOn) return refuse({ kind: 'not-found' })
      if (await useFormKey(tx, by.partnershipId, formKey, personId, world.now())) return ok()
      const holder = await holderOf(tx, person)
      const decided =
        what === 'given'
          ? mayGiveRole(giver, { role, to: holder, reason })
          : mayTakeRole(giver, { role, from: holder, reason })
      if (!decided.ok) return decided
      const doing = { at: world.now(), by: by.person.id, reason }
      if (what === 'given')
        await insertRole(tx, by.partnershipId, { id: world.newId<'role-grant'>(), personId, role }, doing)
      else await endRole(tx, personId, role, doing)
      await tell(world, tx, by, person, request)
      await recordChange(tx, world, by, {
        what: `${what === 'given' ? 'gave' : 'took'} the role of ${ROLE_NAMES[role]}`,
        subject: { kind: 'person', id: personId },
        before: { roles: person.roles },
        after: { roles: (await findPerson(tx, personId))?.roles ?? [] },
        reason,
      })
      return ok()
    },
  )
}

/** Whoever asks, with the roles they still have: somebody may have taken them meanwhile. */
async function giverNow(tx: Tx, id: PersonId): Promise<Giver | null> {
  const person = await findPerson(tx, id)
  const roles = rolesInForce(person?.roles ?? [], { isChair: false, isLead: false })
  return reachOf('give-roles', roles).length > 0 ? { id, roles } : null
}

async function holderOf(tx: Tx, { id, roles, organisation }: PersonRecord): Promise<RoleHolder> {
  return { id, roles, hasOrganisation: organisation !== null, nobodyElses: await findRolesOfNobodyElse(tx, id) }
}

/** Whoever cannot be reached by mail is told nothing; the page says so. */
async function tell(world: World, tx: Tx, by: Member, to: PersonRecord, { what, role }: RoleChange): Promise<void> {
  if (!to.email) return
  await queueMessage(tx, world, by.partnershipId, {
    key: `role/${world.newId<'role-letter'>()}`,
    channel: 'mail',
    to: to.email,
    toName: to.name,
    personId: to.id,
    purpose: 'role',
    ...roleLetter(what, {
      role,
      by: by.person.name,
      partnership: by.partnershipName,
      at: world.now(),
      origin: world.origin,
    }),
  })
}
