import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { type Result, refuse } from '../../../../kernel/result.ts'
import { fetchJson } from '../../../../platform/fetch-json.ts'
import { type Accounts, accountsOf } from '../accounts.ts'
import { tellDoor } from '../door-log.ts'
import type { Doors, Knock } from '../doors.ts'
import type { ProviderAsked } from '../provider-config.ts'
import { checkProvider, documentOf, isLoopback, type ProviderRefusal } from './check-provider.ts'
import type { Provider } from './provider.store.ts'

/** Fetches and checks what an issuer says of itself. */
export async function lookAtIssuer(doors: Doors, issuer: string): Promise<Result<undefined, ProviderRefusal>> {
  const mayLoopBack = isLoopback(doors.baseUrl)
  const document = documentOf(issuer, mayLoopBack)
  if (document === null) return refuse({ kind: 'bad-issuer' })
  return checkProvider(issuer, await fetchJson(document), mayLoopBack)
}

/** Where a provider sends people back to: each its own, so that what one sends is never taken for another's. */
export function comesBackTo(baseUrl: string, organisationId: string): string {
  return `${baseUrl}/sign-in/organisation/${organisationId}/callback`
}

/**
 * The sign-in library with this one provider in it, made for one request: any manager may change theirs at any moment, in any process. Null when the
 * provider does not answer as it must.
 *
 * @param accountOf  who a verified token's person is here; null lets nobody in
 */
export async function openProvider(
  doors: Doors,
  knock: Knock,
  provider: Provider,
  accountOf: ProviderAsked['accountOf'],
): Promise<Doors | null> {
  const looked = await lookAtIssuer(doors, provider.issuer)
  const failed = (why: string) => {
    tellDoor(doors, knock, 'provider failed', { organisation: provider.organisation.id, why })
    return null
  }
  if (!looked.ok) return failed(looked.refusal.kind)
  const accounts = accountsOf({
    ...doors,
    provider: {
      id: provider.id,
      issuer: provider.issuer,
      document: documentOf(provider.issuer, true) ?? '',
      clientId: provider.clientId,
      clientSecret: await unsealed(doors.accounts, provider.sealedSecret),
      comesBackTo: comesBackTo(doors.baseUrl, provider.organisation.id),
      accountOf,
    },
  })
  const { socialProviders } = await accounts.$context
  // The library fetched the document itself: what it found must be what we checked.
  return socialProviders.some(({ id, issuer }) => id === provider.id && issuer === provider.issuer)
    ? { ...doors, accounts }
    : failed('another-document')
}

/** Sealed as the library seals the keys of second factors. */
export async function sealed(accounts: Accounts, words: string): Promise<string> {
  return symmetricEncrypt({ key: (await accounts.$context).secretConfig, data: words })
}

async function unsealed(accounts: Accounts, words: string): Promise<string> {
  return symmetricDecrypt({ key: (await accounts.$context).secretConfig, data: words })
}
