import { ok, type Result, refuse } from '../../../../kernel/result.ts'

/** What somebody typed to set single sign-on up. */
export type SetUpTyped = {
  readonly issuer: string
  readonly clientId: string
  /** empty: stays as it is */
  readonly clientSecret: string
  readonly domains: readonly string[]
}

type Problem = { readonly field: string; readonly message: string }

/**
 * Reads the form's words: trimmed, the domains in small letters, without an @ before them and each once.
 *
 * @param typed  `domains` is one text, of domains between spaces, commas or lines
 */
export function readSetUp(
  typed: Omit<SetUpTyped, 'domains'> & { readonly domains: string },
): Result<SetUpTyped, { readonly kind: 'problems'; readonly problems: readonly Problem[] }> {
  const domains = [
    ...new Set(
      typed.domains
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((one) => one.replace(/^@/, '')),
    ),
  ]
  const bad = domains.find((domain) => !isDomain(domain))
  const problems = [
    ...(typed.issuer === ''
      ? [{ field: 'issuer', message: 'Enter the issuer, as your organisation’s ICT names it' }]
      : []),
    ...(typed.clientId === '' ? [{ field: 'clientId', message: 'Enter the client id' }] : []),
    ...(domains.length === 0 ? [{ field: 'domains', message: 'Enter a domain at least, such as police.example' }] : []),
    ...(domains.length > 50 ? [{ field: 'domains', message: 'Enter 50 domains at most' }] : []),
    ...(bad === undefined
      ? []
      : [{ field: 'domains', message: `“${bad}” is no domain. Write each as police.example` }]),
  ]
  if (problems.length > 0) return refuse({ kind: 'problems', problems })
  return ok({ issuer: typed.issuer, clientId: typed.clientId, clientSecret: typed.clientSecret, domains })
}

/** A domain of mail in small letters, such as `police.example`. */
export function isDomain(words: string): boolean {
  return words.length <= 253 && /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(words)
}
