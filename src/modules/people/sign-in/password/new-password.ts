import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { AccountHolder } from '../../visitor.ts'
import { askLibrary, type Doors, type Knock, waitAsked } from '../doors.ts'
import { type PasswordProblem, passwordProblem } from './check-password.ts'

export type ChangeRefusal =
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'too-many-tries'; readonly waitSeconds: number }
  | { readonly kind: 'will-not-do'; readonly problem: PasswordProblem }

/** Changes a password for whoever knows the present one; every other browser is signed out. The answer is the cookies to set. */
export async function changePassword(
  doors: Doors,
  knock: Knock & { readonly visitor: AccountHolder },
  { present, chosen, email }: { readonly present: string; readonly chosen: string; readonly email: string },
): Promise<Result<readonly string[], ChangeRefusal>> {
  const { person, partnershipName } = knock.visitor
  const problem = await passwordProblem(chosen, [person.name, email, partnershipName], doors.isCommon)
  if (problem) return refuse({ kind: 'will-not-do', problem })
  const body = { currentPassword: present, newPassword: chosen, revokeOtherSessions: true }
  const response = await askLibrary(doors, '/change-password', knock, body)
  if (response.status === 429) return refuse({ kind: 'too-many-tries', waitSeconds: waitAsked(response) })
  return response.ok ? ok(response.headers.getSetCookie()) : refuse({ kind: 'wrong-password' })
}
