import type { LeadReading } from '../plan-reading.ts'
import { endsGroup, endsService, isInitials, isPost, kindOf, looksLikePerson } from './lead-words.ts'

/** Names of groups as the whole document gives them, without their last word: "stay safe" of "Stay Safe group". */
export type KnownGroups = ReadonlySet<string>

/** A longer cell names nobody; it is kept as it stands. */
const LONGEST_CELL = 2_000

/** Collects the groups that some cell names in full, so that a cell which leaves out "group" is read too. */
export function findGroups(cells: readonly string[]): KnownGroups {
  const known = new Set<string>()
  for (const cell of cells) {
    if (cell.length > LONGEST_CELL) continue
    for (const segment of cell.split(/[/,;]/)) {
      const words = segment.trim().split(' ')
      const end = words.findLastIndex(endsGroup)
      if (end > 0) known.add(words.slice(0, end).join(' ').toLowerCase())
      if (end > 0 && end < words.length - 1)
        known.add(
          words
            .slice(0, end + 1)
            .join(' ')
            .toLowerCase(),
        )
      const initials = words[0] ?? ''
      if (end < 0 && isInitials(initials) && looksLikePerson(words.slice(1))) known.add(initials.toLowerCase())
    }
  }
  return known
}

/**
 * Splits a lead's cell into people, posts, groups and organisations: "Education Alliance Mike Peters/Ruth Brock" is a group and
 * two people. Every word of the cell is in one of them; what cannot be told is `unknown`.
 */
export function readLeads(cell: string, known: KnownGroups): LeadReading[] {
  if (cell.length > LONGEST_CELL) return [{ text: cell, kind: 'unknown' }]
  return cell
    .split(/\s*[/;,]\s*|\s[–—-]\s/)
    .flatMap(splitAtAnd)
    .flatMap((segment) => readSegment(segment, known))
}

/** "Youth Council and Deputy Chief Executive" is two; "Learning & Skills Board" is one name though it holds an ampersand. */
function splitAtAnd(segment: string): string[] {
  const sides = segment.trim().split(/\s+(?:and|&)\s+/)
  if (sides.length === 1) return sides
  const arePeople = sides.every((side) => looksLikePerson(side.split(' ')))
  const standAlone = segment.includes('&')
    ? sides.every(endsAsName)
    : sides.every((side) => endsAsName(side) || isPost(side))
  return arePeople || standAlone ? sides : [segment.trim()]
}

function endsAsName(side: string): boolean {
  const words = side.split(' ')
  return endsGroup(words.at(-1) ?? '') || words.every(isInitials)
}

function readSegment(segment: string, known: KnownGroups): LeadReading[] {
  const words = segment.split(' ').filter((word) => word !== '')
  if (words.length === 0) return []
  if (looksLikePerson(words))
    return knownPrefix(words, known) === 0
      ? [{ text: segment, kind: 'person' }]
      : splitAt(words, knownPrefix(words, known))
  const end = words.findLastIndex(endsGroup)
  const post = /^(?:head of|director|chief|deputy|service|assistant|executive director)\b/i.test(segment)
  if (post) return splitTrailingInitials(words)
  if (end >= 0 && end < words.length - 1) return splitAt(words, end + 1)
  if (end === words.length - 1) return [{ text: segment, kind: isPost(segment) ? 'post' : kindOf(segment) }]
  const prefix = knownPrefix(words, known)
  const service = readService(words)
  if (service && !words.slice(0, prefix).some(isInitials)) return service
  if (prefix > 0 && prefix < words.length) return splitAt(words, prefix)
  return splitPersonAndBody(words)
}

/** "Youth Service" is one organisation, alone or before a person, though the plan names a Youth Cabinet as well. */
function readService(words: readonly string[]): LeadReading[] | null {
  const end = words.findLastIndex(endsService) + 1
  if (end < 2 || isPost(words.join(' '))) return null
  const service: LeadReading = { text: words.slice(0, end).join(' '), kind: 'organisation' }
  const rest = words.slice(end)
  if (rest.length === 0) return [service]
  return looksLikePerson(rest) ? [service, { text: rest.join(' '), kind: 'person' }] : null
}

/** A group, then whoever is left. */
function splitAt(words: readonly string[], at: number): LeadReading[] {
  return [{ text: words.slice(0, at).join(' '), kind: 'group' }, ...readRest(words.slice(at))]
}

function readRest(words: readonly string[]): LeadReading[] {
  const text = words.join(' ')
  if (looksLikePerson(words)) return [{ text, kind: 'person' }]
  if (words.length === 4 && looksLikePerson(words.slice(0, 2)) && looksLikePerson(words.slice(2))) {
    return [words.slice(0, 2), words.slice(2)].map((pair) => ({ text: pair.join(' '), kind: 'person' as const }))
  }
  return [{ text, kind: kindOf(text) }]
}

/** "Caroline McCarron SCCG" is a person and a body; "Southend CCG Erin Brennan-Douglas" a body and a person. */
function splitPersonAndBody(words: readonly string[]): LeadReading[] {
  const text = words.join(' ')
  const last = words.length - 1
  if (words.length > 2 && isInitials(words[last] ?? '') && looksLikePerson(words.slice(0, last))) {
    return [
      { text: words.slice(0, last).join(' '), kind: 'person' },
      { text: words[last] ?? '', kind: 'organisation' },
    ]
  }
  const tail = words.slice(-2)
  if (words.length > 2 && looksLikePerson(tail) && isInitials(words[last - 2] ?? '')) {
    return [
      { text: words.slice(0, -2).join(' '), kind: 'organisation' },
      { text: tail.join(' '), kind: 'person' },
    ]
  }
  return isPost(text) ? splitTrailingInitials(words) : readRest(words)
}

/** "Head of Quality Assurance SBC" is a post and the body it belongs to; "Head of CATO" is a post. */
function splitTrailingInitials(words: readonly string[]): LeadReading[] {
  const last = words.at(-1) ?? ''
  const post = words.slice(0, -1)
  if (words.length < 4 || !isInitials(last) || /^(?:of|for|and|&)$/i.test(post.at(-1) ?? ''))
    return [{ text: words.join(' '), kind: 'post' }]
  return [
    { text: post.join(' '), kind: 'post' },
    { text: last, kind: 'organisation' },
  ]
}

function knownPrefix(words: readonly string[], known: KnownGroups): number {
  for (let length = words.length - 1; length > 0; length--) {
    if (known.has(words.slice(0, length).join(' ').toLowerCase())) return length
  }
  return 0
}
