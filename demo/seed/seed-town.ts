import type { BodyId, OrganisationId, PersonId } from '../../src/kernel/id.ts'
import { recordChange } from '../../src/modules/audit/index.ts'
import {
  insertBody,
  insertOrganisation,
  insertPartnership,
  insertPerson,
  insertPersonAccount,
  insertRole,
  insertSeat,
} from '../../src/modules/people/index.ts'
import { inScope } from '../../src/platform/database/index.ts'
import type { World } from '../../src/platform/world.ts'
import {
  type BodyKey,
  demoAccounts,
  demoBodies,
  demoOrganisations,
  demoPartnership,
  demoPeople,
  type OrganisationKey,
  type PersonKey,
} from '../borough.ts'
import type { Town } from './as-person.ts'

/** The partnership, its organisations, people and bodies, in one transaction. */
export async function seedTown(world: World): Promise<Town> {
  const partnershipId = world.newId<'partnership'>()
  return inScope(world.db, partnershipId, async (tx) => {
    await insertPartnership(tx, { id: partnershipId, ...demoPartnership, isDemo: true, createdAt: world.now() })
    const organisations = new Map<OrganisationKey, OrganisationId>()
    for (const [key, { name, sector }] of entriesOf(demoOrganisations)) {
      const id = world.newId<'organisation'>()
      organisations.set(key, id)
      await insertOrganisation(tx, partnershipId, { id, name, sector })
    }
    const people = new Map<PersonKey, PersonId>()
    for (const [key, { organisation, ...person }] of demoPeople) {
      const id = world.newId<'person'>()
      people.set(key, id)
      await insertPerson(tx, partnershipId, { id, ...person, organisationId: organisations.get(organisation) ?? null })
    }
    const bodies = new Map<BodyKey, BodyId>()
    for (const [key, { name, shortName, kind, chair, members }] of entriesOf(demoBodies)) {
      const bodyId = world.newId<'body'>()
      bodies.set(key, bodyId)
      await insertBody(tx, partnershipId, { id: bodyId, name, shortName, kind })
      for (const person of [chair, ...members]) {
        const personId = people.get(person)
        const seat = person === chair ? 'chair' : 'member'
        if (personId) await insertSeat(tx, partnershipId, { bodyId, personId, seat })
      }
    }
    for (const { person, role } of demoAccounts) {
      const personId = people.get(person)
      if (personId && role) await insertRole(tx, partnershipId, personId, role)
    }
    const by = { partnershipId, person: { id: null, name: 'Trellis' } }
    await recordChange(tx, world, by, {
      what: 'made the demo partnership',
      subject: { kind: 'partnership', id: partnershipId },
    })
    return { partnershipId, people, bodies }
  })
}

/** Ties the sign-ins to their people, all at once: from now on the demo can be entered. */
export async function linkAccounts(
  world: World,
  { partnershipId, people }: Town,
  accounts: readonly { readonly key: PersonKey; readonly accountId: string }[],
): Promise<void> {
  await inScope(world.db, partnershipId, async (tx) => {
    for (const { key, accountId } of accounts) {
      const personId = people.get(key)
      if (personId) await insertPersonAccount(tx, partnershipId, personId, accountId)
    }
  })
}

function entriesOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][]
}
