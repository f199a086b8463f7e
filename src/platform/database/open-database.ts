import { Kysely } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { appPool, ownerPool, type PoolSettings, signInPool } from './connections.ts'
import { joinEmbeddedServer } from './embedded/join-server.ts'
import type { ServerWatcher } from './embedded/keep-presence.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migrations.ts'
import { canSignIn, remoteServer } from './remote-server.ts'
import { createMissingRoles, refuseRolesAboveSecurity, setPasswords } from './roles.ts'
import type { DB } from './schema.generated.ts'
import { ScopedDialect } from './scope.ts'
import type { Server } from './server.ts'

/** `Config` of src/config.ts has them all but the name. */
export type DatabaseSettings = PoolSettings & {
  readonly dataDir: string
  /** the owner's address of a PostgreSQL server; null: the embedded one in `dataDir` */
  readonly databaseUrl: string | null
  readonly secret: string | null
  /** told in a sentence when the embedded server dies and is started again */
  readonly watcher?: ServerWatcher
}

export type Database = {
  /** the partnerships' data; used through `inScope` and `inAccount` */
  readonly app: Kysely<DB>
  /** the tables of the sign-in library, and no others */
  readonly signIn: Pool
  /** does some work as the owner, past row-level security: for migrations and tests only */
  owner<T>(work: (db: Kysely<DB>) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens the database, starting and migrating it where needed. Throws one plain sentence when it cannot. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const { databaseUrl } = settings
  const server = databaseUrl
    ? await remoteServer({ ...settings, databaseUrl })
    : await (await joinEmbeddedServer(settings.dataDir, settings.watcher)).database('trellis')
  try {
    await bringUpToDate(server, settings)
  } catch (problem) {
    await server.leave()
    throw problem
  }
  return onServer(server, settings)
}

/** The database of a server that is up to date. */
export function onServer(server: Server, settings: PoolSettings): Database {
  const signIn = signInPool(server, settings)
  const app = new Kysely<DB>({ dialect: new ScopedDialect(appPool(server, settings)) })
  let closing: Promise<void> | null = null
  const close = async () => {
    await Promise.all([app.destroy(), signIn.end()])
    await server.leave()
  }
  return {
    app,
    signIn,
    owner: (work) => asOwner(server, settings, work),
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

/** Makes the roles and runs the migrations that a server's database lacks. */
export async function bringUpToDate(server: Server, settings: PoolSettings): Promise<void> {
  await withOwnerClient(server, settings, async (client) => {
    await createMissingRoles(client)
    await migrate(client, await readMigrations())
    await refuseRolesAboveSecurity(client)
    if (server.passwords && !(await canSignIn(server))) await setPasswords(client, server.passwords)
  })
}

async function withOwnerClient(
  server: Server,
  settings: PoolSettings,
  work: (client: PoolClient) => Promise<void>,
): Promise<void> {
  const pool = ownerPool(server, settings)
  try {
    const client = await pool.connect()
    try {
      await work(client)
    } finally {
      client.release()
    }
  } finally {
    await pool.end()
  }
}

async function asOwner<T>(server: Server, settings: PoolSettings, work: (db: Kysely<DB>) => Promise<T>): Promise<T> {
  const db = new Kysely<DB>({ dialect: new ScopedDialect(ownerPool(server, settings)) })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}
