import { isIP } from 'node:net'
import { sha256 } from '../../kernel/sha256.ts'
import type { World } from '../world.ts'
import { countRequests } from './rate-count.store.ts'

/** What is counted: forms, which change something; and pages that cost much, such as papers and exports. */
export type Counted = 'form' | 'costly'

/** Who asks: their account where they are signed in, and where on the network they are. */
export type Asker = { readonly account: string | null; readonly address: string }

/** How long to wait, in whole seconds from 1; null when the request may go on. */
export type RateLimiter = (what: Counted, by: Asker) => Promise<number | null>

/** A council's whole staff may stand behind one address. */
const PER_ADDRESS = 5
const COSTLY_SHARE = 8

/**
 * How often one account, and one address, may ask within a minute.
 *
 * @param formsPerMinute  of one account; 0 for no limit
 */
export function rateLimits(formsPerMinute: number): Readonly<Record<Counted, { account: number; address: number }>> {
  const of = (account: number) => ({ account, address: account * PER_ADDRESS })
  return { form: of(formsPerMinute), costly: of(Math.ceil(formsPerMinute / COSTLY_SHARE)) }
}

/** Counts in the database, so that several processes count together. Addresses and accounts are kept as hashes only. */
export function rateLimiter({ db, now }: Pick<World, 'db' | 'now'>, formsPerMinute: number): RateLimiter {
  const limits = rateLimits(formsPerMinute)
  return async (what, { account, address }) => {
    if (formsPerMinute === 0) return null
    const moment = now()
    const minute = moment.round({ smallestUnit: 'minute', roundingMode: 'floor' })
    const place = placeOf(address)
    const asked = [
      ...(account === null ? [] : [{ key: sha256(`${what} account ${account}`), most: limits[what].account }]),
      ...(place === null ? [] : [{ key: sha256(`${what} place ${place}`), most: limits[what].address }]),
    ]
    if (asked.length === 0) return null
    const keys = asked.map(({ key }) => key)
    const counts = await countRequests(db, keys, minute)
    if (asked.every(({ most }, at) => (counts[at] ?? 0) <= most)) return null
    return Math.ceil(minute.add({ minutes: 1 }).since(moment).total('seconds'))
  }
}

/**
 * Where on the network an address is: an IPv4 address as it is, of an IPv6 address its first 64 bits, which one household or office
 * has whole. Null for this machine: a proxy on it that does not say who comes would make everybody one.
 */
export function placeOf(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '')
  if (/^127\./.test(plain) || plain === '::1') return null
  if (isIP(plain) !== 6) return plain
  const [head = '', tail] = plain.toLowerCase().split('%')[0]?.split('::') ?? []
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - groups.length - after.length
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...after]
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
