import type { ActionId, BodyId, Id, PersonId, PostId } from '../../../kernel/id.ts'
import type { GivenRole } from '../roles.ts'

/** What somebody who leaves held, and what took its place: enough to put it back. */
export type HandedOver = {
  readonly holdings: readonly Passed<'holding', PostId>[]
  readonly seats: readonly Passed<'seat', BodyId>[]
  readonly actions: readonly PassedAction[]
  readonly roles: readonly { readonly role: GivenRole; readonly to: PersonId | null }[]
  readonly accountId: string | null
  /** deputyships that ended with them, as they stood; missing in departures recorded before these were kept */
  readonly deputies?: readonly { readonly id: Id<'deputy'>; readonly endsBefore: string | null }[]
}

/** A record that ended, and the one that began in its place; null where it stays empty, or the taker held it already. */
export type Passed<Thing extends string, Of> = {
  readonly ended: Id<Thing>
  readonly of: Of
  readonly begun: Id<Thing> | null
  /** those who held the same beside them, and go on holding it */
  readonly beside?: readonly Id<Thing>[]
}

/** An action whose lead passed on, and the version that this left behind. */
export type PassedAction = { readonly id: ActionId; readonly version: number }
