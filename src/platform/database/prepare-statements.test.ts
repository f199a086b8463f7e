import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { aPartnership, openTestDatabase } from '../../../test/support/database.ts'
import type { PartnershipId } from '../../kernel/id.ts'
import { newId } from '../ids.ts'
import { type Database, inScope, wholePartnership } from './index.ts'

describe('queries that come again', () => {
  let database: Database
  let partnershipId: PartnershipId
  before(async () => {
    database = await openTestDatabase()
    partnershipId = await aPartnership(database, { name: 'Partnership of the first' })
  })
  after(() => database?.close())

  const named = (name: string) =>
    inScope(database.app, wholePartnership(partnershipId), async (tx) => {
      const found = await tx.selectFrom('partnership').select('area').where('name', '=', name).execute()
      const prepared = await sql<{ count: number }>`
        select count(*)::int as count from pg_prepared_statements where statement like ${'select "area"%'}
      `.execute(tx)
      return { found: found.length, prepared: prepared.rows[0]?.count }
    })

  test('are prepared once on a connection, and answer for the values of each time', async () => {
    for (let at = 0; at < 10; at++) {
      assert.deepEqual(await named('Partnership of the first'), { found: 1, prepared: 1 })
      assert.deepEqual(await named('Another'), { found: 0, prepared: 1 })
    }
  })

  test('stay within the scope of whoever asks, however often another asked before', async () => {
    const other = await aPartnership(database, { name: 'Partnership of the second' })
    for (let at = 0; at < 10; at++) {
      for (const scope of [partnershipId, other]) {
        const rows = await inScope(database.app, wholePartnership(scope), (tx) =>
          tx.selectFrom('partnership').select('partnership_id').where('name', '<>', 'Another').execute(),
        )
        assert.deepEqual(rows, [{ partnership_id: scope }])
      }
    }
  })

  test('that are many rows long are not kept', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => ({
      partnership_id: partnershipId,
      id: newId<'body'>(),
      name: `Group ${at}`,
      short_name: null,
      kind: 'lead-group',
    }))
    await inScope(database.app, wholePartnership(partnershipId), async (tx) => {
      await tx.insertInto('body').values(rows).execute()
      const kept = await sql`select from pg_prepared_statements where statement like ${'insert into "body"%'}`.execute(
        tx,
      )
      assert.equal(kept.rows.length, 0)
    })
  })
})
