import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { AccountHolder } from '../../visitor.ts'
import { askLibrary, type Doors, type Knock, waitAsked } from '../doors.ts'

export type FactorRefusal =
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'wrong-code' }
  | { readonly kind: 'too-many-tries'; readonly waitSeconds: number }

/** What the app on somebody's phone is told: as a whole address for its camera, and the key in it to be typed. */
export type Shown = { readonly address: string; readonly key: string }

/** Begins: nothing is asked at signing in until a code has shown that the app has the key. */
export async function beginSecondFactor(
  doors: Doors,
  knock: Knock,
  password: string,
): Promise<Result<Shown, FactorRefusal>> {
  const response = await askLibrary(doors, '/two-factor/enable', knock, { password })
  if (!response.ok) return refuse(refusalOf(response, 'wrong-password'))
  const address = textAt(await response.json(), 'totpURI')
  return ok({ address, key: new URL(address).searchParams.get('secret') ?? '' })
}

export type Confirmed = { readonly cookies: readonly string[]; readonly codes: readonly string[] }

/** The first code from the app: from now on one is asked. The recovery codes are handed out once, here. */
export async function confirmSecondFactor(
  doors: Doors,
  knock: Knock & { readonly visitor: AccountHolder },
  code: string,
): Promise<Result<Confirmed, FactorRefusal>> {
  const response = await askLibrary(doors, '/two-factor/verify-totp', knock, { code })
  if (!response.ok) return refuse(refusalOf(response, 'wrong-code'))
  const { backupCodes } = await doors.accounts.api.viewBackupCodes({ body: { userId: knock.visitor.accountId } })
  return ok({ cookies: response.headers.getSetCookie(), codes: backupCodes })
}

/** New recovery codes; the ones before are worth nothing. */
export async function renewCodes(
  doors: Doors,
  knock: Knock,
  password: string,
): Promise<Result<readonly string[], FactorRefusal>> {
  const response = await askLibrary(doors, '/two-factor/generate-backup-codes', knock, { password })
  if (!response.ok) return refuse(refusalOf(response, 'wrong-password'))
  const answer: unknown = await response.json()
  const codes = typeof answer === 'object' && answer !== null && 'backupCodes' in answer ? answer.backupCodes : []
  return ok(Array.isArray(codes) ? codes.map(String) : [])
}

export async function endSecondFactor(
  doors: Doors,
  knock: Knock,
  password: string,
): Promise<Result<readonly string[], FactorRefusal>> {
  const response = await askLibrary(doors, '/two-factor/disable', knock, { password })
  return response.ok ? ok(response.headers.getSetCookie()) : refuse(refusalOf(response, 'wrong-password'))
}

function refusalOf(response: Response, kind: 'wrong-password' | 'wrong-code'): FactorRefusal {
  return response.status === 429 ? { kind: 'too-many-tries', waitSeconds: waitAsked(response) } : { kind }
}

function textAt(answer: unknown, name: string): string {
  if (typeof answer !== 'object' || answer === null) return ''
  const found = Object.entries(answer).find(([key]) => key === name)?.[1]
  return typeof found === 'string' ? found : ''
}
