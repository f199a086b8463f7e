import type { BodyId, OrganisationId, PartnershipId, PersonId, PostId } from '../../src/kernel/id.ts'
import { recordChange } from '../../src/modules/audit/index.ts'
import {
  endOrganisation,
  insertBody,
  insertHolding,
  insertOrganisation,
  insertPartnership,
  insertPerson,
  insertPersonAccount,
  insertPost,
  insertRole,
  insertSeat,
} from '../../src/modules/people/index.ts'
import { inScope, type Tx, wholePartnership } from '../../src/platform/database/index.ts'
import { today, type World } from '../../src/platform/world.ts'
import {
  type BodyKey,
  demoAccounts,
  demoBodies,
  demoEnded,
  demoOrganisations,
  demoPartnership,
  demoPeople,
  demoVacancy,
  type OrganisationKey,
  type PersonKey,
} from '../borough.ts'
import type { Town } from './as-person.ts'

/** The partnership, its organisations, people and bodies, in one transaction. */
export async function seedTown(world: World): Promise<Town> {
  const partnershipId = world.newId<'partnership'>()
  return inScope(world.db, wholePartnership(partnershipId), async (tx) => {
    await insertPartnership(tx, { id: partnershipId, ...demoPartnership, isDemo: true, createdAt: world.now() })
    const organisations = new Map<OrganisationKey, OrganisationId>()
    for (const [key, { name, kind }] of entriesOf(demoOrganisations)) {
      const id = world.newId<'organisation'>()
      organisations.set(key, id)
      await insertOrganisation(tx, partnershipId, { id, name, kind })
    }
    await seedEndedOrganisation(world, tx, partnershipId, organisations)
    const people = new Map<PersonKey, PersonId>()
    const posts = new Map<PersonKey, PostId>()
    for (const [key, { organisation, post, ...person }] of demoPeople) {
      const [id, postId] = [world.newId<'person'>(), world.newId<'post'>()]
      const organisationId = organisations.get(organisation) ?? null
      people.set(key, id)
      posts.set(key, postId)
      await insertPerson(tx, partnershipId, { id, ...person, organisationId })
      await insertPost(tx, partnershipId, { id: postId, name: post, organisationId, bodyId: null })
      await insertHolding(tx, partnershipId, { id: world.newId<'holding'>(), postId, personId: id })
    }
    await insertPost(tx, partnershipId, {
      id: world.newId<'post'>(),
      name: demoVacancy.name,
      organisationId: organisations.get(demoVacancy.organisation) ?? null,
      bodyId: null,
    })
    const bodies = new Map<BodyKey, BodyId>()
    for (const [key, { name, shortName, kind, chair, members }] of entriesOf(demoBodies)) {
      const bodyId = world.newId<'body'>()
      bodies.set(key, bodyId)
      await insertBody(tx, partnershipId, { id: bodyId, name, shortName, kind })
      for (const person of [chair, ...members]) {
        const personId = people.get(person)
        const seat = person === chair ? 'chair' : 'member'
        if (personId) await insertSeat(tx, partnershipId, { id: world.newId<'seat'>(), bodyId, personId, seat })
      }
    }
    for (const { person, role } of demoAccounts) {
      const personId = people.get(person)
      if (personId && role)
        await insertRole(
          tx,
          partnershipId,
          { id: world.newId<'role-grant'>(), personId, role },
          { at: world.now(), by: null, reason: 'Set up with the demo' },
        )
    }
    const by = { partnershipId, person: { id: null, name: 'Trellis' } }
    await recordChange(tx, world, by, {
      what: 'made the demo partnership',
      subject: { kind: 'partnership', id: partnershipId },
    })
    return { partnershipId, people, bodies, posts }
  })
}

/** An organisation that merged into another before the story begins. */
async function seedEndedOrganisation(
  world: World,
  tx: Tx,
  partnershipId: PartnershipId,
  organisations: ReadonlyMap<OrganisationKey, OrganisationId>,
): Promise<void> {
  const { organisation, successor, monthsBefore } = demoEnded
  const id = world.newId<'organisation'>()
  await insertOrganisation(tx, partnershipId, { id, ...organisation })
  const endedOn = today(world).subtract({ months: monthsBefore })
  await endOrganisation(tx, { id, endedOn, successorId: organisations.get(successor) ?? null })
}

/** Ties the sign-ins to their people, all at once: from now on the demo can be entered. */
export async function linkAccounts(
  world: World,
  { partnershipId, people }: Town,
  accounts: readonly { readonly key: PersonKey; readonly accountId: string }[],
): Promise<void> {
  await inScope(world.db, wholePartnership(partnershipId), async (tx) => {
    for (const { key, accountId } of accounts) {
      const personId = people.get(key)
      if (personId) await insertPersonAccount(tx, partnershipId, personId, accountId)
    }
  })
}

function entriesOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][]
}
