import type { BodyId, OrganisationId, PersonId, PostId } from '../../src/kernel/id.ts'
import { insertList } from '../../src/modules/people/bring-list/directory-list.store.ts'
import { insertDeputy } from '../../src/modules/people/deputies/deputy.store.ts'
import {
  insertBody,
  insertHolding,
  insertOrganisation,
  insertPerson,
  insertPersonAccount,
  insertPost,
  insertSeat,
} from '../../src/modules/people/index.ts'
import { inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { today } from '../../src/platform/world.ts'
import type { SmallPartnership } from '../support/partnership.ts'
import { theHouse } from '../support/visit-house.ts'
import { type Case, EVERYONE } from './access-cases.ts'

export type DirectoryRecords = {
  readonly person: PersonId
  /** somebody with a sign-in, whose ways in nobody needs */
  readonly signer: PersonId
  readonly post: PostId
  readonly holding: string
  readonly deputy: string
  readonly organisation: OrganisationId
  readonly body: BodyId
  readonly seat: string
  readonly list: string
}

/** One of each thing the directory holds, named like no other. */
export async function directoryRecords({ id: partnershipId, manager }: SmallPartnership): Promise<DirectoryRecords> {
  const { world, accounts } = await theHouse()
  const ids = {
    person: newId<'person'>(),
    signer: newId<'person'>(),
    post: newId<'post'>(),
    holding: newId<'holding'>(),
    deputy: newId<'deputy'>(),
    organisation: newId<'organisation'>(),
    body: newId<'body'>(),
    seat: newId<'seat'>(),
    list: newId<'directory-list'>(),
  }
  const deputy = newId<'person'>()
  const { internalAdapter } = await accounts.$context
  const signer = { name: `Somebody ${ids.signer}`, email: `${ids.signer}@testing.example` }
  const account = await internalAdapter.createUser({ ...signer, emailVerified: true }, { method: 'admin' })
  await inScope(world.db, wholePartnership(partnershipId), async (tx) => {
    const { person, post, organisation, body } = ids
    const at = { organisationId: organisation, bodyId: null }
    await insertOrganisation(tx, partnershipId, { id: organisation, name: `Trust ${organisation}`, kind: 'charity' })
    for (const id of [person, deputy])
      await insertPerson(tx, partnershipId, { id, name: `Somebody ${id}`, email: null, organisationId: organisation })
    await insertPerson(tx, partnershipId, { id: ids.signer, ...signer, organisationId: null })
    await insertPersonAccount(tx, partnershipId, ids.signer, account.id)
    await insertPost(tx, partnershipId, { id: post, name: `Post ${post}`, ...at })
    await insertHolding(tx, partnershipId, { id: ids.holding, postId: post, personId: person })
    await insertBody(tx, partnershipId, { id: body, name: `Group ${body}`, shortName: null, kind: 'sub-group' })
    await insertSeat(tx, partnershipId, { id: ids.seat, bodyId: body, personId: person, seat: 'member' })
    const handedIn = { by: manager.member.person.id, now: world.now() }
    await insertList(tx, partnershipId, { id: ids.list, name: 'people.csv', rows: [], unused: [], ...handedIn })
    const days = { starts: today(world), endsBefore: null }
    await insertDeputy(tx, partnershipId, { id: ids.deputy, of: { kind: 'post', id: post }, personId: deputy, ...days })
  })
  return ids
}

/** Requests of the directory: everybody reads it, the manager changes it. */
export function directoryCases(of: DirectoryRecords): readonly Case[] {
  const once = newId()
  const read = (route: string, url: string): Case => ({ route: `GET ${route}`, url, mayUse: EVERYONE })
  const ask = (route: string, url: string): Case => ({ route: `GET ${route}`, url, mayUse: ['manager'] })
  const change = (route: string, url: string, fields: Record<string, string>): Case => ({
    route: `POST ${route}`,
    url,
    fields: { once, ...fields },
    mayUse: ['manager'],
  })
  const person = `/people/${of.person}`
  const post = `/posts/${of.post}`
  const organisation = `/organisations/${of.organisation}`
  const body = `/bodies/${of.body}`
  const today = '2014-10-15'
  return [
    ...['/people', '/posts', '/organisations', '/bodies'].flatMap((url) => [
      read(url, url),
      ask(`${url}/new`, `${url}/new`),
    ]),
    read('/roles', '/roles'),
    ask('/people/:personId/roles', `${person}/roles`),
    change('/people/:personId/roles', `${person}/roles`, { role: '' }),
    change('/people/:personId/roles/taking', `${person}/roles/taking`, { taken: '' }),
    ask('/directory-lists/new', '/directory-lists/new'),
    ask('/directory-lists/template', '/directory-lists/template'),
    ask('/directory-lists/:listId', `/directory-lists/${of.list}`),
    change('/directory-lists', '/directory-lists', {}),
    change('/directory-lists/:listId/done', `/directory-lists/${of.list}/done`, { mark: '' }),
    ask('/lead-names', '/lead-names'),
    change('/lead-names', '/lead-names', {}),
    change('/lead-names/undo', '/lead-names/undo', { change: '' }),
    read('/people/:personId', person),
    read('/posts/:postId', post),
    read('/organisations/:organisationId', organisation),
    read('/bodies/:bodyId', body),
    ask('/people/:personId/ways-in', `/people/${of.signer}/ways-in`),
    change('/people/:personId/ways-in/sessions-end', `/people/${of.signer}/ways-in/sessions-end`, {}),
    change('/people/:personId/ways-in/factors-end', `/people/${of.signer}/ways-in/factors-end`, { reason: '' }),
    ask('/people/:personId/change', `${person}/change`),
    ask('/people/:personId/text-messages', `${person}/text-messages`),
    ask('/posts/:postId/change', `${post}/change`),
    ask('/organisations/:organisationId/change', `${organisation}/change`),
    ask('/bodies/:bodyId/change', `${body}/change`),
    ask('/people/:personId/leaving', `${person}/leaving`),
    ask('/posts/:postId/ending', `${post}/ending`),
    ask('/organisations/:organisationId/ending', `${organisation}/ending`),
    ask('/organisations/:organisationId/single-sign-on', `${organisation}/single-sign-on`),
    ask('/bodies/:bodyId/ending', `${body}/ending`),
    change('/people', '/people', { name: '' }),
    change('/posts', '/posts', { name: '' }),
    change('/organisations', '/organisations', { name: '' }),
    change('/bodies', '/bodies', { name: '' }),
    change('/people/:personId/change', `${person}/change`, { name: `Somebody ${of.person}` }),
    change('/people/:personId/text-messages', `${person}/text-messages`, { mobile: '' }),
    change('/people/:personId/text-messages/end', `${person}/text-messages/end`, {}),
    change('/posts/:postId/change', `${post}/change`, { name: `Post ${of.post}` }),
    change('/organisations/:organisationId/change', `${organisation}/change`, { name: '', kind: '' }),
    change('/organisations/:organisationId/single-sign-on', `${organisation}/single-sign-on`, { issuer: '' }),
    change('/organisations/:organisationId/single-sign-on/end', `${organisation}/single-sign-on/end`, {}),
    change('/bodies/:bodyId/change', `${body}/change`, { name: '', kind: '' }),
    change('/people/:personId/deputies', `${person}/deputies`, { deputy: '' }),
    change('/posts/:postId/deputies', `${post}/deputies`, { deputy: '' }),
    change('/posts/:postId/holders', `${post}/holders`, { holder: '' }),
    change('/posts/:postId/holdings/:holdingId/end', `${post}/holdings/${of.holding}/end`, {}),
    change('/deputies/:deputyId/end', `/deputies/${of.deputy}/end`, {}),
    change('/bodies/:bodyId/seats', `${body}/seats`, { person: '' }),
    change('/bodies/:bodyId/seats/:seatId/end', `${body}/seats/${of.seat}/end`, {}),
    change('/posts/:postId/ending', `${post}/ending`, { endedOn: '' }),
    change('/organisations/:organisationId/ending', `${organisation}/ending`, { endedOn: today }),
    change('/bodies/:bodyId/ending', `${body}/ending`, { endedOn: today }),
    change('/people/:personId/leaving', `${person}/leaving`, { leftOn: today, empty: `post-${of.holding}` }),
    change('/people/:personId/return', `${person}/return`, {}),
  ]
}
