import type { World } from '../../../platform/world.ts'
import { findMember, findSigner } from '../people.store.ts'
import { ANONYMOUS, type Member, type Visitor } from '../visitor.ts'
import { findAccount } from './account-holders.ts'
import type { Accounts } from './accounts.ts'
import { lacking } from './demand/lacking.ts'
import type { Doors } from './doors.ts'
import { understoodHeaders } from './keyring.ts'

/** Who a request comes from, by its session cookie; unready, while the session lacks what their partnership demands. */
export function identifyWith(doors: Doors): (headers: Headers, address: string) => Promise<Visitor> {
  return async (headers, address) => {
    if (!headers.get('cookie')?.includes('trellis.session_token')) return ANONYMOUS
    const known = await doors.accounts.api.getSession({ headers: await understoodHeaders(headers, doors) })
    if (!known || isOver(known.session.createdAt, doors.world.now())) return ANONYMOUS
    const found = await findSigner(doors.world, known.user.id)
    if (!found) return ANONYMOUS
    const way = known.session.way ?? null
    const member = { ...found.member, address, session: { id: known.session.id, way } }
    const lacks = lacking(found.demand, way, known.user.email)
    return lacks === null ? member : { ...member, kind: 'unready', lacks }
  }
}

/** However steadily a session is used, it ends after these days. */
const LONGEST_DAYS = 7

function isOver(began: { getTime(): number }, now: Temporal.Instant): boolean {
  return now.epochMilliseconds - began.getTime() >= LONGEST_DAYS * 24 * 60 * 60 * 1000
}

/** The person whose account has an address; null when there is no such account, or it is nobody's yet. */
export async function findMemberByEmail(
  world: Pick<World, 'db' | 'now'>,
  accounts: Accounts,
  email: string,
): Promise<Member | null> {
  const accountId = await findAccount(accounts, email)
  return accountId === null ? null : findMember(world, accountId)
}
