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
import type { PartnershipId } from '../../kernel/id.ts'
import type { DB } from './schema.generated.ts'
import { beginningOf, type Sight, WHOLE_SIGHT } from './sight.ts'

/** A transaction whose scope is set: what every store function is handed. */
export type Tx = Transaction<DB>

/** Whose transaction it is: what of a partnership it sees, and may write. Somebody signed in is one. */
export type Scope = { readonly partnershipId: PartnershipId; readonly sight: Sight }

/** All of a partnership, as jobs, the command line and the making of a partnership need it; for nobody who visits pages. */
export function wholePartnership(partnershipId: PartnershipId): Scope {
  return { partnershipId, sight: WHOLE_SIGHT }
}

/**
 * Does some work inside one scope, in one transaction: its queries see that partnership's rows only, and of them what the scope's
 * reader is shown. When the work throws, or returns a refusal (`ok: false`), nothing it wrote remains.
 *
 * @throws RangeError when an id is not a UUID
 */
export async function inScope<T>(db: Kysely<DB>, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<Awaited<T>> {
  return inTransaction(db, beginningOf(scope), work)
}

/** Does some work as a signed-in account, before a partnership is chosen: it sees which people the account is, no more. */
export function inAccount<T>(db: Kysely<DB>, accountId: string, work: (tx: Tx) => Promise<T>): Promise<Awaited<T>> {
  return inTransaction(db, `begin; set local trellis.account to ${escapeLiteral(accountId)}`, work)
}

/** How the transaction about to begin begins: with its settings, which end with it. */
const beginning = new AsyncLocalStorage<string>()

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
    await connection.executeQuery(CompiledQuery.raw(beginning.getStore() ?? 'begin'))
  }
}

async function inTransaction<T>(db: Kysely<DB>, begin: string, work: (tx: Tx) => Promise<T>): Promise<Awaited<T>> {
  try {
    return await beginning.run(begin, () =>
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
