import { unreachable } from '../../../kernel/result.ts'
import { words } from '../../../platform/http/form.ts'
import { type Answer, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import { anybody, type Visitor } from '../visitor.ts'
import type { Accounts } from './accounts.ts'
import { signInPage } from './sign-in.page.tsx'
import { type SignInRefusal, signIn, signOut } from './sign-in.ts'

const FIRST_PAGE = '/plans'
/** Any address of ours, to resolve a path against. */
const OURS = 'http://ours.example'

/** Signing in and out, and the way in at `/`. */
export function signInRoutes(accounts: Accounts, baseUrl: string): readonly Route<Visitor>[] {
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
          : page(signInPage({ email: '', next, goesOn: goesOn(next), problems: [] }))
      },
    }),
    route({ method: 'POST', url: '/sign-in', access: anybody, answer: (visit) => trySignIn(accounts, baseUrl, visit) }),
    route({
      method: 'POST',
      url: '/sign-out',
      access: anybody,
      answer: async (visit) => ({
        kind: 'redirect',
        to: '/sign-in',
        cookies: await signOut(accounts, baseUrl, visit),
      }),
    }),
  ]
}

async function trySignIn(accounts: Accounts, baseUrl: string, visit: Visit<Visitor>): Promise<Answer> {
  const email = words(visit.form, 'email')
  const password = visit.form.fields.password?.[0] ?? ''
  const next = ownPath(words(visit.form, 'next'))
  const missing = [
    ...(email === '' ? [{ field: 'email', message: 'Enter your e-mail address' }] : []),
    ...(password === '' ? [{ field: 'password', message: 'Enter your password' }] : []),
  ]
  if (missing.length > 0) return page(signInPage({ email, next, goesOn: goesOn(next), problems: missing }), 422)
  const tried = await signIn(accounts, baseUrl, { email, password, address: visit.address })
  if (tried.ok) return { kind: 'redirect', to: next, cookies: tried.value }
  const problems = [{ field: 'email', message: inWords(tried.refusal) }]
  return page(
    signInPage({ email, next, goesOn: goesOn(next), problems }),
    tried.refusal.kind === 'too-many-tries' ? 429 : 422,
  )
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
    default:
      return unreachable(refusal)
  }
}

/** A path of this site, so that a link cannot send somebody elsewhere after signing in. */
function ownPath(next: string): string {
  if (!/^\/[\w\-/?=&%.+]*$/.test(next) || !URL.canParse(next, OURS)) return FIRST_PAGE
  const { origin, pathname, search } = new URL(next, OURS)
  return origin === OURS && !pathname.startsWith('//') && !pathname.startsWith('/sign-')
    ? pathname + search
    : FIRST_PAGE
}
