import { Pool, type PoolConfig } from 'pg'
import { prepareStatements } from './prepare-statements.ts'
import type { Server } from './server.ts'
import { readAsText, readWholeNumbers } from './value-types.ts'

/** Sessions speak one dialect wherever the server stands: UTC, and dates as 2014-09-30. */
export const SESSION = '-c TimeZone=UTC -c DateStyle=ISO,YMD -c IntervalStyle=iso_8601'

export type PoolSettings = {
  /** connections that pages may use at once in this process */
  readonly poolSize: number
  /** how the server's lists name this process */
  readonly applicationName: string
}

/** Connections for reading and writing the partnerships' data, as the role that owns nothing. */
export function appPool(server: Server, { poolSize, applicationName }: PoolSettings): Pool {
  return pool({
    ...server.signInAs.app,
    ...limits,
    max: poolSize,
    application_name: applicationName,
    options: SESSION,
    types: readAsText,
  })
}

/** Connections for the sign-in library, which sees its own tables and no others. */
export function signInPool(server: Server, { poolSize, applicationName }: PoolSettings): Pool {
  return pool({
    ...server.signInAs.signIn,
    ...limits,
    max: Math.min(poolSize, 5),
    application_name: `${applicationName} sign-in`,
    options: `${SESSION} -c search_path=sign_in`,
    types: readWholeNumbers,
  })
}

/** One connection as the owner, for migrations and tests. */
export function ownerPool(server: Server, { applicationName }: Pick<PoolSettings, 'applicationName'>): Pool {
  return pool({
    ...server.signInAs.owner,
    max: 1,
    connectionTimeoutMillis: 10_000,
    application_name: `${applicationName} owner`,
    options: SESSION,
    types: readAsText,
  })
}

const limits = {
  connectionTimeoutMillis: 10_000,
  idleTimeoutMillis: 60_000,
  statement_timeout: 15_000,
  idle_in_transaction_session_timeout: 30_000,
  keepAlive: true,
} satisfies PoolConfig

/**
 * A connection that breaks is replaced at its next use. Whoever was waiting for an answer on it is told by the answer;
 * the event besides would end the process if nobody listened.
 */
function pool(settings: PoolConfig): Pool {
  const made = new Pool(settings)
  made.on('error', () => undefined)
  made.on('connect', (client) => {
    client.on('error', () => undefined)
    prepareStatements(client)
  })
  return made
}
