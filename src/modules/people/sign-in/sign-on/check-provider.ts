import { z } from 'zod'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { isThisMachine } from '../../../../kernel/this-machine.ts'

/** Why an issuer's document will not do; `other-issuer` and `unsafe-end` name what it said instead. */
export type ProviderRefusal =
  | { readonly kind: 'bad-issuer' | 'no-document' | 'no-code-flow' }
  | { readonly kind: 'other-issuer'; readonly said: string }
  | { readonly kind: 'unsafe-end'; readonly said: string }

/** Where an issuer's document stands; null for an issuer that is no safe address. */
export function documentOf(issuer: string, mayLoopBack: boolean): string | null {
  if (!isSafe(issuer, mayLoopBack) || /[?#]/.test(issuer)) return null
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
}

const documentShape = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  jwks_uri: z.string(),
  userinfo_endpoint: z.string().optional(),
  end_session_endpoint: z.string().optional(),
  response_types_supported: z.array(z.string()),
  id_token_signing_alg_values_supported: z.array(z.string()),
})

/**
 * Checks what an issuer says of itself: its name is the one typed, letter for letter, every end of it is reached by https, it knows the code
 * flow, and it signs its tokens with a key pair.
 *
 * @param document  the parsed discovery document; null when none came
 * @param mayLoopBack  whether http to this very machine will do, which it does for a Trellis that is itself reached so
 * @see OpenID Connect Discovery 1.0, sections 3 and 4.3
 */
export function checkProvider(
  issuer: string,
  document: unknown,
  mayLoopBack: boolean,
): Result<undefined, ProviderRefusal> {
  const read = documentShape.safeParse(document)
  if (!read.success) return refuse({ kind: 'no-document' })
  const { data } = read
  if (data.issuer !== issuer) return refuse({ kind: 'other-issuer', said: data.issuer })
  const ends = [
    data.authorization_endpoint,
    data.token_endpoint,
    data.jwks_uri,
    data.userinfo_endpoint,
    data.end_session_endpoint,
  ]
  const unsafe = ends.find((end) => end !== undefined && !isSafe(end, mayLoopBack))
  if (unsafe !== undefined) return refuse({ kind: 'unsafe-end', said: unsafe })
  const signsByKeyPair = data.id_token_signing_alg_values_supported.some((name) => /^(RS|PS|ES|Ed)/.test(name))
  return data.response_types_supported.includes('code') && signsByKeyPair ? ok() : refuse({ kind: 'no-code-flow' })
}

/** An address by https without a name or a password in it; or by http on this machine, where that will do. */
export function isSafe(address: string, mayLoopBack: boolean): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  if (url.username !== '' || url.password !== '') return false
  return url.protocol === 'https:' || (mayLoopBack && isLoopback(address))
}

export function isLoopback(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'http:' && isThisMachine(url.hostname)
}
