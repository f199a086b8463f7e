import { words } from '../../../../platform/http/form.ts'
import { type Answer, page, type Route, redirect, route, type Visit } from '../../../../platform/http/route.ts'
import { anybody } from '../../access.ts'
import type { Visitor } from '../../visitor.ts'
import type { Doors } from '../doors.ts'
import { ownPath } from '../own-path.ts'
import { signInPage } from '../sign-in.page.tsx'
import { secondStepPage } from './second-step.page.tsx'
import { tryCode } from './second-step.ts'

/** The second step of signing in, for whoever has a second factor. */
export function secondStepRoutes(doors: Doors): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/sign-in/code',
      access: anybody,
      answer: async ({ query }) => page(secondStepPage(ownPath(query.next ?? ''), [])),
    }),
    route({ method: 'POST', url: '/sign-in/code', access: anybody, answer: (visit) => takeCode(doors, visit) }),
  ]
}

async function takeCode(doors: Doors, visit: Visit<Visitor>): Promise<Answer> {
  const next = ownPath(words(visit.form, 'next'))
  const code = words(visit.form, 'code')
  const tell = (message: string, status: 422 | 429 = 422) =>
    page(secondStepPage(next, [{ field: 'code', message }]), status)
  if (code === '') return tell('Enter the code from your app')
  const tried = await tryCode(doors, visit, code)
  if (tried.ok) return { kind: 'redirect', to: next, cookies: tried.value }
  switch (tried.refusal.kind) {
    case 'wrong-code':
      return tell('This is not the code that the app shows now. Type the six digits as they stand there')
    case 'must-wait':
      return tell('There were too many wrong codes. Wait a quarter of an hour and try again', 429)
    case 'used': {
      const message =
        'That code was used already, and each opens once. Sign in again, and wait until your app shows the next one'
      return page(signInPage({ email: '', next, goesOn: false, problems: [{ field: 'email', message }] }), 422)
    }
    case 'over':
      return redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  }
}
