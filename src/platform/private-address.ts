import { randomBytes } from 'node:crypto'
import { type PartnershipId, parseId } from '../kernel/id.ts'
import { sha256 } from '../kernel/sha256.ts'

/** Words at the end of an address that let whoever holds them in, to one thing of one partnership. */
export type PrivateAddress = {
  /** 64 characters safe in an address; said once, in the message that carries it, and kept nowhere */
  readonly words: string
  /** what is kept in their stead, to know them again */
  readonly hash: string
}

const SECRET_BYTES = 32

/**
 * Makes a private address. It begins with its partnership, so that the record behind it is looked for inside that
 * partnership's scope like any other; the 256 random bits after that are what nobody guesses.
 */
export function makePrivateAddress(
  partnershipId: PartnershipId,
  random: (size: number) => Buffer = randomBytes,
): PrivateAddress {
  const id = Buffer.from(partnershipId.replaceAll('-', ''), 'hex')
  const words = Buffer.concat([id, random(SECRET_BYTES)]).toString('base64url')
  return { words, hash: sha256(words) }
}

/** The partnership and the hash of a private address as it was opened; null for words that none of ours could be. */
export function readPrivateAddress(words: string): { partnershipId: PartnershipId; hash: string } | null {
  if (!/^[\w-]{64}$/.test(words)) return null
  const hex = Buffer.from(words, 'base64url').toString('hex').slice(0, 32)
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const partnershipId = parseId<'partnership'>(id)
  return partnershipId && { partnershipId, hash: sha256(words) }
}
