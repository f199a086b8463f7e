import type { Kysely } from 'kysely'
import type { DB } from '../../../platform/database/index.ts'
import { findMember } from '../people.store.ts'
import { ANONYMOUS, type Member, type Visitor } from '../visitor.ts'
import { type Accounts, findAccount } from './accounts.ts'

/** Who a request comes from, by its session cookie. */
export function identifyWith(
  accounts: Accounts,
  db: Kysely<DB>,
): (headers: Headers, address: string) => Promise<Visitor> {
  return async (headers, address) => {
    if (!headers.get('cookie')?.includes('trellis.session_token')) return ANONYMOUS
    const session = await accounts.api.getSession({ headers })
    const member = session && (await findMember(db, session.user.id))
    return member ? { ...member, address } : ANONYMOUS
  }
}

/** The person whose account has an address; null when there is no such account, or it is nobody's yet. */
export async function findMemberByEmail(db: Kysely<DB>, accounts: Accounts, email: string): Promise<Member | null> {
  const accountId = await findAccount(accounts, email)
  return accountId === null ? null : findMember(db, accountId)
}
