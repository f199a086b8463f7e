import { z } from 'zod'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { tellDoor, whoTyped } from './door-log.ts'
import { askLibrary, type Doors, type Knock, waitAsked } from './doors.ts'
import { forgetTries, takeTry } from './limits/wrong-tries.store.ts'
import type { Way } from './ways.ts'

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
  const no = (why: string) =>
    tellDoor(doors, knock, 'sign-in refused', { way: 'password', why, tried: whoTyped(doors, email) })
  if (!let_.isLet) {
    no('must wait')
    return refuse({ kind: 'must-wait', waitSeconds: let_.waitSeconds })
  }
  const response = await askLibrary(doors, '/sign-in/email', knock, { email, password })
  if (response.status === 429) {
    no('too many tries')
    return refuse({ kind: 'too-many-tries', waitSeconds: waitAsked(response) })
  }
  if (!response.ok) {
    no('not known')
    return refuse({ kind: 'not-known' })
  }
  await forgetTries(pool, tried, world.now())
  return ok(await cameIn(doors, knock, response, 'password'))
}

/**
 * What the library's answer means once it has opened. A session that the browser had before ends: whoever left it there, on
 * purpose or not, does not share the new one.
 */
export async function cameIn(doors: Doors, knock: Knock, response: Response, way: Way): Promise<CameIn> {
  const cookies = response.headers.getSetCookie()
  const answer: unknown = await response.json().catch(() => null)
  const asksForCode = typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer
  tellDoor(doors, knock, asksForCode ? 'signed in, but for a second factor' : 'signed in', {
    way,
    account: accountIn(answer),
  })
  if (!asksForCode) await signOut(doors, knock)
  return { cookies, asksForCode }
}

/** The account that the library says came in. */
function accountIn(answer: unknown): string | undefined {
  const read = cameInShape.safeParse(answer)
  return read.success ? (read.data.user?.id ?? read.data.session?.userId) : undefined
}

const cameInShape = z.object({
  user: z.object({ id: z.string() }).optional(),
  session: z.object({ userId: z.string() }).optional(),
})

/** Ends the session; the answer is the cookies to clear. */
export async function signOut(doors: Doors, knock: Knock): Promise<readonly string[]> {
  if (!knock.headers.get('cookie')?.includes('trellis.')) return []
  const response = await askLibrary(doors, '/sign-out', knock, {})
  return response.headers.getSetCookie()
}
