import type { PersonId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { reachOf } from '../rights.ts'
import { type GivenRole, type KeptRole, type Role, STANDING_ALONE } from '../roles.ts'

/** Why a role is not given or taken. */
export type RoleRefusal =
  | { readonly kind: 'themselves' | 'administrators-only' | 'has-it' | 'has-it-not' | 'no-organisation' | 'no-reason' }
  | { readonly kind: 'reason-too-long' }
  /** they are the last one, and nobody could do what the role is for */
  | { readonly kind: 'last-one'; readonly role: KeptRole }

export type Giver = { readonly id: PersonId; readonly roles: readonly Role[] }

/** Somebody whose roles are changed. */
export type RoleHolder = {
  readonly id: PersonId
  readonly roles: readonly GivenRole[]
  readonly hasOrganisation: boolean
  /** the roles that nobody but them has and can use */
  readonly nobodyElses: readonly KeptRole[]
}

export const LONGEST_REASON = 500

/** Whether somebody with these roles gives and takes a role at all. */
export function givesRole(roles: readonly Role[], role: GivenRole): boolean {
  return reachOf(role === 'administrator' ? 'give-administration' : 'give-roles', roles).length > 0
}

/**
 * Whether a role may be given. Nobody gives one to themselves. A role that stands alone puts the others out of force, so that the
 * last administrator or manager does not get it.
 */
export function mayGiveRole(
  giver: Giver,
  { role, to, reason }: { readonly role: GivenRole; readonly to: RoleHolder; readonly reason: string },
): Result<undefined, RoleRefusal> {
  if (giver.id === to.id) return refuse({ kind: 'themselves' })
  if (!givesRole(giver.roles, role)) return refuse({ kind: 'administrators-only' })
  if (to.roles.includes(role)) return refuse({ kind: 'has-it' })
  if (role === 'contributor' && !to.hasOrganisation) return refuse({ kind: 'no-organisation' })
  const putsOut = STANDING_ALONE.some((alone) => alone === role)
  const last = putsOut ? to.nobodyElses.find((kept) => to.roles.includes(kept)) : undefined
  if (last) return refuse({ kind: 'last-one', role: last })
  return checkReason(reason)
}

/** Whether a role may be taken; also from oneself, but never from the last administrator or manager. */
export function mayTakeRole(
  taker: Giver,
  { role, from, reason }: { readonly role: GivenRole; readonly from: RoleHolder; readonly reason: string },
): Result<undefined, RoleRefusal> {
  if (!givesRole(taker.roles, role)) return refuse({ kind: 'administrators-only' })
  if (!from.roles.includes(role)) return refuse({ kind: 'has-it-not' })
  const last = from.nobodyElses.find((kept) => kept === role)
  if (last) return refuse({ kind: 'last-one', role: last })
  return checkReason(reason)
}

function checkReason(reason: string): Result<undefined, RoleRefusal> {
  if (reason === '') return refuse({ kind: 'no-reason' })
  return reason.length > LONGEST_REASON ? refuse({ kind: 'reason-too-long' }) : ok()
}
