import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { type Fields, send, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { wordsOf } from '../../../../test/support/visit-words.ts'
import type { PersonId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findHoldings, findSeats } from '../directory/holding.store.ts'
import { findChairs, insertHolding, insertPost } from '../index.ts'

describe('a leaving undone', () => {
  const inTown = async <T>(of: SmallPartnership, work: Parameters<typeof inScope<T>>[2]) =>
    inScope((await theHouse()).world.db, wholePartnership(of.id), work)
  const leaves = (of: SmallPartnership, who: PersonId, fields: Fields = {}) =>
    send(of.manager, `/people/${who}/leaving`, { once: newId(), leftOn: '2014-10-15', toAll: '', ...fields })
  const idOf = (who: 'chair' | 'lead' | 'viewer', of: SmallPartnership) => of[who].member.person.id

  test('undoing a leaving gives a post that was filled since a second holder only where that is said', async () => {
    const here = await aSmallPartnership()
    const post = newId<'post'>()
    await inTown(here, async (tx) => {
      await insertPost(tx, here.id, { id: post, name: 'Head of play', organisationId: null, bodyId: null })
      await insertHolding(tx, here.id, { id: newId<'holding'>(), postId: post, personId: idOf('lead', here) })
    })
    const holding = await inTown(here, (tx) => findHoldings(tx, { postId: post }))
    await leaves(here, idOf('lead', here), { empty: `post-${holding[0]?.id}` })
    const take = { once: newId(), holder: 'Vera Viewer', from: '2014-10-15' }
    assert.equal((await send(here.manager, `/posts/${post}/holders`, take)).status, 303)
    const back = (fields: Fields) =>
      send(here.manager, `/people/${idOf('lead', here)}/return`, { once: newId(), ...fields })
    const asked = await back({})
    assert.equal(asked.status, 422)
    assert.match(wordsOf(asked.html), /Filled since they left: Head of play, by Vera Viewer.*Both hold it from now on/)
    assert.match(wordsOf((await visit(here.manager, `/posts/${post}`)).html), /Held by Vera Viewer Leads/)
    assert.equal((await back({ shares: 'yes' })).status, 303)
    assert.match(wordsOf((await visit(here.manager, `/posts/${post}`)).html), /Held by Lena Lead, Vera Viewer Leads/)
  })

  test('undoing a leaving says who chairs the body since', async () => {
    const here = await aSmallPartnership()
    const [seat] = await inTown(here, (tx) => findSeats(tx, { bodyId: here.group }))
    await leaves(here, idOf('chair', here), { empty: `seat-${seat?.id}` })
    const given = { once: newId(), person: 'Vera Viewer', seat: 'chair', from: '2014-10-15' }
    assert.equal((await send(here.manager, `/bodies/${here.group}/seats`, given)).status, 303)
    const asked = await send(here.manager, `/people/${idOf('chair', here)}/return`, { once: newId() })
    assert.match(wordsOf(asked.html), /Filled since they left: the chair of Early help group, by Vera Viewer/)
    assert.deepEqual(await inTown(here, (tx) => findChairs(tx, here.group)), [idOf('viewer', here)])
  })

  test('undoing a leaving gives back the deputyships that ended with it', async () => {
    const here = await aSmallPartnership()
    const url = `/people/${idOf('lead', here)}`
    const named = { once: newId(), deputy: 'Vera Viewer', deputyFrom: '2014-10-01', deputyTo: '2014-11-14' }
    assert.equal((await send(here.manager, `${url}/deputies`, named)).status, 303)
    const standsIn = async () => wordsOf((await visit(here.viewer, '/updates')).html).includes('You stand in for')
    await leaves(here, idOf('lead', here))
    assert.equal(await standsIn(), false)
    assert.equal((await send(here.manager, `${url}/return`, { once: newId() })).status, 303)
    assert.equal(await standsIn(), true)
    assert.match(wordsOf((await visit(here.manager, url)).html), /Vera Viewer 1 October 2014 14 November 2014/)
  })
})
