import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { signIn, visit } from '../../../../test/support/visit.ts'
import { theHouse } from '../../../../test/support/visit-house.ts'
import type { PersonId } from '../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import type { World } from '../../../platform/world.ts'
import { insertPerson } from '../directory/insert.store.ts'
import { ensureAccount } from '../index.ts'
import { findNamesakes } from './namesakes.store.ts'
import { setUpMember } from './set-up-member.ts'

describe('giving somebody a sign-in', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const anAddress = () => `${newId()}@testing.example`
  const PASSWORD = 'a password to begin with'
  const setUp = async (name: string, email: string, change: Partial<World> = {}) => {
    const { world, accounts } = await theHouse()
    const request = { known: town, partnership: town.name, area: 'Testing', name, email, password: PASSWORD }
    return setUpMember({ ...world, ...change }, accounts, { ...request, role: 'member' })
  }
  const aPerson = async (name: string, email: string | null = null): Promise<PersonId> => {
    const { world } = await theHouse()
    const id = newId<'person'>()
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      insertPerson(tx, town.id, { id, name, email, organisationId: null }),
    )
    return id
  }
  const namesakes = async (name: string) =>
    inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) => findNamesakes(tx, name))
  const emailOf = async (id: PersonId) =>
    inScope((await theHouse()).world.db, wholePartnership(town.id), (tx) =>
      tx.selectFrom('person').select('email').where('id', '=', id).executeTakeFirst(),
    )

  test('the person of that name in the directory signs in, and their address is kept', async () => {
    const [email, id] = [anAddress(), await aPerson('Nell New')]
    assert.equal((await setUp('Nell New', email)).ok, true)
    assert.ok(await signIn({ email, password: PASSWORD }))
    assert.deepEqual(await namesakes('Nell New'), [])
    assert.equal((await emailOf(id))?.email, email)
  })

  test('an address that was known is not overwritten', async () => {
    const id = await aPerson('Kit Known', 'kit@testing.example')
    await setUp('Kit Known', anAddress())
    assert.equal((await emailOf(id))?.email, 'kit@testing.example')
  })

  test('an address whose setting up was cut short is set up at the second try, with the second password', async () => {
    const email = anAddress()
    const cut = setUp('Cora Cut', email, {
      now: () => {
        throw new Error('The power went')
      },
    })
    await assert.rejects(cut, /The power went/)
    const { accounts } = await theHouse()
    await ensureAccount(accounts, { name: 'Cora Cut', email, password: 'the password of the first try' })
    assert.deepEqual(await setUp('Cora Cut', email), { ok: true, value: undefined })
    assert.equal((await visit({ email, password: PASSWORD }, '/plans')).status, 200)
  })

  test('somebody who has a sign-in, here or in another partnership, is not given a second one', async () => {
    const elsewhere = await aSmallPartnership()
    for (const { email } of [town.lead, elsewhere.lead]) {
      assert.deepEqual(await setUp('Lena Lead', email), { ok: false, refusal: { kind: 'has-a-sign-in' } })
    }
  })

  test('of several people with one name none is guessed; the address tells them apart where it is known', async () => {
    const address = anAddress()
    const [one, two] = [await aPerson('Sam Smith'), await aPerson('Sam Smith', address)]
    assert.deepEqual(await setUp('Sam Smith', anAddress()), {
      ok: false,
      refusal: { kind: 'several-of-that-name', count: 2 },
    })
    assert.deepEqual(
      (await namesakes('Sam Smith')).map(({ id }) => id),
      [one, two],
    )
    assert.equal((await setUp('Sam Smith', address)).ok, true)
    assert.deepEqual(
      (await namesakes('Sam Smith')).map(({ id }) => id),
      [one],
    )
  })
})
