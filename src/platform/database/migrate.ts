import type { ClientBase } from 'pg'
import { messageOf } from '../problem.ts'
import { type AppliedMigration, type Migration, pendingMigrations } from './migrations.ts'

/** Any number will do, as long as every Trellis uses the same. */
const MIGRATION_LOCK = 7_204_511

/**
 * Brings a database up to the migrations given: each in one transaction, once, however many processes start together.
 *
 * @param client  a connection as the owner of the database
 * @returns how many were run
 */
export async function migrate(client: ClientBase, migrations: readonly Migration[]): Promise<number> {
  if (pending(migrations, await appliedMigrations(client)).length === 0) return 0
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    await client.query(`create table if not exists trellis_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
    const toRun = pending(migrations, await appliedMigrations(client))
    for (const migration of toRun) await run(client, migration)
    return toRun.length
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  }
}

function pending(migrations: readonly Migration[], applied: readonly AppliedMigration[]): readonly Migration[] {
  const answer = pendingMigrations(migrations, applied)
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.value
}

async function appliedMigrations(client: ClientBase): Promise<readonly AppliedMigration[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.trellis_migration') is not null as there`,
  )
  if (!rows[0]?.there) return []
  const applied = await client.query<AppliedMigration>('select name, sha256 from trellis_migration order by name')
  return applied.rows
}

async function run(client: ClientBase, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into trellis_migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (problem) {
    await client.query('rollback')
    throw new Error(`db/migrations/${name} could not be run: ${messageOf(problem)}`, { cause: problem })
  }
}
