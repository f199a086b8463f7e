import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  PostgresDialect,
  PostgresDriver,
  type Transaction,
} from 'kysely'
import { escapeLiteral, type Pool } from 'pg'
import { isUuid, type PartnershipId } from '../../kernel/id.ts'
import type { DB } from './schema.generated.ts'

/** A transaction whose scope is set: what every store function is handed. */
export type Tx = Transaction<DB>

/**
 * Does some work inside one partnership's scope, in one transaction: its queries see that partnership's rows only.
 * When the work throws, or returns a refusal (`ok: false`), nothing it wrote remains.
 *
 * @throws RangeError when the id is not a UUID
 */
export async function inScope<T>(
  db: Kysely<DB>,
  partnershipId: PartnershipId,
  work: (tx: Tx) => Promise<T>,
): Promise<Awaited<T>> {
  if (!isUuid(partnershipId)) throw new RangeError('A scope needs the id of a partnership')
  return inTransaction(db, { name: 'trellis.partnership', value: partnershipId }, work)
}

/** Does some work as a signed-in account, before a partnership is chosen: it sees which people the account is, no more. */
export function inAccount<T>(db: Kysely<DB>, accountId: string, work: (tx: Tx) => Promise<T>): Promise<Awaited<T>> {
  return inTransaction(db, { name: 'trellis.account', value: accountId }, work)
}

type Scope = { readonly name: 'trellis.partnership' | 'trellis.account'; readonly value: string }

const scopeOfTransaction = new AsyncLocalStorage<Scope>()

/** Kysely's way to PostgreSQL, except that a transaction begins and gets its scope in one message to the server. */
export class ScopedDialect extends PostgresDialect {
  readonly #pool: Pool
  constructor(pool: Pool) {
    super({ pool })
    this.#pool = pool
  }
  override createDriver(): PostgresDriver {
    return new ScopedDriver({ pool: this.#pool })
  }
}

class ScopedDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const scope = scopeOfTransaction.getStore()
    const setScope = scope ? `; set local ${scope.name} to ${escapeLiteral(scope.value)}` : ''
    await connection.executeQuery(CompiledQuery.raw(`begin${setScope}`))
  }
}

async function inTransaction<T>(db: Kysely<DB>, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<Awaited<T>> {
  try {
    return await scopeOfTransaction.run(scope, () =>
      db.transaction().execute(async (tx) => {
        const answer = await work(tx)
        if (isRefusal(answer)) throw new Undone(answer)
        return answer
      }),
    )
  } catch (problem) {
    if (problem instanceof Undone) return problem.answer
    throw problem
  }
}

/** Carries a refusal out of a transaction, past its rollback. */
class Undone<T> extends Error {
  readonly answer: T
  constructor(answer: T) {
    super('The work was refused')
    this.answer = answer
  }
}

function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false
}
