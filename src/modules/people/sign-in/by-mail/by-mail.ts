import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { recordChange } from '../../../audit/index.ts'
import { findMember } from '../../people.store.ts'
import { findStanding } from '../account/standing.ts'
import { tellDoor, whoTyped } from '../door-log.ts'
import { askLibrary, type Doors, type Knock, waitAsked } from '../doors.ts'
import { takeTry } from '../limits/wrong-tries.store.ts'
import { type PasswordProblem, passwordProblem } from '../password/check-password.ts'
import { type CameIn, cameIn } from '../sign-in.ts'

export type AskRefusal = { readonly kind: 'too-many-tries'; readonly waitSeconds: number }
export type LinkKind = 'sign-in-link' | 'password-link'

/**
 * Asks for a link by mail. The answer and the work are the same whether the address is somebody's or nobody's; a mail goes out after
 * it, or none. An address that many links are asked for gets no more for a while, and that too is not said.
 */
export async function askForLink(
  doors: Doors,
  knock: Knock,
  { kind, email, next }: { readonly kind: LinkKind; readonly email: string; readonly next: string },
): Promise<Result<undefined, AskRefusal>> {
  tellDoor(doors, knock, 'link asked for', { what: kind, tried: whoTyped(doors, email) })
  const tried = await takeTry(doors.pool, `${kind} ${email.toLowerCase()}`, doors.world.now())
  if (!tried.isLet) return ok()
  if (kind === 'password-link') {
    // The library does less for an address that is somebody's than for one that is nobody's: whoever asks does not wait for it.
    doors.afterwards(async () => void (await askLibrary(doors, '/request-password-reset', knock, { email })))
    return ok()
  }
  const response = await askLibrary(doors, '/sign-in/magic-link', knock, { email, metadata: { next } })
  return response.status === 429 ? refuse({ kind: 'too-many-tries', waitSeconds: waitAsked(response) }) : ok()
}

/** Signs in by the key of a link, which opens nothing after that. */
export async function openLink(doors: Doors, knock: Knock, key: string): Promise<Result<CameIn, { kind: 'over' }>> {
  const response = await askLibrary(doors, `/magic-link/verify?${new URLSearchParams({ token: key })}`, knock)
  if (response.ok) return ok(await cameIn(doors, knock, response, 'link'))
  tellDoor(doors, knock, 'sign-in refused', { way: 'link', why: 'over' })
  return refuse({ kind: 'over' })
}

export type NewPasswordRefusal =
  | { readonly kind: 'over' }
  | { readonly kind: 'will-not-do'; readonly problem: PasswordProblem }

/** Chooses a new password by the key of a link; every browser that was signed in is signed out. */
export async function choosePassword(
  doors: Doors,
  knock: Knock,
  { key, chosen }: { readonly key: string; readonly chosen: string },
): Promise<Result<undefined, NewPasswordRefusal>> {
  const { accounts, world } = doors
  const { internalAdapter } = await accounts.$context
  const kept = await internalAdapter.findVerificationValue(`reset-password:${key}`)
  const member = kept && (await findMember(world, kept.value))
  if (!member) return refuse({ kind: 'over' })
  const { email } = await findStanding(accounts, member.accountId)
  const known = [member.person.name, email, member.partnershipName]
  const problem = await passwordProblem(chosen, known, doors.isCommon)
  if (problem) return refuse({ kind: 'will-not-do', problem })
  const response = await askLibrary(doors, '/reset-password', knock, { newPassword: chosen, token: key })
  if (!response.ok) return refuse({ kind: 'over' })
  tellDoor(doors, knock, 'way in changed', { account: member.accountId, what: 'chose a new password by a link' })
  await inScope(world.db, wholePartnership(member.partnershipId), (tx) =>
    recordChange(
      tx,
      world,
      { ...member, address: knock.address },
      {
        what: 'chose a new password by a link',
        subject: { kind: 'person', id: member.person.id },
      },
    ),
  )
  return ok()
}
