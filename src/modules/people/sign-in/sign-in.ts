import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { askLibrary, type Doors, type Knock, waitAsked } from './doors.ts'
import { forgetTries, takeTry } from './limits/wrong-tries.store.ts'

export type SignInRefusal =
  | { readonly kind: 'not-known' }
  /** too many from one address of the network */
  | { readonly kind: 'too-many-tries'; readonly waitSeconds: number }
  /** too many in a row for one e-mail address, whether it is somebody's or not */
  | { readonly kind: 'must-wait'; readonly waitSeconds: number }

/** The cookies to set, and whether a second step is still to come. */
export type CameIn = { readonly cookies: readonly string[]; readonly asksForCode: boolean }

/** Tries an e-mail address and a password. */
export async function signIn(
  doors: Doors,
  knock: Knock,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Result<CameIn, SignInRefusal>> {
  const { pool, world } = doors
  const tried = `password ${email.toLowerCase()}`
  const let_ = await takeTry(pool, tried, world.now())
  if (!let_.isLet) return refuse({ kind: 'must-wait', waitSeconds: let_.waitSeconds })
  const response = await askLibrary(doors, '/sign-in/email', knock, { email, password })
  if (response.status === 429) return refuse({ kind: 'too-many-tries', waitSeconds: waitAsked(response) })
  if (!response.ok) return refuse({ kind: 'not-known' })
  await forgetTries(pool, tried, world.now())
  return ok(await cameIn(doors, knock, response))
}

/**
 * What the library's answer means once it has opened. A session that the browser had before ends: whoever left it there, on
 * purpose or not, does not share the new one.
 */
export async function cameIn(doors: Doors, knock: Knock, response: Response): Promise<CameIn> {
  const cookies = response.headers.getSetCookie()
  const answer: unknown = await response.json().catch(() => null)
  const asksForCode = typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer
  if (!asksForCode) await signOut(doors, knock)
  return { cookies, asksForCode }
}

/** Ends the session; the answer is the cookies to clear. */
export async function signOut(doors: Doors, knock: Knock): Promise<readonly string[]> {
  if (!knock.headers.get('cookie')?.includes('trellis.')) return []
  const response = await askLibrary(doors, '/sign-out', knock, {})
  return response.headers.getSetCookie()
}
