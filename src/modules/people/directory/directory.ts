import type { BodyId, OrganisationId, PersonId, PostId } from '../../../kernel/id.ts'

export type OrganisationKind =
  | 'council'
  | 'nhs'
  | 'police'
  | 'school'
  | 'college'
  | 'charity'
  | 'young-people'
  | 'other'
export type BodyKind = 'board' | 'executive' | 'lead-group' | 'sub-group' | 'committee'
export type Seat = 'chair' | 'deputy-chair' | 'member'

/** Somebody to choose; the posts they hold tell namesakes apart. */
export type Person = { readonly id: PersonId; readonly name: string; readonly post: string | null }
export type Body = {
  readonly id: BodyId
  readonly name: string
  readonly shortName: string | null
  readonly kind: BodyKind
}
/** A post to choose, with who holds it now: nobody when it is vacant. */
export type Post = {
  readonly id: PostId
  readonly name: string
  /** the organisation or body it belongs to */
  readonly of: string | null
  readonly holders: readonly string[]
}
export type Organisation = { readonly id: OrganisationId; readonly name: string; readonly kind: OrganisationKind }

/** Another name by which something of the directory was known, or one that an ended organisation or body had. */
export type OtherName = { readonly name: string; readonly known: KnownId }

/** Who and what a partnership knows, to choose from and to match names with: whoever left and whatever ended is not in it. */
export type Directory = {
  readonly people: readonly Person[]
  readonly bodies: readonly Body[]
  readonly posts: readonly Post[]
  readonly organisations: readonly Organisation[]
  readonly otherNames: readonly OtherName[]
}

/** What a lead's name may be tied to. */
export type KnownId =
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'post'; readonly id: PostId }
  | { readonly kind: 'body'; readonly id: BodyId }
  | { readonly kind: 'organisation'; readonly id: OrganisationId }

export type Known = KnownId & { readonly name: string }

/** A directory of nobody, to add to. */
export const NOBODY: Directory = { people: [], bodies: [], posts: [], organisations: [], otherNames: [] }
