import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { type Accounts, ADDRESS_HEADER } from './accounts.ts'

export type SignInRefusal =
  | { readonly kind: 'not-known' }
  | { readonly kind: 'too-many-tries'; readonly waitSeconds: number }

/** Tries an e-mail address and a password; the answer is the cookies to set. */
export async function signIn(
  accounts: Accounts,
  baseUrl: string,
  tried: { email: string; password: string; address: string },
): Promise<Result<readonly string[], SignInRefusal>> {
  const response = await ask(accounts, baseUrl, '/sign-in/email', tried.address, new Headers(), {
    email: tried.email,
    password: tried.password,
  })
  if (response.status === 429) {
    return refuse({ kind: 'too-many-tries', waitSeconds: Number(response.headers.get('x-retry-after') ?? 60) })
  }
  return response.ok ? ok(response.headers.getSetCookie()) : refuse({ kind: 'not-known' })
}

/** Ends the session; the answer is the cookies to clear. */
export async function signOut(
  accounts: Accounts,
  baseUrl: string,
  from: { headers: Headers; address: string },
): Promise<readonly string[]> {
  const response = await ask(accounts, baseUrl, '/sign-out', from.address, from.headers, {})
  return response.headers.getSetCookie()
}

/** Goes through better-auth's own door, so that its rate limit and its checks hold. */
function ask(
  accounts: Accounts,
  baseUrl: string,
  path: string,
  address: string,
  from: Headers,
  body: object,
): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json', origin: new URL(baseUrl).origin })
  const cookie = from.get('cookie')
  if (cookie) headers.set('cookie', cookie)
  headers.set(ADDRESS_HEADER, address)
  return accounts.handler(
    new Request(`${baseUrl}/account${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
  )
}
