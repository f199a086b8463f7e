import { Client, type ClientConfig } from 'pg'
import { codeOf } from '../../problem.ts'
import { OWNER } from '../server.ts'
import type { Cluster } from './cluster.ts'
import { runningSocketFolder } from './server-process.ts'

/** The lock, in the database `postgres`, that every process shares while it uses the server. */
const PRESENCE_LOCK = 7_204_510

/** A session that tells the other processes that this one uses the server. */
export type Presence = {
  readonly socketFolder: string
  readonly client: Client
}

/** `absent`: no server answers; `busy`: one is starting or stopping, and will be ready or gone in a while. */
export type Attempt = Presence | 'absent' | 'busy'

const ABSENT = ['ENOENT', 'ECONNREFUSED']
const CANNOT_CONNECT_NOW = ['57P01', '57P03', 'ECONNRESET', 'EPIPE']

export function ownerOn(socketFolder: string, database: string): ClientConfig {
  return { host: socketFolder, port: 5432, user: OWNER, database, ssl: false }
}

/** Says to a running server that this process uses it. */
export async function tryToEnter(cluster: Cluster): Promise<Attempt> {
  const socketFolder = (await runningSocketFolder(cluster)) ?? cluster.socketFolder
  const client = new Client({ ...ownerOn(socketFolder, 'postgres'), application_name: 'trellis presence' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    if (await asks(client, 'pg_try_advisory_lock_shared')) return { socketFolder, client }
    await client.end()
    return 'busy'
  } catch (problem) {
    const code = codeOf(problem)
    if (ABSENT.includes(code)) return 'absent'
    if (CANNOT_CONNECT_NOW.includes(code) || isCutOff(problem)) return 'busy'
    throw problem
  }
}

/** Takes this process's mark away. True when no other is left: then nobody enters until the server has stopped. */
export async function leaveAsLast({ client }: Presence): Promise<boolean> {
  await asks(client, 'pg_advisory_unlock_shared')
  return asks(client, 'pg_try_advisory_lock')
}

type LockFunction = 'pg_try_advisory_lock_shared' | 'pg_advisory_unlock_shared' | 'pg_try_advisory_lock'

async function asks(client: Client, lockFunction: LockFunction): Promise<boolean> {
  const { rows } = await client.query<{ done: boolean }>(`select ${lockFunction}(${PRESENCE_LOCK}) as done`)
  return rows[0]?.done === true
}

/** The driver has words, not a code, for a server that goes away while it is being spoken to. */
function isCutOff(problem: unknown): boolean {
  return problem instanceof Error && /terminated|not queryable|Connection ended/i.test(problem.message)
}
