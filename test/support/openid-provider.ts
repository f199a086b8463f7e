import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Adapter, type AdapterPayload, errors } from 'oidc-provider'

/** Somebody whom the organisation knows: what it says of them, by their name there. */
export type KnownThere = { readonly email?: string; readonly email_verified?: boolean }

/** An organisation's sign-in of a test's own, on this machine: a real OpenID provider. */
export type OpenIdProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly people: Map<string, KnownThere>
  /** changes what its token end answers, as an attacker on the way might; null: as it is */
  tamper: ((answer: Record<string, unknown>) => Record<string, unknown>) | null
  /** what the last authorisation asked for */
  asked: URLSearchParams
  /** signs a token with the provider's own key */
  sign(claims: object): string
  /** signs in there as somebody; the answer is where the browser is sent back to */
  signIn(url: string, as: string): Promise<string>
  close(): Promise<void>
}

export async function anOpenIdProvider(comesBackTo: readonly string[], signedOutTo: string): Promise<OpenIdProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [clientId, clientSecret] = ['trellis', randomUUID()]
  const people = new Map<string, KnownThere>()
  const provider = new Provider(issuer, {
    adapter: KeptHere,
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'of-tests', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomUUID()] },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [...comesBackTo],
        post_logout_redirect_uris: [signedOutTo],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        scope: 'openid email profile',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = `<!doctype html><html lang="en"><title>Work sign-out</title><h1>Work sign-out</h1>${form}<button form="op.logoutForm" name="logout" value="yes">Sign me out at work</button>`
        },
      },
    },
    ttl: { Session: 600, Grant: 600, Interaction: 600, IdToken: 600, AccessToken: 600, AuthorizationCode: 60 },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ accountId: oidc.session?.accountId ?? '', clientId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    renderError: (context, { error, error_description }, problem) => {
      context.type = 'html'
      context.body = `${error}: ${error_description} ${problem instanceof errors.OIDCProviderError ? '' : problem}`
    },
  })
  const here: OpenIdProvider = {
    issuer,
    clientId,
    clientSecret,
    people,
    tamper: null,
    asked: new URLSearchParams(),
    sign: (claims) => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'of-tests' })}.${part(claims)}`
      return `${signed}.${createSign('sha256').update(signed).sign(privateKey, 'base64url')}`
    },
    signIn: (url, as) => signInThere(issuer, url, as),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
  provider.use(async (context, next) => {
    if (context.path === '/auth') here.asked = new URLSearchParams(context.querystring)
    await next()
    if (context.path === '/token' && here.tamper) context.body = here.tamper({ ...Object(context.body) })
  })
  const callback = provider.callback()
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response)
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(
        '<!doctype html><html lang="en"><title>Work sign-in</title><h1>Work sign-in</h1><form method="post"><label>Name at work <input name="as"></label><button>Sign in at work</button></form>',
      )
      return
    }
    let body = ''
    for await (const piece of request) body += piece
    const accountId = new URLSearchParams(body).get('as') ?? ''
    await provider.interactionFinished(request, response, { login: { accountId } })
  }
  return here
}

/** What a browser does there: opens the address, gives a name at work, and follows until it is sent away. */
async function signInThere(issuer: string, url: string, as: string): Promise<string> {
  const jar = new Map<string, string>()
  let [next, sent]: [string, string | null] = [url, null]
  for (let step = 0; step < 10; step++) {
    const response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(sent !== null && { method: 'POST', body: new URLSearchParams({ as: sent }) }),
    })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      jar.set(name, value)
    }
    sent = null
    const location = response.headers.get('location')
    if (location === null && response.status === 200 && next.includes('/interaction/')) {
      sent = as
      continue
    }
    if (location === null) throw new Error(`The provider answered ${response.status}: ${await response.text()}`)
    next = new URL(location, next).href
    if (new URL(next).origin !== issuer) return next
  }
  throw new Error('The provider sent the browser round and round')
}

/** The provider's records, kept while the test runs. */
class KeptHere implements Adapter {
  readonly #kept = new Map<string, AdapterPayload>()
  async upsert(id: string, payload: AdapterPayload) {
    this.#kept.set(id, payload)
  }
  async find(id: string) {
    return this.#kept.get(id)
  }
  async findByUid(uid: string) {
    return [...this.#kept.values()].find((each) => each.uid === uid)
  }
  async findByUserCode() {
    return undefined
  }
  async consume(id: string) {
    const kept = this.#kept.get(id)
    if (kept) kept.consumed = true
  }
  async destroy(id: string) {
    this.#kept.delete(id)
  }
  async revokeByGrantId(grantId: string) {
    for (const [id, each] of this.#kept) if (each.grantId === grantId) this.#kept.delete(id)
  }
}
