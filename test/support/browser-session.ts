import { aRemoteAddress, ask, type SignIn, type Visited } from './visit.ts'

/** One browser of somebody's: it keeps its cookies, and does not follow redirects. */
export type BrowserSession = {
  get(url: string): Promise<Visited>
  send(url: string, fields?: Readonly<Record<string, string>>): Promise<Visited>
  signIn(as: SignIn): Promise<Visited>
  isIn(): Promise<boolean>
}

export function aBrowser(
  userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0',
): BrowserSession {
  const jar = new Map<string, string>()
  const remoteAddress = aRemoteAddress()
  const headers = () => ({
    'user-agent': userAgent,
    'sec-fetch-site': 'same-origin',
    ...(jar.size > 0 && { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
  })
  const keep = (answer: Visited): Visited => {
    for (const set of answer.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '' || /;\s*Max-Age=0/i.test(set)) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  const get = async (url: string) => keep(await ask(url, { method: 'GET', headers: headers(), remoteAddress }))
  const send = async (url: string, fields = {}) =>
    keep(
      await ask(url, {
        method: 'POST',
        headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
        remoteAddress,
      }),
    )
  return {
    get,
    send,
    signIn: ({ email, password }) => send('/sign-in', { email, password }),
    isIn: async () => (await get('/plans')).status === 200,
  }
}
