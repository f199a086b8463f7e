import type { BodyId, PartnershipId, PersonId, PostId } from '../../kernel/id.ts'
import type { Access } from '../../platform/http/route.ts'
import type { Lack } from './sign-in/demand/lacking.ts'

export type Role = 'manager' | 'viewer'

/** Somebody signed in, as the person they are in one partnership. */
export type Member = {
  readonly kind: 'member'
  readonly accountId: string
  readonly partnershipId: PartnershipId
  readonly partnershipName: string
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly roles: readonly Role[]
  /** the bodies they chair */
  readonly chairs: readonly BodyId[]
  /** the posts they hold */
  readonly posts: readonly PostId[]
  /** for whom they stand in today: people, and posts, those that these people hold among them */
  readonly standsInFor: StandsInFor
  /** the network address of this request */
  readonly address?: string
  /** the session of this request, and how it was come by */
  readonly session?: { readonly id: string; readonly way: string | null }
}

export type StandsInFor = { readonly people: readonly PersonId[]; readonly posts: readonly PostId[] }

/** Somebody signed in whose partnership demands a stronger way in: until they have it, they see their own account and nothing else. */
export type Unready = Omit<Member, 'kind'> & { readonly kind: 'unready'; readonly lacks: Lack }
/** Whoever is signed in, to look after their own account. */
export type AccountHolder = Member | Unready

export type Anonymous = { readonly kind: 'anonymous' }
export type Visitor = Member | Unready | Anonymous

export const ANONYMOUS: Anonymous = { kind: 'anonymous' }

/** Anybody at all; said aloud where a page is public. */
export const anybody: Access<Visitor> = {
  name: 'public',
  allows: (_visitor): _visitor is Visitor => true,
}

/** Everybody of the partnership who signed in: managers, chairs, leads and viewers. */
export const member: Access<Visitor, Member> = {
  name: 'member',
  allows: (visitor): visitor is Member => visitor.kind === 'member',
}

/** Whoever is signed in, for their own account: also before they have the second factor that is demanded. */
export const accountHolder: Access<Visitor, AccountHolder> = {
  name: 'account',
  allows: (visitor): visitor is AccountHolder => visitor.kind !== 'anonymous',
}

/** The partnership manager. */
export const manager: Access<Visitor, Member> = {
  name: 'manager',
  allows: (visitor): visitor is Member => visitor.kind === 'member' && isManager(visitor),
}

export function isManager(visitor: Member): boolean {
  return visitor.roles.includes('manager')
}
