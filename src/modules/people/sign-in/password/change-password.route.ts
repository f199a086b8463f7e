import { unreachable } from '../../../../kernel/result.ts'
import { type Answer, page, type Route, route, type Visit } from '../../../../platform/http/route.ts'
import { accountHolder } from '../../access.ts'
import type { AccountHolder, Visitor } from '../../visitor.ts'
import { recordOwnChange } from '../account/own-change.ts'
import { findStanding } from '../account/standing.ts'
import type { Doors } from '../doors.ts'
import { changePasswordPage } from './change-password.page.tsx'
import { type ChangeRefusal, changePassword } from './new-password.ts'
import { problemInWords } from './password-words.ts'

export function changePasswordRoutes(doors: Doors): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/account/password',
      access: accountHolder,
      answer: async ({ visitor }) => {
        const { email } = await findStanding(doors.accounts, visitor.accountId)
        return page(changePasswordPage(visitor, email, []))
      },
    }),
    route({
      method: 'POST',
      url: '/account/password',
      access: accountHolder,
      answer: (visit) => tryChange(doors, visit),
    }),
  ]
}

async function tryChange(doors: Doors, visit: Visit<AccountHolder>): Promise<Answer> {
  const { visitor, form } = visit
  const present = form.fields.present?.[0] ?? ''
  const chosen = form.fields.chosen?.[0] ?? ''
  const missing = [
    ...(present === '' ? [{ field: 'present', message: 'Enter the password you have now' }] : []),
    ...(chosen === '' ? [{ field: 'chosen', message: 'Choose a new password' }] : []),
  ]
  const { email } = await findStanding(doors.accounts, visitor.accountId)
  if (missing.length > 0) return page(changePasswordPage(visitor, email, missing), 422)
  const changed = await changePassword(doors, visit, { present, chosen, email })
  if (!changed.ok) {
    const status = changed.refusal.kind === 'too-many-tries' ? 429 : 422
    return page(changePasswordPage(visitor, email, [problemOfRefusal(changed.refusal)]), status)
  }
  await recordOwnChange(doors, visitor, 'changed their own password')
  return { kind: 'redirect', to: '/account?done=password', cookies: changed.value }
}

function problemOfRefusal(refusal: ChangeRefusal) {
  switch (refusal.kind) {
    case 'wrong-password':
      return { field: 'present', message: 'This is not your password. Enter the one you sign in with now' }
    case 'too-many-tries':
      return {
        field: 'present',
        message: `There were too many tries. Wait ${refusal.waitSeconds} seconds and try again`,
      }
    case 'will-not-do':
      return { field: 'chosen', message: problemInWords(refusal.problem) }
    default:
      return unreachable(refusal)
  }
}
