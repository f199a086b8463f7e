import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { aPartnership, openTestDatabase } from '../../../test/support/database.ts'
import type { PartnershipId } from '../../kernel/id.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { newId } from '../ids.ts'
import { type Database, dayFrom, inAccount, inScope, instantFrom, type Tx, wholePartnership } from './index.ts'

let database: Database
before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

const organisationsIn = (partnershipId: PartnershipId) =>
  inScope(database.app, wholePartnership(partnershipId), (tx) =>
    tx.selectFrom('organisation').select('name').orderBy('name').execute(),
  )

const addOrganisation = (tx: Tx, partnershipId: PartnershipId, name = 'A charity') =>
  tx
    .insertInto('organisation')
    .values({ partnership_id: partnershipId, id: newId<'organisation'>(), name, kind: 'charity' })
    .execute()

describe('a scope', () => {
  test('what is written inside it is there afterwards', async () => {
    const mine = await aPartnership(database)
    await inScope(database.app, wholePartnership(mine), (tx) => addOrganisation(tx, mine))
    assert.deepEqual(await organisationsIn(mine), [{ name: 'A charity' }])
  })

  test('a refusal undoes all that was written before it, and is handed back', async () => {
    const mine = await aPartnership(database)
    const answer = await inScope(database.app, wholePartnership(mine), async (tx) => {
      await addOrganisation(tx, mine)
      return refuse({ kind: 'not-today' })
    })
    assert.deepEqual(answer, { ok: false, refusal: { kind: 'not-today' } })
    assert.deepEqual(await organisationsIn(mine), [])
  })

  test('an agreement is kept, and is handed back', async () => {
    const mine = await aPartnership(database)
    const answer = await inScope(database.app, wholePartnership(mine), async (tx) => {
      await addOrganisation(tx, mine)
      return ok('added')
    })
    assert.deepEqual(answer, { ok: true, value: 'added' })
    assert.equal((await organisationsIn(mine)).length, 1)
  })

  test('a failure undoes all that was written before it, and goes on', async () => {
    const mine = await aPartnership(database)
    const work = inScope(database.app, wholePartnership(mine), async (tx) => {
      await addOrganisation(tx, mine)
      throw new Error('the roof fell in')
    })
    await assert.rejects(work, /the roof fell in/)
    assert.deepEqual(await organisationsIn(mine), [])
  })

  test('it ends with its transaction: the same connection sees nothing after it', async () => {
    const mine = await aPartnership(database)
    await inScope(database.app, wholePartnership(mine), (tx) => addOrganisation(tx, mine))
    for (let turn = 0; turn < 8; turn++) {
      assert.deepEqual(await database.app.selectFrom('organisation').selectAll().execute(), [])
    }
  })

  test('forty at once do not mix', async () => {
    const partnerships = await Promise.all(
      Array.from({ length: 40 }, (_, at) => aPartnership(database, { name: `P${at}` })),
    )
    const names = await Promise.all(
      partnerships.map((id) =>
        inScope(database.app, wholePartnership(id), (tx) => tx.selectFrom('partnership').select('name').execute()),
      ),
    )
    assert.deepEqual(
      names,
      partnerships.map((_, at) => [{ name: `P${at}` }]),
    )
  })

  test('it needs an id, and is not fooled by words that look like a command', async () => {
    const hostile: unknown = "'; reset role; --"
    await assert.rejects(
      inScope(database.app, wholePartnership(hostile as PartnershipId), async () => undefined),
      RangeError,
    )
  })
})

describe('an account', () => {
  test('sees which people it is, in every partnership, and nothing else', async () => {
    const partnerships = [await aPartnership(database), await aPartnership(database)]
    for (const partnershipId of partnerships) await addPersonWithAccount(partnershipId, 'account-1')
    await addPersonWithAccount(await aPartnership(database), 'account-2')

    const seen = await inAccount(database.app, 'account-1', async (tx) => ({
      accounts: await tx.selectFrom('person_account').select('partnership_id').orderBy('partnership_id').execute(),
      people: await tx.selectFrom('person').select('id').execute(),
    }))
    assert.deepEqual(
      seen.accounts.map((row) => row.partnership_id),
      partnerships,
    )
    assert.deepEqual(seen.people, [])
  })

  test('an account id with a quote in it is only an account id', async () => {
    const rows = await inAccount(database.app, "x' or 'a'='a", (tx) =>
      tx.selectFrom('person_account').selectAll().execute(),
    )
    assert.deepEqual(rows, [])
  })
})

describe('days and moments', () => {
  test('come back as they went in, whatever the zone of this machine', async () => {
    const mine = await aPartnership(database)
    const moment = Temporal.Instant.from('2015-03-29T00:30:00.123456Z')
    const schemeId = newId<'rating-scheme'>()
    const plan = await inScope(database.app, wholePartnership(mine), async (tx) => {
      await tx.insertInto('rating_scheme').values({ partnership_id: mine, id: schemeId, name: 'Five' }).execute()
      return tx
        .insertInto('plan')
        .values({
          partnership_id: mine,
          id: newId<'plan'>(),
          title: 'A plan',
          starts: '2014-04-01',
          ends_before: '2015-04-01',
          level_names: ['Aim', 'Objective'],
          rating_scheme_id: schemeId,
          created_at: moment.toString(),
        })
        .returningAll()
        .executeTakeFirstOrThrow()
    })
    assert.ok(instantFrom(plan.created_at).equals(moment))
    assert.equal(dayFrom(plan.starts ?? '').toString(), '2014-04-01')
    assert.deepEqual(plan.level_names, ['Aim', 'Objective'])
  })
})

async function addPersonWithAccount(partnershipId: PartnershipId, accountId: string): Promise<void> {
  const personId = newId<'person'>()
  await inScope(database.app, wholePartnership(partnershipId), async (tx) => {
    await tx.insertInto('person').values({ partnership_id: partnershipId, id: personId, name: 'Ada' }).execute()
    await tx
      .insertInto('person_account')
      .values({ partnership_id: partnershipId, person_id: personId, account_id: accountId })
      .execute()
  })
}
