import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import {
  aSmallPartnership,
  type SmallPartnership,
  type Somebody,
  somebody,
} from '../../../../test/support/partnership.ts'
import { send, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn } from '../../../../test/support/visit-words.ts'
import { inScope, type Tx, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import type { GivenRole } from '../roles.ts'
import { endRole, insertRole } from './role-grant.store.ts'

const KEPT = { code: '23000', message: /a partnership keeps at least one/ }

describe('a partnership keeps an administrator and a manager', () => {
  let town: SmallPartnership
  let ada: Somebody
  beforeEach(async () => {
    town = await aSmallPartnership()
    ada = await somebody(town, { name: 'Ada Administrator', role: 'administrator' })
  })

  const idOf = ({ member }: Somebody) => member.person.id
  const inTown = async <T>(work: (tx: Tx) => Promise<T>) =>
    inScope((await theHouse()).world.db, wholePartnership(town.id), work)
  const doing = { at: Temporal.Instant.from('2014-10-15T09:00:00Z'), by: null, reason: 'Because' }
  const give = (to: Somebody, role: GivenRole) =>
    inTown((tx) => insertRole(tx, town.id, { id: newId<'role-grant'>(), personId: idOf(to), role }, doing))
  const take = (from: Somebody, role: GivenRole) => inTown((tx) => endRole(tx, idOf(from), role, doing))
  const leaves = (as: Somebody, who: Somebody, fields: Record<string, string> = {}) =>
    send(as, `/people/${idOf(who)}/leaving`, { once: newId(), leftOn: '2014-10-15', ...fields })

  test('the database itself refuses to take the last one’s role, whatever the code does', async () => {
    await assert.rejects(take(ada, 'administrator'), KEPT)
    await assert.rejects(take(town.manager, 'manager'), KEPT)
    await give(town.lead, 'administrator')
    assert.equal(await take(ada, 'administrator'), true)
  })

  test('nor their sign-in; nor does it put them out of force by a role that stands alone', async () => {
    const close = inTown((tx) => tx.deleteFrom('person_account').where('person_id', '=', idOf(ada)).execute())
    await assert.rejects(close, KEPT)
    await assert.rejects(give(ada, 'scrutiny'), KEPT)
    await assert.rejects(give(town.manager, 'young-person'), KEPT)
  })

  test('one who has the role and cannot sign in, or only looks on, does not count', async () => {
    await give(town.lead, 'administrator')
    await give(town.lead, 'scrutiny')
    await assert.rejects(take(ada, 'administrator'), KEPT)
  })

  test('nobody deletes a grant: what was given stays to be seen', async () => {
    await assert.rejects(
      inTown((tx) => tx.deleteFrom('role_grant').execute()),
      { code: '42501' },
    )
  })

  test('of two administrators who take each other’s role at once the second finds that they may no more, ten times over', async () => {
    for (let round = 0; round < 10; round++) {
      const [one, two] = [ada, await somebody(town, { name: `Otto Other ${round}`, role: 'administrator' })]
      const taking = (as: Somebody, from: Somebody) =>
        send(as, `/people/${idOf(from)}/roles/taking`, { once: newId(), taken: 'administrator', takenReason: 'Mine' })
      const answers = await Promise.all([taking(one, two), taking(two, one)])
      assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 404])
      ada = answers[0]?.status === 303 ? one : two
    }
  })

  test('and so in the database, when nothing of the code looks first', async () => {
    for (let round = 0; round < 10; round++) {
      const other = await somebody(town, { name: `Otto Other ${round}`, role: 'administrator' })
      const ends = await Promise.allSettled([take(ada, 'administrator'), take(other, 'administrator')])
      assert.deepEqual(ends.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
      if (ends[0]?.status === 'fulfilled') ada = other
    }
  })

  test('of two managers who record each other’s leaving at once one stays', async () => {
    const second = await somebody(town, { name: 'Max Manager', role: 'manager' })
    const answers = await Promise.all([leaves(town.manager, second), leaves(second, town.manager)])
    assert.deepEqual(
      answers.map(({ status }) => status).filter((status) => status === 303),
      [303],
    )
  })

  test('the last administrator leaves only after somebody else has the role, which a manager cannot pass on', async () => {
    const role = 'to-role-administrator'
    const says = async (fields: Record<string, string>) => problemsOn((await leaves(town.manager, ada, fields)).html)
    const last = 'They are the last administrator: before they leave they must give somebody else that role'
    assert.deepEqual(await says({}), [`role-administrator: ${last}`])
    assert.deepEqual(await says({ [role]: 'Vera Viewer' }), [`role-administrator: ${last}`])
    await give(town.viewer, 'administrator')
    assert.deepEqual(await says({ [role]: 'Lena Lead' }), [
      'role-administrator: Only an administrator passes this role on',
    ])
    assert.equal((await leaves(town.manager, ada)).status, 303)
  })

  test('whoever records a leaving does not get a role by it', async () => {
    const fields = { 'to-role-member': 'Mina Manager' }
    assert.deepEqual(problemsOn((await leaves(town.manager, town.viewer, fields)).html), [
      'role-member: Choose somebody else: nobody gives a role to themselves',
    ])
  })

  test('whoever left gets no role any more', async () => {
    await leaves(town.manager, town.lead)
    assert.equal((await visit(town.manager, `/people/${idOf(town.lead)}/roles`)).status, 404)
    await assert.rejects(give(town.lead, 'member'), /somebody who left cannot be given a role/)
  })
})
