import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { anyRow, tablesOf } from '../../../test/support/any-row.ts'
import { openTestDatabase } from '../../../test/support/database.ts'
import type { PartnershipId } from '../../kernel/id.ts'
import { newId } from '../ids.ts'
import { type Database, inAccount, inScope, wholePartnership } from './index.ts'

const NOT_ALLOWED = { code: '42501' }

const ours = newId<'partnership'>()
const theirs = newId<'partnership'>()
let database: Database
let tables: Awaited<ReturnType<typeof tablesOf>>

before(async () => {
  database = await openTestDatabase()
  await database.owner(async (owner) => {
    tables = await tablesOf(owner)
    for (const partnershipId of [ours, theirs]) await fillEveryTable(partnershipId)
  })
})
after(() => database.close())

/** One row of each partnership in every table; whether the rows fit together does not matter here. */
async function fillEveryTable(partnershipId: PartnershipId): Promise<void> {
  await database.owner(async (owner) => {
    await sql`set session_replication_role = replica`.execute(owner)
    for (const [table, columns] of tables) await insertInto(table, anyRow(columns, partnershipId)).execute(owner)
  })
}

function insertInto(table: string, row: Record<string, unknown>) {
  const names = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  const values = sql.join(Object.values(row))
  return sql`insert into ${sql.table(table)} (${names}) values (${values})`
}

function partnershipsIn(table: string) {
  return sql<{ partnership_id: string }>`select partnership_id from ${sql.table(table)}`
}

describe('another partnership’s rows', () => {
  test('every table of the house says whose its rows are', () => {
    assert.ok(tables.size >= 20, `only ${tables.size} tables were found`)
    for (const [table, columns] of tables) {
      assert.equal(columns[0]?.name, 'partnership_id', `${table} does not begin with partnership_id`)
    }
  })

  test('a query that forgets its where sees nothing of them, in any table', async () => {
    for (const table of tables.keys()) {
      const { rows } = await inScope(database.app, wholePartnership(ours), (tx) => partnershipsIn(table).execute(tx))
      assert.deepEqual(rows, [{ partnership_id: ours }], table)
    }
  })

  test('without a scope nothing is seen, in any table', async () => {
    for (const table of tables.keys()) {
      const { rows } = await partnershipsIn(table).execute(database.app)
      assert.deepEqual(rows, [], table)
    }
  })

  test('an account that is nobody sees nothing, in any table', async () => {
    for (const table of tables.keys()) {
      const { rows } = await inAccount(database.app, 'nobody', (tx) => partnershipsIn(table).execute(tx))
      assert.deepEqual(rows, [], table)
    }
  })

  test('nothing can be written among them, in any table', async () => {
    for (const [table, columns] of tables) {
      const write = inScope(database.app, wholePartnership(ours), (tx) =>
        insertInto(table, anyRow(columns, theirs)).execute(tx),
      )
      await assert.rejects(write, NOT_ALLOWED, table)
    }
  })

  test('a row cannot be handed to them', async () => {
    const handOver = inScope(database.app, wholePartnership(ours), (tx) =>
      tx.updateTable('organisation').set({ partnership_id: theirs }).execute(),
    )
    await assert.rejects(handOver, NOT_ALLOWED)
  })
})

describe('what was said and done', () => {
  const SAID = ['audit_entry', 'action_version', 'update_submission', 'update_verdict', 'evidence', 'plan_adoption']
  for (const table of SAID) {
    test(`${table} takes no change and no removal`, async () => {
      const update = inScope(database.app, wholePartnership(ours), (tx) =>
        sql`update ${sql.table(table)} set partnership_id = partnership_id`.execute(tx),
      )
      await assert.rejects(update, NOT_ALLOWED)
      const remove = inScope(database.app, wholePartnership(ours), (tx) =>
        sql`delete from ${sql.table(table)}`.execute(tx),
      )
      await assert.rejects(remove, NOT_ALLOWED)
    })
  }
})

describe('an action', () => {
  test('is not removed, and neither is anything that would take its words along', async () => {
    const remove = inScope(database.app, wholePartnership(ours), (tx) => tx.deleteFrom('action').execute())
    await assert.rejects(remove, NOT_ALLOWED)
    const { rows } = await database.owner((owner) =>
      sql`select conname from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
        and confdeltype <> 'a'`.execute(owner),
    )
    assert.deepEqual(rows, [])
  })
})

describe('the roles of the application', () => {
  test('own nothing, cannot pass row-level security, and cannot become anyone else', async () => {
    const { rows } = await database.owner((owner) =>
      sql`select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*) from pg_class where relowner = pg_roles.oid) as tables,
        (select count(*) from pg_auth_members where member = pg_roles.oid) as memberships
        from pg_roles where rolname in ('trellis_app', 'trellis_sign_in') order by rolname`.execute(owner),
    )
    const harmless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }
    const owning = { rolreplication: false, tables: 0, memberships: 0 }
    assert.deepEqual(rows, [
      { rolname: 'trellis_app', ...harmless, ...owning },
      { rolname: 'trellis_sign_in', ...harmless, ...owning },
    ])
  })

  test('every table has row-level security switched on, and a policy', async () => {
    const { rows } = await database.owner((owner) =>
      sql`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname <> 'trellis_migration'
        and (not relrowsecurity or not exists (select from pg_policy where polrelid = pg_class.oid))`.execute(owner),
    )
    assert.deepEqual(rows, [])
  })

  test('no view shows tables with its owner’s rights', async () => {
    const { rows } = await database.owner((owner) =>
      sql`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
        and not coalesce('security_invoker=true' = any(reloptions), false)`.execute(owner),
    )
    assert.deepEqual(rows, [])
  })

  test('pages cannot read passwords and sessions; sign-in cannot read partnerships; neither can change a table', async () => {
    await assert.rejects(sql`select from sign_in.credential`.execute(database.app), NOT_ALLOWED)
    await assert.rejects(sql`select from trellis_migration`.execute(database.app), NOT_ALLOWED)
    await assert.rejects(database.signIn.query('select from public.person'), NOT_ALLOWED)
    await assert.rejects(sql`alter table person disable row level security`.execute(database.app), NOT_ALLOWED)
    await assert.rejects(sql`create table mine (id int)`.execute(database.app), NOT_ALLOWED)
    await assert.rejects(sql`set role trellis_owner`.execute(database.app), NOT_ALLOWED)
  })

  test('sign-in finds its tables without naming their schema, and reads counts as numbers', async () => {
    await database.signIn.query(
      "insert into rate_limit (id, key, count, last_request) values ('1', 'k', 1, 1427800000000)",
    )
    const { rows } = await database.signIn.query('select last_request from rate_limit')
    assert.deepEqual(rows, [{ last_request: 1_427_800_000_000 }])
  })
})
