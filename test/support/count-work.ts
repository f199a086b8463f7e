import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { mock } from 'node:test'
import pg from 'pg'

/**
 * Counts what the house does, without changing it: every statement that goes to a database, and every slow hash. To be imported before the house is, and by
 * itself, so that nothing holds the functions as they were.
 */
const hashes = mock.method(crypto, 'argon2')
syncBuiltinESMExports()
const statements = mock.method(pg.Client.prototype, 'query')

export type Work = { readonly statements: number; readonly hashes: number }

/** The work since the last asking. */
export function takeWork(): Work {
  const work = { statements: statements.mock.callCount(), hashes: hashes.mock.callCount() }
  statements.mock.resetCalls()
  hashes.mock.resetCalls()
  return work
}
