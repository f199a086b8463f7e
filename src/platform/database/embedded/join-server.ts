import { Client, type ClientConfig, escapeIdentifier } from 'pg'
import { APP_ROLES, type Server } from '../server.ts'
import { packagedBinaries } from './binaries.ts'
import { type Cluster, INITDB_ARGUMENTS, SERVER_SETTINGS } from './cluster.ts'
import { unless } from './files.ts'
import { findHome, LAST_RESORT } from './home.ts'
import { keepPresence, type ServerWatcher } from './keep-presence.ts'
import { ownerOn } from './presence.ts'

export type EmbeddedServer = {
  /** how to sign in to a database as the cluster's owner */
  asOwner(database: string): ClientConfig
  /** a database of the cluster, made if it is missing */
  database(name: string): Promise<Server>
  leave(): Promise<void>
}

/** Attaches this process to the server of a data folder, making and starting it where needed. */
export async function joinEmbeddedServer(dataDir: string, watcher?: ServerWatcher): Promise<EmbeddedServer> {
  return joinCluster(await clusterOf(dataDir), watcher)
}

/** The cluster of a data folder. */
export async function clusterOf(dataDir: string): Promise<Cluster> {
  const home = await findHome(dataDir)
  return {
    ...home,
    binaries: await packagedBinaries(home.runAs, LAST_RESORT),
    initdbArguments: INITDB_ARGUMENTS,
    accessRules: null,
    settings: SERVER_SETTINGS,
  }
}

/** Attaches this process to a cluster's server, and starts it again whenever it dies, until this process leaves. */
export async function joinCluster(cluster: Cluster, watcher?: ServerWatcher): Promise<EmbeddedServer> {
  const { socketFolder, leave } = await keepPresence(cluster, watcher)
  const asOwner = (database: string) => ownerOn(socketFolder, database)
  return {
    asOwner,
    database: async (name) => {
      await createMissingDatabase(asOwner('postgres'), name)
      const owner = asOwner(name)
      const signInAs = { owner, app: { ...owner, user: APP_ROLES.app }, signIn: { ...owner, user: APP_ROLES.signIn } }
      return { signInAs, passwords: null, leave }
    },
    leave,
  }
}

async function createMissingDatabase(owner: ClientConfig, name: string): Promise<void> {
  const client = new Client(owner)
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await unless(['42P04', '23505'], client.query(`create database ${escapeIdentifier(name)}`))
  } finally {
    await client.end()
  }
}
