import type { Kysely } from 'kysely'
import type { DB } from '../../../platform/database/index.ts'
import { findMember } from '../people.store.ts'
import { ANONYMOUS, type Visitor } from '../visitor.ts'
import type { Accounts } from './accounts.ts'

/** Who a request comes from, by its session cookie. */
export function identifyWith(accounts: Accounts, db: Kysely<DB>): (headers: Headers) => Promise<Visitor> {
  return async (headers) => {
    if (!headers.get('cookie')?.includes('trellis.session_token')) return ANONYMOUS
    const session = await accounts.api.getSession({ headers })
    return session ? ((await findMember(db, session.user.id)) ?? ANONYMOUS) : ANONYMOUS
  }
}
