import { unreachable } from '../../../kernel/result.ts'
import { words } from '../../../platform/http/form.ts'
import { type Answer, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import { anybody } from '../access.ts'
import type { Visitor } from '../visitor.ts'
import type { Doors } from './doors.ts'
import { waitInWords } from './limits/waits.ts'
import { FIRST_PAGE, ownPath } from './own-path.ts'
import { signInPage } from './sign-in.page.tsx'
import { type SignInRefusal, signIn } from './sign-in.ts'
import { signedOutHerePage } from './sign-on/sign-on.page.tsx'
import { signOutEverywhere } from './sign-on/sign-on.ts'

/** Signing in and out with a password, and the way in at `/`. */
export function passwordDoor(doors: Doors): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/',
      access: anybody,
      answer: async ({ visitor }) => redirect(visitor.kind === 'member' ? FIRST_PAGE : '/sign-in'),
    }),
    route({
      method: 'GET',
      url: '/sign-in',
      access: anybody,
      answer: async ({ visitor, query }) => {
        const next = ownPath(query.next ?? '')
        return visitor.kind === 'member'
          ? redirect(next)
          : page(signInPage({ email: '', next, goesOn: goesOn(next), problems: [], done: query.done }))
      },
    }),
    route({ method: 'POST', url: '/sign-in', access: anybody, answer: (visit) => trySignIn(doors, visit) }),
    route({
      method: 'POST',
      url: '/sign-out',
      access: anybody,
      answer: async (visit) => {
        const { cookies, there } = await signOutEverywhere(doors, visit)
        return there
          ? { kind: 'page', html: signedOutHerePage(there), cookies, forgets: true }
          : { kind: 'redirect', to: '/sign-in', cookies, forgets: true }
      },
    }),
  ]
}

async function trySignIn(doors: Doors, visit: Visit<Visitor>): Promise<Answer> {
  const email = words(visit.form, 'email')
  const password = visit.form.fields.password?.[0] ?? ''
  const next = ownPath(words(visit.form, 'next'))
  const missing = [
    ...(email === '' ? [{ field: 'email', message: 'Enter your e-mail address' }] : []),
    ...(password === '' ? [{ field: 'password', message: 'Enter your password' }] : []),
  ]
  if (missing.length > 0) return page(signInPage({ email, next, goesOn: goesOn(next), problems: missing }), 422)
  const tried = await signIn(doors, visit, { email, password })
  if (tried.ok) return goOn(tried.value, next)
  const problems = [{ field: 'email', message: inWords(tried.refusal) }]
  return page(
    signInPage({ email, next, goesOn: goesOn(next), problems }),
    tried.refusal.kind === 'not-known' ? 422 : 429,
  )
}

/** Where somebody goes who came in: on, or to the second step first. */
export function goOn(
  { cookies, asksForCode }: { cookies: readonly string[]; asksForCode: boolean },
  next: string,
): Answer {
  const to = asksForCode ? `/sign-in/code?next=${encodeURIComponent(next)}` : next
  return { kind: 'redirect', to, cookies }
}

function goesOn(next: string): boolean {
  return next !== FIRST_PAGE
}

function inWords(refusal: SignInRefusal): string {
  switch (refusal.kind) {
    case 'not-known':
      return 'The e-mail address or the password is not right. Check both and try again'
    case 'too-many-tries':
      return `There were too many tries. Wait ${refusal.waitSeconds} seconds and try again`
    case 'must-wait':
      return `There were too many wrong tries for this address. Wait ${waitInWords(refusal.waitSeconds)} and try again, or sign in by a link in a mail`
    default:
      return unreachable(refusal)
  }
}
