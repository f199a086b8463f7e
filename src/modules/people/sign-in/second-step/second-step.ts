import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { CODE_USED } from '../accounts.ts'
import { tellDoor } from '../door-log.ts'
import { askLibrary, type Doors, type Knock } from '../doors.ts'
import { cameIn } from '../sign-in.ts'

/**
 * `over`: the first step was too long ago, or too many codes were wrong; whoever it is begins anew. `used`: the code was right and opened something before;
 * they begin anew too. `must-wait`: for a quarter of an hour.
 */
export type CodeRefusal = { readonly kind: 'wrong-code' | 'over' | 'used' | 'must-wait' }

/** Tries a code from the app, or a recovery code: which of them it is, its look tells. The answer is the cookies to set. */
export async function tryCode(
  doors: Doors,
  knock: Knock,
  said: string,
): Promise<Result<readonly string[], CodeRefusal>> {
  const code = said.replaceAll(/\s/g, '').toLowerCase()
  const door = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
  const response = await askLibrary(doors, door, knock, { code: asKept(code) })
  if (response.ok) return ok((await cameIn(doors, knock, response, 'second-factor')).cookies)
  const no = (kind: CodeRefusal['kind']) => {
    tellDoor(doors, knock, 'sign-in refused', { way: 'second-factor', why: kind })
    return refuse({ kind })
  }
  if (response.status === 429) return no('must-wait')
  const answer: unknown = await response.json().catch(() => null)
  const reason = typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : ''
  if (reason === CODE_USED) return no('used')
  return no(reason === 'INVALID_CODE' || reason === 'INVALID_BACKUP_CODE' ? 'wrong-code' : 'over')
}

/** Recovery codes are known without their dash too. */
function asKept(code: string): string {
  return code.replace(/^([a-z0-9]{5})([a-z0-9]{5})$/, '$1-$2')
}
