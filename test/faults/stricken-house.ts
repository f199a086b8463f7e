import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { clusterOf } from '../../src/platform/database/embedded/join-server.ts'
import { ownerOn } from '../../src/platform/database/embedded/presence.ts'
import { openDatabase } from '../../src/platform/database/index.ts'
import { makePlanOfSize, type PlanOfSize, type Size } from '../support/plan-of-size.ts'
import { freePort } from '../support/running-server.ts'

/** An installation of a test's own: a data folder with a partnership in it, and a port to serve it on. */
export type StrickenHouse = {
  readonly dataDir: string
  readonly port: number
  readonly plan: PlanOfSize
  /** every duty to report, in no order that matters */
  readonly points: string[]
  /** looks past the server and row-level security into the database */
  inDatabase<T>(work: (client: Client) => Promise<T>): Promise<T>
  killDatabase(): Promise<void>
  remove(): Promise<void>
}

/** Makes the installation; its own PostgreSQL writes to disk as it would for a real one. */
export async function aHouse(size: Size): Promise<StrickenHouse> {
  const dataDir = await mkdtemp(join(tmpdir(), 'trellis-fault-'))
  await chmod(dataDir, 0o711)
  const settings = { dataDir, databaseUrl: null, secret: null, poolSize: 2, applicationName: 'trellis test' }
  const database = await openDatabase(settings)
  const plan = await makePlanOfSize(database, size)
  const cluster = await clusterOf(dataDir)
  const inDatabase = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client(ownerOn(cluster.socketFolder, 'trellis'))
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }
  const points = await inDatabase(async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from reporting_point order by due_on, id')
    return rows.map(({ id }) => id)
  })
  await database.close()
  return {
    dataDir,
    port: await freePort(),
    plan,
    points,
    inDatabase,
    killDatabase: async () => {
      process.kill(await serverPid(cluster.folder), 'SIGKILL')
    },
    remove: () => rm(dataDir, { recursive: true, force: true }),
  }
}

async function serverPid(folder: string): Promise<number> {
  const [pid] = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')
  return Number(pid)
}
