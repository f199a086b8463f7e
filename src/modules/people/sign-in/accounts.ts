import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { generateRandomString } from 'better-auth/crypto'
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins'
import type { Pool } from 'pg'
import { hashPassword, isPassword } from '../../../platform/password.ts'
import { ACCOUNT_HOLDER, CREDENTIAL, PASSKEY, SECOND_FACTOR, SESSION, VERIFICATION } from './column-names.ts'
import { keyring, type SecretNow } from './keyring.ts'
import { type Letter, LINK_MINUTES } from './letter-kinds.ts'
import { type ProviderAsked, providerConfig, withoutTokens } from './provider-config.ts'
import { useCode } from './second-factor/used-code.store.ts'
import { wayThrough } from './ways.ts'

/**
 * Tries from one address of the network before a minute's rest is asked: a whole council may stand behind one address.
 * Every try counts, and the count begins anew after a minute without one.
 */
export const TRIES_AT_ONCE = 30
const BY_ADDRESS = { window: 60, max: TRIES_AT_ONCE }

export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 200

export type AccountSettings = SecretNow & {
  readonly pool: Pool
  readonly baseUrl: string
  /** hands a letter over to be sent; without it, ways by mail are closed */
  readonly send?: (letter: Letter) => Promise<void>
  /** the one provider of single sign-on that a request is about */
  readonly provider?: ProviderAsked
}

/** How people sign in. A later way is a plugin of better-auth here. */
export function accountsOf(settings: AccountSettings) {
  const { pool, baseUrl, send = refuseLetters, provider } = settings
  return betterAuth({
    appName: 'Trellis',
    baseURL: baseUrl,
    basePath: '/account',
    secrets: keyring(settings),
    database: pool,
    telemetry: { enabled: false },
    // What a provider answers wrongly is told by us, in a line without names.
    logger: { level: 'error', disabled: provider !== undefined },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: LINK_MINUTES * 60,
      sendResetPassword: ({ user, token }) =>
        send({ kind: 'password-link', email: user.email, accountId: user.id, key: token }),
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(hash, password) },
    },
    session: {
      expiresIn: 12 * 60 * 60,
      updateAge: 60 * 60,
      additionalFields: { way: { type: 'string', required: false, input: false } },
      ...SESSION,
    },
    user: ACCOUNT_HOLDER,
    account: { ...CREDENTIAL, accountLinking: { enabled: false } },
    verification: { ...VERIFICATION, storeIdentifier: 'hashed' },
    databaseHooks: {
      // Tokens that open something at a provider are never used, so never kept.
      account: { create: { before: withoutTokens }, update: { before: withoutTokens } },
      session: {
        create: {
          before: async (session, context) => {
            if (context?.path === '/two-factor/verify-totp') await mustBeNew(pool, session.userId, context.body)
            const before = context?.context.session?.session.way
            return { data: { ...session, way: wayThrough(context?.path ?? '', textOrNull(before)) } }
          },
        },
      },
    },
    plugins: [
      genericOAuth({ config: provider ? [providerConfig(provider)] : [] }),
      secondFactor(),
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: LINK_MINUTES * 60,
        sendMagicLink: async ({ email, token, metadata }, context) => {
          const found = await context?.context.internalAdapter.findUserByEmail(email.toLowerCase())
          const next = textOrNull(metadata?.next) ?? undefined
          await send({ kind: 'sign-in-link', email, accountId: found?.user.id ?? null, key: token, next })
        },
      }),
      passkey({
        rpName: 'Trellis',
        origin: new URL(baseUrl).origin,
        schema: PASSKEY,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: { afterVerification: ({ verification }) => mustVerify(verification.registrationInfo) },
        authentication: { afterVerification: ({ verification }) => mustVerify(verification.authenticationInfo) },
      }),
    ],
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      customRules: {
        '/sign-in/email': BY_ADDRESS,
        '/sign-in/magic-link': BY_ADDRESS,
        '/magic-link/verify': BY_ADDRESS,
        '/request-password-reset': BY_ADDRESS,
        '/reset-password': BY_ADDRESS,
        '/change-password': BY_ADDRESS,
        '/two-factor/*': BY_ADDRESS,
        '/passkey/*': BY_ADDRESS,
        '/sign-in/social': BY_ADDRESS,
        '/callback/*': BY_ADDRESS,
      },
    },
    advanced: {
      // A session and whose it is, in one question.
      database: { joins: true },
      ...cookiesFor(baseUrl),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
  })
}

/**
 * Over https a cookie's name says that it is ours alone: browsers take `__Host-` only with `Secure`, for every path and no domain, so that no
 * neighbour on the domain can plant one. The library would put a weaker `__Secure-` before it, so it is not asked to.
 */
function cookiesFor(baseUrl: string) {
  const isHttps = baseUrl.startsWith('https:')
  return {
    cookiePrefix: isHttps ? '__Host-trellis' : 'trellis',
    useSecureCookies: false,
    defaultCookieAttributes: { secure: isHttps, path: '/' },
  }
}

export type Accounts = ReturnType<typeof accountsOf>

/** Set by our server from the connection, never taken from the visitor. */
export const ADDRESS_HEADER = 'x-trellis-address'

/** What the library answers to a code that opened something before. */
export const CODE_USED = 'CODE_WAS_USED'

/** The library asks for the second factor after a password; a link in a mail is no more than a password either. */
function secondFactor() {
  const plugin = twoFactor({
    issuer: 'Trellis',
    allowPasswordless: true,
    schema: SECOND_FACTOR,
    backupCodeOptions: { customBackupCodesGenerate: recoveryCodes },
  })
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: ({ path }: Parameters<typeof hook.matcher>[0]) =>
      path === '/sign-in/email' || path === '/magic-link/verify',
  }))
  return { ...plugin, hooks: { after } }
}

/** Ten codes such as `k3v9x-2m7qd`, in letters and digits that no font confuses. */
function recoveryCodes(): string[] {
  const code = () => generateRandomString(10, 'a-z', '0-9').replace(/^(.{5})/, '$1-')
  return Array.from({ length: 10 }, code)
}

/** A passkey counts as two factors only when its device knew its owner: by a finger, a face or a PIN. */
async function mustVerify(shown: { readonly userVerified: boolean } | undefined): Promise<void> {
  if (!shown?.userVerified) throw new APIError('UNAUTHORIZED', { message: 'The device did not know its owner' })
}

/** The code that opens a session opens no other: the library itself believes it as long as the app shows it, and longer. */
async function mustBeNew(pool: Pool, accountId: string, body: unknown): Promise<void> {
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
  if (!(await useCode(pool, accountId, code))) throw new APIError('UNAUTHORIZED', { code: CODE_USED })
}

async function refuseLetters(): Promise<void> {
  throw new Error('Nothing here can send a mail')
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
