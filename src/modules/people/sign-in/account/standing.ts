import type { AccountHolder } from '../../visitor.ts'
import type { Accounts } from '../accounts.ts'

/** What somebody can sign in with. */
export type Standing = {
  readonly email: string
  readonly hasPassword: boolean
  readonly hasSecondFactor: boolean
  readonly passkeys: readonly PasskeySeen[]
}

export type PasskeySeen = { readonly id: string; readonly name: string; readonly since: Temporal.Instant | null }

export async function findStanding(accounts: Accounts, accountId: string): Promise<Standing> {
  const { internalAdapter, adapter } = await accounts.$context
  const [holder, credentials, passkeys] = await Promise.all([
    internalAdapter.findUserById(accountId),
    internalAdapter.findAccounts(accountId),
    adapter.findMany<{ id: string; name?: string | null; createdAt?: { getTime(): number } | null }>({
      model: 'passkey',
      where: [{ field: 'userId', value: accountId }],
    }),
  ])
  return {
    email: holder?.email ?? '',
    hasPassword: credentials.some(({ providerId, password }) => providerId === 'credential' && Boolean(password)),
    hasSecondFactor: holder !== null && 'twoFactorEnabled' in holder && holder.twoFactorEnabled === true,
    passkeys: passkeys.map(({ id, name, createdAt }) => ({
      id,
      name: name || 'A passkey without a name',
      since: createdAt ? Temporal.Instant.fromEpochMilliseconds(createdAt.getTime()) : null,
    })),
  }
}

/**
 * Whether somebody came in by less than their partnership demands although they have what it demands: they have to sign in by that.
 * Until then they may change nothing about it, or whoever learned their password could add a factor of their own.
 */
export function mustUseTheirs(visitor: AccountHolder, { hasSecondFactor, passkeys }: Standing): boolean {
  return visitor.kind === 'unready' && (hasSecondFactor || passkeys.length > 0)
}
