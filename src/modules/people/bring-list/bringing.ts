import type { OrganisationId, PersonId, PostId } from '../../../kernel/id.ts'
import type { OrganisationKind } from '../directory/directory.ts'
import type { ListRow } from './list-row.ts'

/** Somebody of the directory, as a list is matched with them. */
export type PersonKnown = {
  readonly id: PersonId
  readonly name: string
  readonly otherNames: readonly string[]
  readonly email: string | null
  readonly mobile: string | null
  readonly organisation: { readonly id: OrganisationId; readonly name: string } | null
  readonly hasLeft: boolean
}
export type PostKnown = {
  readonly id: PostId
  readonly name: string
  readonly organisationId: OrganisationId | null
  readonly holders: readonly { readonly id: PersonId; readonly name: string }[]
}
/** What the directory holds when a list is looked at. An organisation's former names, and those it took over from, find it too. */
export type DirectoryKnown = {
  readonly people: readonly PersonKnown[]
  readonly organisations: readonly {
    readonly id: OrganisationId
    readonly name: string
    readonly names: readonly string[]
  }[]
  readonly posts: readonly PostKnown[]
}

/** What was said of a row that was unclear: the id of somebody known, or that it is somebody else. Nothing said leaves it out. */
export type Answers = ReadonlyMap<number, string>
export const SOMEBODY_ELSE = 'somebody-else'

/** Where a row's organisation is: known, or made by the first line that names it. */
export type OrganisationMeant =
  | { readonly kind: 'known'; readonly id: OrganisationId; readonly name: string }
  | {
      readonly kind: 'new'
      readonly key: string
      readonly name: string
      readonly organisationKind: OrganisationKind
      readonly isMade: boolean
    }

export type PersonMeant =
  | { readonly kind: 'known'; readonly person: PersonKnown }
  | { readonly kind: 'new'; readonly line: number; readonly isMade: boolean }

export type Contact = { readonly name: string; readonly email: string | null; readonly mobile: string | null }

/** What happens with one row. */
export type Step = {
  readonly row: ListRow
  readonly outcome: 'new' | 'changed' | 'same' | 'unclear' | 'left-out'
  /** what will happen, or why nothing does, each in words */
  readonly says: readonly string[]
  /** for an unclear row: who may be meant */
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly organisation: OrganisationMeant | null
  readonly person: PersonMeant | null
  /** what the row says of them, put in order */
  readonly contact: Contact | null
  /** what is new of the person; what is not here stays as it is */
  readonly set: {
    readonly name?: string
    readonly email?: string
    readonly mobile?: string
    readonly movesOrganisation?: true
  }
  readonly post:
    | { readonly kind: 'new'; readonly name: string }
    | { readonly kind: 'take'; readonly id: PostId; readonly name: string }
    | null
}
