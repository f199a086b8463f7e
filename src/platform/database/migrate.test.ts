import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { Client } from 'pg'
import { anEmptyDatabase } from '../../../test/support/database.ts'
import { migrate } from './migrate.ts'
import { type Migration, pendingMigrations, readMigrations } from './migrations.ts'
import { bringUpToDate } from './open-database.ts'
import type { Server } from './server.ts'

let server: Server
beforeEach(async () => {
  server = await anEmptyDatabase()
})
afterEach(() => server.leave())

function aMigration(name: string, sql: string): Migration {
  return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
}

async function asOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(server.signInAs.owner)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const namesOf = (client: Client) =>
  client.query('select name from trellis_migration order by name').then(({ rows }) => rows.map(({ name }) => name))

const first = aMigration('0001-first.sql', 'create table plum (id int); insert into plum values (1);')
const second = aMigration('0002-second.sql', 'create table pear (id int);')

describe('migrations', () => {
  test('run in order, and the second time there is nothing to run', async () => {
    await asOwner(async (client) => {
      assert.equal(await migrate(client, [first, second]), 2)
      assert.equal(await migrate(client, [first, second]), 0)
      assert.deepEqual(await namesOf(client), ['0001-first.sql', '0002-second.sql'])
    })
  })

  test('run once when four processes start together', async () => {
    const counts = await Promise.all(
      Array.from({ length: 4 }, () => asOwner((client) => migrate(client, [first, second]))),
    )
    assert.deepEqual(counts.toSorted(), [0, 0, 0, 2])
    const { rows } = await asOwner((client) => client.query('select count(*)::int as plums from plum'))
    assert.deepEqual(rows, [{ plums: 1 }])
  })

  test('one that fails leaves nothing behind, names its file, and can be mended and run', async () => {
    const broken = aMigration('0002-second.sql', 'create table pear (id int); insert into nowhere values (1);')
    await asOwner(async (client) => {
      await assert.rejects(migrate(client, [first, broken]), /0002-second\.sql could not be run.*nowhere/)
      assert.equal(await migrate(client, [first, second]), 1)
    })
  })

  test('one that was changed after it ran is refused in a sentence that names it', async () => {
    await asOwner(async (client) => {
      await migrate(client, [first])
      const changed = aMigration(first.name, 'create table plum (id bigint);')
      await assert.rejects(migrate(client, [changed]), /0001-first\.sql has been changed/)
    })
  })

  test('a database that a newer Trellis has changed is refused', async () => {
    await asOwner(async (client) => {
      await migrate(client, [first, second])
      await assert.rejects(migrate(client, [first]), /newer Trellis .*0002-second\.sql/)
    })
  })

  test('the house’s own run on an empty database, and are then all known', async () => {
    await bringUpToDate(server, { poolSize: 1, applicationName: 'test' })
    const known = await readMigrations()
    const applied = await asOwner((client) => client.query('select name, sha256 from trellis_migration'))
    assert.deepEqual(pendingMigrations(known, applied.rows), { ok: true, value: [] })
  })

  test('a role of the application that was given too much is refused', async () => {
    await bringUpToDate(server, { poolSize: 1, applicationName: 'test' })
    await asOwner((client) => client.query('alter table organisation owner to trellis_app'))
    await assert.rejects(
      bringUpToDate(server, { poolSize: 1, applicationName: 'test' }),
      /trellis_app could pass row-level security/,
    )
  })
})
