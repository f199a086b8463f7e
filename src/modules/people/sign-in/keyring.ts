import { constantTimeEqual, makeSignature } from 'better-auth/crypto'
import { sha256 } from '../../../kernel/sha256.ts'

export type SecretNow = {
  /** signs cookies and seals what is kept of second factors */
  readonly secret: string
  /** the one before: what it signed and sealed is still understood; nothing new is made with it */
  readonly secretBefore?: string | null
}

/** Each secret has its number from itself, so that what was sealed with it is known again whichever place it stands in. */
export function keyring({ secret, secretBefore }: SecretNow): { version: number; value: string }[] {
  const secrets = secretBefore && secretBefore !== secret ? [secret, secretBefore] : [secret]
  return secrets.map((value) => ({ version: Number.parseInt(sha256(`key ${value}`).slice(0, 8), 16), value }))
}

const OURS = /^(?:__Host-|__Secure-)?trellis\./

/**
 * The headers of a request, with our cookies signed anew where the secret before had signed them: the library checks
 * signatures by the secret of now alone. A signature of neither stays as it is, and opens nothing.
 */
export async function understoodHeaders(headers: Headers, { secret, secretBefore }: SecretNow): Promise<Headers> {
  const cookies = headers.get('cookie')
  if (!secretBefore || !cookies) return headers
  const renewed = await Promise.all(cookies.split(/;\s*/).map((cookie) => renew(cookie, secret, secretBefore)))
  const understood = new Headers(headers)
  understood.set('cookie', renewed.join('; '))
  return understood
}

async function renew(cookie: string, secret: string, secretBefore: string): Promise<string> {
  const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(cookie) ?? []
  if (!OURS.test(name)) return cookie
  const [, signed, signature] = /^(.*)\.([^.]+)$/.exec(decoded(value)) ?? []
  if (!signed || !signature || !constantTimeEqual(bytes(signature), bytes(await makeSignature(signed, secretBefore))))
    return cookie
  return `${name}=${encodeURIComponent(`${signed}.${await makeSignature(signed, secret)}`)}`
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
