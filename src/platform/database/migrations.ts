import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { sha256 } from '../../kernel/sha256.ts'

/** One step in the shape of the database, written once and never changed after. */
export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string }
export type AppliedMigration = { readonly name: string; readonly sha256: string }

export type MigrationRefusal = { readonly kind: 'changed-migration' | 'newer-database'; readonly message: string }

const HOUSE_MIGRATIONS = join(import.meta.dirname, '../../../db/migrations')

/** The migrations that this version of Trellis knows, in order. */
export async function readMigrations(folder: string = HOUSE_MIGRATIONS): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, sha256: sha256(sql) }
    }),
  )
}

/**
 * Which migrations a database still needs.
 *
 * Refuses when one that it had has been changed since, and when it had one that this version of Trellis does not know.
 */
export function pendingMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): Result<readonly Migration[], MigrationRefusal> {
  const knownByName = new Map(known.map((migration) => [migration.name, migration]))
  for (const { name, sha256 } of applied) {
    const migration = knownByName.get(name)
    if (!migration) return refuse({ kind: 'newer-database', message: newerDatabase(name) })
    if (migration.sha256 !== sha256) return refuse({ kind: 'changed-migration', message: changedMigration(name) })
  }
  const appliedNames = new Set(applied.map(({ name }) => name))
  return ok(known.filter(({ name }) => !appliedNames.has(name)))
}

function newerDatabase(name: string): string {
  return `The database was changed by a newer Trellis (it has ${name}, which this version does not know). Start that version, or restore a backup from before it.`
}

function changedMigration(name: string): string {
  return `db/migrations/${name} has been changed since this database ran it. Put the file back as it was, and write the change as a new migration.`
}
