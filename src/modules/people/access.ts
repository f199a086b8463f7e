import type { Access } from '../../platform/http/route.ts'
import { type Reach, type RightName, reachOf } from './rights.ts'
import type { AccountHolder, Member, Visitor } from './visitor.ts'

/** Anybody at all; said aloud where a page is public. */
export const anybody: Access<Visitor> = {
  name: 'public',
  allows: (_visitor): _visitor is Visitor => true,
}

/** Everybody who signed in, whatever their roles: for what is about nobody but themselves. */
export const signedIn: Access<Visitor, Member> = {
  name: 'signed-in',
  allows: (visitor): visitor is Member => visitor.kind === 'member',
}

/** Whoever is signed in, for their own account: also before they have the second factor that is demanded. */
export const accountHolder: Access<Visitor, AccountHolder> = {
  name: 'account',
  allows: (visitor): visitor is AccountHolder => visitor.kind !== 'anonymous',
}

/** Whoever has a right somewhere; on which records, the route's own rule says. */
export function may<Name extends RightName>(right: Name): Access<Visitor, Member> & { readonly name: Name } {
  return { name: right, allows: (visitor): visitor is Member => visitor.kind === 'member' && holds(visitor, right) }
}

/** Whether somebody has a right somewhere in the partnership. */
export function holds(visitor: Member, right: RightName): boolean {
  return reachOf(right, visitor.roles).length > 0
}

/** Whether a right of somebody's reaches every record of the partnership. */
export function holdsEverywhere(visitor: Member, right: RightName): boolean {
  return reaches(visitor, right, 'partnership')
}

/** Whether a right of somebody's is theirs on just that. */
export function reaches(visitor: Member, right: RightName, reach: Reach): boolean {
  return reachOf(right, visitor.roles).includes(reach)
}
