import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { tellDoor } from '../door-log.ts'
import { askLibrary, type Doors, type Knock } from '../doors.ts'
import { type CameIn, cameIn } from '../sign-in.ts'

/** What the browser is asked to do, as WebAuthn's JSON has it, and the cookie by which its answer is known. */
export type Challenge = { readonly options: unknown; readonly cookies: readonly string[] }

/** `registration`: for whoever is signed in, to make a passkey. `authentication`: for anybody, to show one. */
export async function challenge(doors: Doors, knock: Knock, of: 'registration' | 'authentication'): Promise<Challenge> {
  const door = of === 'registration' ? 'generate-register-options' : 'generate-authenticate-options'
  const response = await askLibrary(doors, `/passkey/${door}`, knock)
  const options: unknown = response.ok ? await response.json() : null
  return { options, cookies: response.headers.getSetCookie() }
}

type NotTaken = { readonly kind: 'not-taken' }

/** Signs in by what a device answered. */
export async function showPasskey(doors: Doors, knock: Knock, answer: string): Promise<Result<CameIn, NotTaken>> {
  const response = parsed(answer)
  if (!response) return refuse({ kind: 'not-taken' })
  const taken = await askLibrary(doors, '/passkey/verify-authentication', knock, { response })
  if (taken.ok) return ok(await cameIn(doors, knock, taken, 'passkey'))
  tellDoor(doors, knock, 'sign-in refused', { way: 'passkey', why: 'not taken' })
  return refuse({ kind: 'not-taken' })
}

/** Keeps the passkey that a device made. */
export async function keepPasskey(
  doors: Doors,
  knock: Knock,
  { answer, name }: { readonly answer: string; readonly name: string },
): Promise<Result<undefined, NotTaken>> {
  const response = parsed(answer)
  if (!response) return refuse({ kind: 'not-taken' })
  const taken = await askLibrary(doors, '/passkey/verify-registration', knock, { response, name })
  return taken.ok ? ok() : refuse({ kind: 'not-taken' })
}

/** False when it is somebody else's, or none. */
export async function renamePasskey(doors: Doors, knock: Knock, id: string, name: string): Promise<boolean> {
  return (await askLibrary(doors, '/passkey/update-passkey', knock, { id, name })).ok
}

export async function removePasskey(doors: Doors, knock: Knock, id: string): Promise<boolean> {
  return (await askLibrary(doors, '/passkey/delete-passkey', knock, { id })).ok
}

function parsed(answer: string): object | null {
  try {
    const value: unknown = JSON.parse(answer)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}
