import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openTestDatabase } from '../../../../test/support/database.ts'
import type { Database } from '../../../platform/database/index.ts'
import { COLUMNS } from './columns.ts'
import { HOLDINGS } from './holdings.ts'

describe('the record of personal data', () => {
  let database: Database
  let found: readonly { readonly table: string; readonly column: string }[]
  before(async () => {
    database = await openTestDatabase()
    const { rows } = await database.owner((owner) =>
      sql<{ table: string; column: string }>`
        select nspname || '.' || relname as table, attname as column
        from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace space on space.oid = relnamespace
        where nspname !~ '^pg_' and nspname <> 'information_schema' and relkind in ('r', 'p') and attnum > 0
          and not attisdropped and format_type(atttypid, null) in ('text', 'text[]', 'json', 'jsonb', 'bytea', 'inet')
        order by 1, 2`.execute(owner),
    )
    found = rows
  })
  after(() => database.close())

  test('says of every column of words what it can hold, and of none that is not there', () => {
    const there = found.map(({ table, column }) => `${table}.${column}`).sort()
    const told = Object.entries(COLUMNS).flatMap(([table, columns]) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    )
    assert.ok(there.length > 150, `only ${there.length} columns were found`)
    assert.deepEqual(told.sort(), there)
  })

  test('has an entry for every table that holds personal data', () => {
    const personal = Object.entries(COLUMNS)
      .filter(([, columns]) => Object.values(columns).includes('personal'))
      .map(([table]) => table)
    const recorded = [...new Set(HOLDINGS.flatMap(({ tables }) => tables))]
    assert.deepEqual(recorded.sort(), personal.sort())
  })
})
