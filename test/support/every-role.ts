import type { OrganisationId } from '../../src/kernel/id.ts'
import { insertOrganisation } from '../../src/modules/people/index.ts'
import type { Role } from '../../src/modules/people/roles.ts'
import { inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { type SmallPartnership, type Somebody, somebody } from './partnership.ts'
import { theHouse } from './visit-house.ts'

/** Whoever may come to the pages: one of each role, one without any, and two who have a role elsewhere. */
export type Comer = Role | 'nobody yet' | 'manager elsewhere' | 'contributor elsewhere'

/**
 * One person of each role, and of no other, in a partnership; its lead is of the organisation that the contributor reports for.
 */
export async function everyRole(
  town: SmallPartnership,
  elsewhere: SmallPartnership,
): Promise<ReadonlyMap<Comer, Somebody>> {
  const [ours, others] = [await anOrganisation(town, 'Town council'), await anOrganisation(town, 'A charity')]
  const { world } = await theHouse()
  await inScope(world.db, wholePartnership(town.id), (tx) =>
    tx.updateTable('person').set({ organisation_id: ours }).where('id', '=', town.lead.member.person.id).execute(),
  )
  const one = async (role: Exclude<Role, 'chair' | 'lead'>, organisationId: OrganisationId | null = null) =>
    somebody(town, { name: `The ${role}`, role, organisationId })
  return new Map<Comer, Somebody>([
    ['administrator', await one('administrator')],
    ['manager', town.manager],
    ['analyst', await one('analyst')],
    ['chair', town.chair],
    ['member', town.viewer],
    ['lead', town.lead],
    ['contributor', await one('contributor', ours)],
    ['scrutiny', await one('scrutiny')],
    ['young-person', await one('young-person')],
    ['nobody yet', await somebody(town, { name: 'Newly Come' })],
    ['manager elsewhere', elsewhere.manager],
    ['contributor elsewhere', await one('contributor', others)],
  ])
}

async function anOrganisation(town: SmallPartnership, name: string): Promise<OrganisationId> {
  const id = newId<'organisation'>()
  const { world } = await theHouse()
  await inScope(world.db, wholePartnership(town.id), (tx) =>
    insertOrganisation(tx, town.id, { id, name, kind: 'other' }),
  )
  return id
}
