import { z } from 'zod'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { domainOf } from '../demand/lacking.ts'

const claimsShape = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().max(320).optional(),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  /** Entra ID's word for a domain that the organisation showed to be its own */
  xms_edov: z.union([z.boolean(), z.string(), z.number()]).optional(),
})

/** What a verified token says of somebody. */
export type Claims = z.infer<typeof claimsShape>

export function readClaims(profile: unknown): Claims | null {
  const read = claimsShape.safeParse(profile)
  return read.success ? read.data : null
}

/**
 * The address by which somebody is looked for in the directory, in small letters. Only one that the provider vouches for, of a domain it may
 * speak for, will do: a word left out is not a yes.
 */
export function claimed(
  { email = '', email_verified, xms_edov }: Claims,
  domains: readonly string[],
): Result<{ readonly email: string }, { readonly kind: 'not-verified' | 'other-domain' }> {
  const address = email.trim().toLowerCase()
  const isVouched =
    email_verified === undefined
      ? isYes(xms_edov)
      : isYes(email_verified) && (xms_edov === undefined || isYes(xms_edov))
  if (address === '' || !isVouched) return refuse({ kind: 'not-verified' })
  return domains.includes(domainOf(address)) ? ok({ email: address }) : refuse({ kind: 'other-domain' })
}

function isYes(word: boolean | string | number | undefined): boolean {
  return word === true || word === 'true' || word === 1 || word === '1'
}
