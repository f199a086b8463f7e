import { hashPassword } from '../../../platform/password.ts'
import type { Accounts } from './accounts.ts'

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

/** The id of the account with an address, made when there is none; it has no password, and opens by a link or a passkey. */
export async function openAccountWithoutPassword(
  accounts: Accounts,
  of: { readonly name: string; readonly email: string },
): Promise<string> {
  const known = await findAccount(accounts, of.email)
  if (known) return known
  const { internalAdapter } = await accounts.$context
  const email = of.email.toLowerCase()
  return (await internalAdapter.createUser({ name: of.name, email, emailVerified: true }, { method: 'admin' })).id
}
