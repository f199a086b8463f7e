/** Somebody signed in, who asks for pages and sends forms over HTTP as a browser without JavaScript would. */
export type HttpVisitor = {
  /** the session, for a caller with a way of its own to ask */
  readonly cookie: string
  get(path: string): Promise<Response>
  /** sends a form; redirects are not followed */
  post(path: string, fields: Readonly<Record<string, string | File>>): Promise<Response>
}

export type SignIn = { readonly email: string; readonly password: string }

/** Signs in through the sign-in form; the cookie holds on every server of the same data folder. */
export async function signInOver(address: string, { email, password }: SignIn): Promise<HttpVisitor> {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ email, password, next: '/plans' }),
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  if (answer.status !== 303 || !cookie) throw new Error(`${email} could not sign in: ${answer.status}`)
  return visitorWith(address, cookie)
}

function visitorWith(address: string, cookie: string): HttpVisitor {
  return {
    cookie,
    get: (path) => fetch(`${address}${path}`, { redirect: 'manual', headers: { cookie } }),
    post: (path, fields) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      return fetch(`${address}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin: address },
        body,
      })
    },
  }
}
