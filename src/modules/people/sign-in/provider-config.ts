import type { GenericOAuthConfig } from 'better-auth/plugins'

/** A provider of single sign-on, as the sign-in library is to know it. */
export type ProviderAsked = {
  readonly id: string
  readonly issuer: string
  /** where its discovery document stands */
  readonly document: string
  readonly clientId: string
  readonly clientSecret: string
  readonly comesBackTo: string
  /** the subject of a verified token's person, once they are known here; null lets nobody in */
  readonly accountOf: (profile: unknown) => Promise<string | null>
}

/**
 * The code flow with PKCE, a state and a nonce; a token that the document's keys have signed, for us, by this issuer. The library makes no account and
 * ties none by an address: `accountOf` has done so before, or there is none. It is asked with a token alone: a provider that hands none out, and
 * tells of somebody by its other end, is not believed.
 */
export function providerConfig(provider: ProviderAsked): GenericOAuthConfig {
  return {
    providerId: provider.id,
    discoveryUrl: provider.document,
    // With headers of our own, the library follows no redirect to elsewhere.
    discoveryHeaders: { accept: 'application/json' },
    requireIdTokenVerification: true,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    redirectURI: provider.comesBackTo,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    disableSignUp: true,
    disableImplicitSignUp: true,
    accountSubject: async ({ tokens, profile }) => (tokens.idToken ? ((await provider.accountOf(profile)) ?? '') : ''),
  }
}

/** A credential without what it opens elsewhere; the token that says who somebody is stays, to sign out there. */
export async function withoutTokens<Kept extends object>(kept: Kept) {
  return { data: { ...kept, accessToken: null, refreshToken: null } }
}
