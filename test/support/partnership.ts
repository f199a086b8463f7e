import type { BodyId, OrganisationId, PartnershipId } from '../../src/kernel/id.ts'
import {
  type GivenRole,
  insertBody,
  insertPartnership,
  insertPerson,
  insertPersonAccount,
  insertRole,
  insertSeat,
  type Member,
  rolesInForce,
  sightOf,
} from '../../src/modules/people/index.ts'
import { inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { quickAccount } from './quick-account.ts'
import type { SignIn } from './visit.ts'
import { theHouse } from './visit-house.ts'

/** A person of a test's partnership, with a sign-in. */
export type Somebody = SignIn & { readonly member: Member }

/** One lead group with a chair, one without, and one person of each kind who comes to the pages. */
export type SmallPartnership = {
  readonly id: PartnershipId
  readonly name: string
  readonly group: BodyId
  readonly groupWithoutChair: BodyId
  readonly manager: Somebody
  readonly chair: Somebody
  readonly lead: Somebody
  readonly viewer: Somebody
}

type Names = { readonly partnership: string; readonly group: string; readonly lead: string; readonly chair: string }

const NAMES: Names = {
  partnership: 'Children’s partnership of Testing',
  group: 'Early help group',
  lead: 'Lena Lead',
  chair: 'Chris Chair',
}

/** A partnership of its own: tests that each make one do not see each other's rows. */
export async function aSmallPartnership(names: Partial<Names> = {}): Promise<SmallPartnership> {
  const { world } = await theHouse()
  const { partnership: name, group: groupName, lead, chair } = { ...NAMES, ...names }
  const id = world.newId<'partnership'>()
  const group = world.newId<'body'>()
  const groupWithoutChair = world.newId<'body'>()
  await inScope(world.db, wholePartnership(id), async (tx) => {
    await insertPartnership(tx, { id, name, area: 'Testing', isDemo: false, createdAt: world.now() })
    await insertBody(tx, id, { id: group, name: groupName, shortName: 'EHG', kind: 'lead-group' })
    await insertBody(tx, id, { id: groupWithoutChair, name: 'Youth board', shortName: null, kind: 'sub-group' })
  })
  const within = { id, name }
  return {
    id,
    name,
    group,
    groupWithoutChair,
    manager: await somebody(within, { name: 'Mina Manager', role: 'manager' }),
    chair: await somebody(within, { name: chair, chairs: group }),
    lead: await somebody(within, { name: lead, leads: true }),
    viewer: await somebody(within, { name: 'Vera Viewer', role: 'member' }),
  }
}

/** Somebody who was given an action to lead since they were made. */
export function leading({ member, ...signIn }: Somebody): Somebody {
  const roles = [...member.roles, 'lead' as const]
  return {
    ...signIn,
    member: { ...member, roles, sight: sightOf({ id: member.person.id, organisationId: null }, roles) },
  }
}

type Made = {
  readonly name: string
  readonly role?: GivenRole
  readonly chairs?: BodyId
  readonly leads?: true
  readonly organisationId?: OrganisationId | null
}

/** Somebody of a partnership, who can sign in; with no role unless told. */
export async function somebody(
  { id, name: partnershipName }: Pick<SmallPartnership, 'id' | 'name'>,
  of: Made,
): Promise<Somebody> {
  const { world, accounts } = await theHouse()
  const personId = world.newId<'person'>()
  const email = `${personId}@testing.example`
  const password = `the password of ${personId}`
  const accountId = await quickAccount(accounts, { name: of.name, email, password })
  const { role, chairs, leads, organisationId = null } = of
  await inScope(world.db, wholePartnership(id), async (tx) => {
    await insertPerson(tx, id, { id: personId, name: of.name, email, organisationId })
    await insertPersonAccount(tx, id, personId, accountId)
    if (role)
      await insertRole(
        tx,
        id,
        { id: world.newId<'role-grant'>(), personId, role },
        { at: world.now(), by: null, reason: 'They do this work' },
      )
    if (chairs) await insertSeat(tx, id, { id: world.newId<'seat'>(), bodyId: chairs, personId, seat: 'chair' })
  })
  const roles = rolesInForce(role ? [role] : [], { isChair: chairs !== undefined, isLead: leads === true })
  const member: Member = {
    kind: 'member',
    accountId,
    partnershipId: id,
    partnershipName,
    person: { id: personId, name: of.name },
    roles,
    sight: sightOf({ id: personId, organisationId }, roles),
    chairs: chairs ? [chairs] : [],
    posts: [],
    standsInFor: { people: [], posts: [] },
  }
  return { email, password, member }
}
