import { sha256 } from '../../kernel/sha256.ts'

/** One link of the audit trail's chain, with the entry and the details it stands for; null where the database has none. */
export type Link = {
  /** 1 for the first of a partnership, each next one more */
  readonly number: number
  readonly previousHash: string
  readonly hash: string
  readonly detailHash: string
  readonly entry: ChainedEntry | null
  readonly detail: ChainedDetail | null
}
export type ChainedEntry = {
  readonly partnershipId: string
  readonly id: string
  readonly at: Temporal.Instant
  readonly byPerson: string | null
  readonly what: string
  readonly subjectKind: string
  readonly subjectId: string
}
/** `content` of a blanked detail is gone on purpose, and proves nothing either way. */
export type ChainedDetail = { readonly salt: string; readonly content: string; readonly isBlanked: boolean }

/** Where a chain stands: its last link, to be kept outside the database. */
export type Head = { readonly number: number; readonly hash: string }
export const NO_LINKS: Head = { number: 0, hash: '0'.repeat(64) }

export type BreakKind =
  | 'link-missing'
  | 'link-changed'
  | 'entry-missing'
  | 'entry-changed'
  | 'detail-missing'
  | 'detail-changed'
export type Break = { readonly number: number; readonly kind: BreakKind }

/**
 * Walks links in their order on from a head that is known to be right.
 *
 * @returns the head they lead to, or the first link that is not as it was made
 */
export function walkLinks(links: Iterable<Link>, from: Head = NO_LINKS): Head | Break {
  let head = from
  for (const link of links) {
    const number = head.number + 1
    const kind = link.number !== number ? 'link-missing' : breakOf(link, head)
    if (kind !== null) return { number, kind }
    head = { number, hash: link.hash }
  }
  return head
}

function breakOf({ previousHash, hash, detailHash, entry, detail }: Link, head: Head): BreakKind | null {
  if (!entry) return 'entry-missing'
  if (!detail) return 'detail-missing'
  if (previousHash !== head.hash) return 'link-changed'
  if (hash !== sha256(`${previousHash}\n${entryText(entry, detailHash)}`)) return 'entry-changed'
  return detail.isBlanked || detailHash === sha256(`${detail.salt}\n${detail.content}`) ? null : 'detail-changed'
}

/** What is hashed of an entry, to the letter as the database's `audit_text` has it. */
export function entryText(entry: ChainedEntry, detailHash: string): string {
  const { partnershipId, id, at, byPerson, what, subjectKind, subjectId } = entry
  const moment = at.toString({ fractionalSecondDigits: 6 })
  const fields = [partnershipId, id, moment, byPerson, what, subjectKind, subjectId, detailHash]
  return `[${fields.map((field) => JSON.stringify(field)).join(', ')}]`
}

/** A head as it is printed on papers and given back to be checked: "1204:3f9a…". */
export function headInWords({ number, hash }: Head): string {
  return `${number}:${hash}`
}

/** Reads a head that was kept outside; null when the words are none. */
export function parseHead(words: string): Head | null {
  const found = /^(\d{1,15}):([0-9a-f]{64})$/.exec(words.trim().toLowerCase())
  return found ? { number: Number(found[1]), hash: found[2] ?? '' } : null
}

/** Whether a walk along the chain ended at a break. */
export function isBreak(answer: Head | Break): answer is Break {
  return 'kind' in answer
}

/** What a break means, for whoever has to look into it. */
export function breakInWords({ number, kind }: Break): string {
  const entry = `Entry ${number.toLocaleString('en-GB')}`
  switch (kind) {
    case 'link-missing':
      return `${entry} is missing from the chain.`
    case 'link-changed':
      return `${entry} does not follow from the entry before it: one of the two was changed or removed.`
    case 'entry-missing':
      return `${entry} was removed.`
    case 'entry-changed':
      return `${entry} is not as it was written.`
    case 'detail-missing':
      return `The details of entry ${number.toLocaleString('en-GB')} were removed.`
    case 'detail-changed':
      return `The details of entry ${number.toLocaleString('en-GB')} are not as they were written.`
  }
}
