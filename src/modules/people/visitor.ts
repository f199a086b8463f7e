import type { BodyId, PersonId, PostId } from '../../kernel/id.ts'
import type { Scope } from '../../platform/database/index.ts'
import type { Role } from './roles.ts'
import type { Lack } from './sign-in/demand/lacking.ts'

/** Somebody signed in, as the person they are in one partnership. */
export type Member = Scope & {
  readonly kind: 'member'
  readonly accountId: string
  readonly partnershipName: string
  readonly person: { readonly id: PersonId; readonly name: string }
  /** the roles in force: given, and had by a seat or an action */
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
