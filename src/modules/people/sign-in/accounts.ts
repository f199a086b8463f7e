import { betterAuth } from 'better-auth'
import type { Pool } from 'pg'
import { hashPassword, isPassword } from '../../../platform/password.ts'

/**
 * Tries from one address of the network before a minute's rest is asked: a whole council may stand behind one address.
 * Every try counts, and the count begins anew after a minute without one.
 */
export const TRIES_AT_ONCE = 30

/** How people sign in. A later way (link, passkey, second factor, single sign-on) is a plugin of better-auth here. */
export function accountsOf(settings: { pool: Pool; secret: string; baseUrl: string }) {
  return betterAuth({
    appName: 'Trellis',
    baseURL: settings.baseUrl,
    basePath: '/account',
    secret: settings.secret,
    database: settings.pool,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(hash, password) },
    },
    session: {
      expiresIn: 12 * 60 * 60,
      updateAge: 60 * 60,
      modelName: 'session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    user: {
      modelName: 'account_holder',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      customRules: { '/sign-in/email': { window: 60, max: TRIES_AT_ONCE } },
    },
    advanced: {
      cookiePrefix: 'trellis',
      useSecureCookies: settings.baseUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
  })
}

export type Accounts = ReturnType<typeof accountsOf>

/** Set by our server from the connection, never taken from the visitor. */
export const ADDRESS_HEADER = 'x-trellis-address'

/** The id of the account with an address; made with this password when there is none. A person is tied to it. */
export async function ensureAccount(
  accounts: Accounts,
  of: { name: string; email: string; password: string },
): Promise<string> {
  const known = await findAccount(accounts, of.email)
  if (known) return known
  const { internalAdapter } = await accounts.$context
  const holder = await internalAdapter.createUser(
    { name: of.name, email: of.email.toLowerCase(), emailVerified: true },
    { method: 'admin' },
  )
  await internalAdapter.linkAccount({
    userId: holder.id,
    accountId: holder.id,
    providerId: 'credential',
    password: await hashPassword(of.password),
  })
  return holder.id
}

/** The id of the account with an address, made when there is none; it opens with this password and no other. */
export async function openAccount(
  accounts: Accounts,
  of: { name: string; email: string; password: string },
): Promise<string> {
  const holderId = await findAccount(accounts, of.email)
  if (holderId === null) return ensureAccount(accounts, of)
  const { internalAdapter } = await accounts.$context
  const password = await hashPassword(of.password)
  const credentials = await internalAdapter.findAccounts(holderId)
  if (credentials.some(({ providerId }) => providerId === 'credential')) {
    await internalAdapter.updatePassword(holderId, password)
  } else {
    await internalAdapter.linkAccount({ userId: holderId, accountId: holderId, providerId: 'credential', password })
  }
  return holderId
}

/** The id of the account with an address; null when there is none. */
export async function findAccount(accounts: Accounts, email: string): Promise<string | null> {
  const { internalAdapter } = await accounts.$context
  const found = await internalAdapter.findUserByEmail(email.toLowerCase())
  return found?.user.id ?? null
}
