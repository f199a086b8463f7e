import { createHash } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'
import type { PartnershipId } from '../../src/kernel/id.ts'
import type { EmbeddedServer } from '../../src/platform/database/embedded/join-server.ts'
import { type Database, inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { readMigrations } from '../../src/platform/database/migrations.ts'
import { bringUpToDate, onServer } from '../../src/platform/database/open-database.ts'
import type { Server } from '../../src/platform/database/server.ts'
import { newId } from '../../src/platform/ids.ts'
import { joinTestServer, type TestServer } from './test-server.ts'

const settings = { poolSize: 4, applicationName: 'trellis test' }

let clones = 0

/**
 * A database of this test's own, with every migration run: cloned from a template that is made once for all tests.
 * `close` removes it. On PostgreSQL 15 when TEST_DATABASE is `pg15`.
 */
export async function openTestDatabase(): Promise<Database> {
  const tests = await joinTestServer()
  const template = await makeTemplateOnce(tests.server, tests.onDatabase)
  return onServer(await makeDatabase(tests, template), settings)
}

/** Test files of one run share what one of them has filled. */
const RUN = process.env.TEST_RUN ?? String(process.pid)

/** The same, cloned from one that `fill` has filled: by the first test of the run that asks for it under this name. */
export async function openFilledDatabase(
  name: string,
  fill: (database: Database) => Promise<unknown>,
): Promise<Database> {
  const tests = await joinTestServer()
  const filled = `test_${RUN}_${name}`
  await asOwner(tests.server, 'postgres', async (client) => {
    await client.query('select pg_advisory_lock(7204513)')
    if (await exists(client, filled)) return
    await removeLeftovers(client, /^test_/)
    const empty = await makeTemplateOnce(tests.server, tests.onDatabase)
    const draft = `${filled}_draft`
    await client.query(`create database ${draft} template ${empty}`)
    const database = onServer(await (await joinTestServer()).onDatabase(draft), settings)
    await fill(database).finally(() => database.close())
    await client.query(`alter database ${draft} rename to ${filled}`)
  })
  return onServer(await makeDatabase(tests, filled), settings)
}

/** A database of this test's own in which no migration has run. */
export async function anEmptyDatabase(): Promise<Server> {
  return makeDatabase(await joinTestServer(), 'template0')
}

/** An empty partnership, alone in its scope: tests that each make one do not see each other's rows. */
export async function aPartnership(
  database: Database,
  overrides: { readonly name?: string; readonly area?: string; readonly isDemo?: boolean } = {},
): Promise<PartnershipId> {
  const partnershipId = newId<'partnership'>()
  const { name = 'Children’s partnership of Testing', area = 'Testing', isDemo = false } = overrides
  await inScope(database.app, wholePartnership(partnershipId), (tx) =>
    tx
      .insertInto('partnership')
      .values({ partnership_id: partnershipId, name, area, is_demo: isDemo, created_at: '2014-04-01T09:00:00Z' })
      .execute(),
  )
  return partnershipId
}

/** The template appears under its name only when it is whole, so that a test run that was killed leaves no half of one. */
async function makeTemplateOnce(
  server: EmbeddedServer,
  onDatabase: (name: string) => Promise<Server>,
): Promise<string> {
  const sums = (await readMigrations()).map(({ sha256 }) => sha256)
  const template = `template_${createHash('sha256').update(sums.join()).digest('hex').slice(0, 16)}`
  await asOwner(server, 'postgres', async (client) => {
    if (await exists(client, template)) return
    await client.query('select pg_advisory_lock(7204512)')
    if (await exists(client, template)) return
    await removeLeftovers(client, /^(test|template)_/)
    const draft = `${template}_draft`
    await client.query(`create database ${draft}`)
    await bringUpToDate(await onDatabase(draft), settings)
    await client.query(`alter database ${draft} rename to ${template}`)
  })
  return template
}

async function makeDatabase({ server, onDatabase }: TestServer, template: string): Promise<Server> {
  clones += 1
  const name = `test_${process.pid}_${clones}`
  await asOwner(server, 'postgres', async (client) => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template ${template}`)
  })
  return { ...(await onDatabase(name)), leave: () => dropAndLeave(server, name) }
}

async function exists(client: Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  return rowCount === 1
}

/** Databases of test processes that are no more, and templates of migrations that have changed since. */
async function removeLeftovers(client: Client, named: RegExp): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname ~ $1 and not exists
      (select from pg_stat_activity where pg_stat_activity.datname = pg_database.datname)`,
    [named.source],
  )
  for (const { datname } of rows) {
    if (!isOfLivingProcess(datname)) await client.query(`drop database if exists ${escapeIdentifier(datname)}`)
  }
}

function isOfLivingProcess(database: string): boolean {
  const pid = /^test_(\d+)_/.exec(database)?.[1]
  if (!pid) return false
  try {
    process.kill(Number(pid), 0)
    return true
  } catch {
    return false
  }
}

async function dropAndLeave(server: EmbeddedServer, name: string): Promise<void> {
  await asOwner(server, 'postgres', (client) => client.query(`drop database if exists ${name} with (force)`))
  await server.leave()
}

async function asOwner(
  server: EmbeddedServer,
  database: string,
  work: (client: Client) => Promise<unknown>,
): Promise<void> {
  const client = new Client(server.asOwner(database))
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
