import { isStrong } from '../ways.ts'

export const DEMANDS = ['nothing', 'second-factor', 'single-sign-on'] as const
export type Demanded = (typeof DEMANDS)[number]

/** What a partnership demands of whoever signs in, and the domains of mail whose organisations have single sign-on. */
export type Demand = { readonly demanded: Demanded; readonly domains: readonly string[] }

export const NOTHING_DEMANDED: Demand = { demanded: 'nothing', domains: [] }

/** What a session still lacks. */
export type Lack = Exclude<Demanded, 'nothing'>

/**
 * What a session lacks of what its partnership demands; null when it is good enough. Single sign-on is demanded of those whose organisation has
 * it; everybody else gives a second factor or a passkey then.
 *
 * @param way  how the session was come by; null: it does not say, and counts as the weakest
 * @param email  the account's address, by whose domain its organisation is known
 */
export function lacking({ demanded, domains }: Demand, way: string | null, email: string): Lack | null {
  if (demanded === 'nothing' || way === 'single-sign-on') return null
  if (demanded === 'single-sign-on' && domains.includes(domainOf(email))) return 'single-sign-on'
  return isStrong(way) ? null : 'second-factor'
}

/** "testing.example", of "Lena@Testing.example"; empty for what is no address. */
export function domainOf(email: string): string {
  return /@([^@\s]+)$/.exec(email.trim().toLowerCase())?.[1] ?? ''
}
