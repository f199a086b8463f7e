import type { LeadKind, LeadReading } from '../plan-reading.ts'
import type { KnownGroups } from './known-groups.ts'
import { bare, endsGroup, endsService, isInitials, isPost, kindOf, looksLikePerson } from './lead-words.ts'

/** One piece of a cell, which may still be a group with a person behind it, or a person with a body. */
export function readSegment(segment: string, known: KnownGroups): LeadReading[] {
  const words = segment.split(' ').filter((word) => word !== '')
  if (words.length === 0) return []
  const text = words.join(' ')
  if (known.has(bare(text).toLowerCase()) && kindOf(text) !== 'person' && kindOf(text) !== 'post')
    return [{ text, kind: groupOrCouncil(text) }]
  const prefix = knownPrefix(words, known)
  if (looksLikePerson(words)) return prefix === 0 ? [{ text, kind: 'person' }] : splitAt(words, prefix)
  if (startsAsPost(text)) return splitTrailingInitials(words)
  const post = words.findIndex((_, at) => at > 1 && PLAIN_POST.test(words.slice(at).join(' ')))
  if (post > 1 && looksLikePerson(words.slice(0, post)))
    return [{ text: words.slice(0, post).join(' '), kind: 'person' }, ...splitTrailingInitials(words.slice(post))]
  const end = words.findLastIndex(endsGroup)
  if (end >= 0 && end < words.length - 1) return afterGroup(words, end + 1, prefix)
  if (end === words.length - 1) return [{ text, kind: isPost(text) ? 'post' : kindOf(text) }]
  const service = readService(words)
  if (service && !words.slice(0, prefix).some(isInitials)) return service
  if (prefix > 0 && prefix < words.length) return splitAt(words, prefix)
  return splitPersonAndBody(words)
}

/** Words with which a post begins and nothing else does. */
const PLAIN_POST =
  /^(?:head of|(?:(?:executive|service|corporate|assistant|deputy|strategic) )?director (?:of|for)|chief (?:executive|officer)|(?:strategic )?lead for) /i

function startsAsPost(text: string): boolean {
  return /^(?:head of|director|chief|deputy|service|assistant|executive director)\b/i.test(text) && isPost(text)
}

/** Behind a group's name stand its people or posts; where the rest is neither, the whole is one name. */
function afterGroup(words: readonly string[], at: number, prefix: number): LeadReading[] {
  const rest = words.slice(at)
  if (isGroupsOwnPost(words, rest)) return [{ text: words.join(' '), kind: 'post' }]
  const isName =
    rest.length === 1 ||
    looksLikePerson(rest) ||
    isPost(rest.join(' ')) ||
    readRest(rest).every(({ kind }) => kind !== 'unknown')
  if (isName || prefix === at) return splitAt(words, at)
  const text = words.join(' ')
  return [{ text, kind: kindOf(text) }]
}

/** "Board Manager" and "Cabinet Member for Play" are posts of the group, not people beside it; "Executive Head of Care" is a group and a post. */
function isGroupsOwnPost(words: readonly string[], rest: readonly string[]): boolean {
  const [first = ''] = rest
  return isPost(words.join(' ')) && isPost(`the ${first}`) && !/^(?:head|director|chief)$/i.test(bare(first))
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
  const text = words.slice(0, at).join(' ')
  return [{ text, kind: groupOrCouncil(text) }, ...readRest(words.slice(at))]
}

/** What the document calls a group is one, but for a council or a trust by its full name. */
function groupOrCouncil(text: string): LeadKind {
  return kindOf(text) === 'organisation' && !isInitials(text) ? 'organisation' : 'group'
}

function readRest(words: readonly string[]): LeadReading[] {
  const text = words.join(' ')
  if (looksLikePerson(words)) return [{ text, kind: 'person' }]
  if (words.length === 4 && looksLikePerson(words.slice(0, 2)) && looksLikePerson(words.slice(2))) {
    return [words.slice(0, 2), words.slice(2)].map((pair) => ({ text: pair.join(' '), kind: 'person' as const }))
  }
  return [{ text, kind: kindOf(text) }]
}

/** "Ann Hill NWCB" is a person and a body; "Northwick CB Ann Hill-Reid" a body and a person. */
function splitPersonAndBody(words: readonly string[]): LeadReading[] {
  const text = words.join(' ')
  const last = words.length - 1
  if (words.length > 2 && isInitials(words[last] ?? '') && looksLikePerson(words.slice(0, last))) {
    const body = words[last] ?? ''
    return [
      { text: words.slice(0, last).join(' '), kind: 'person' },
      { text: body, kind: kindOf(body) },
    ]
  }
  const tail = words.slice(-2)
  const before = words.slice(0, -2)
  if (before.length > 0 && looksLikePerson(tail) && isInitials(before.at(-1) ?? '')) {
    return [
      { text: before.join(' '), kind: kindOf(before.join(' ')) },
      { text: tail.join(' '), kind: 'person' },
    ]
  }
  const postEnd = words.findLastIndex(
    (_, at) =>
      at > 0 &&
      at < last &&
      isPost(words.slice(0, at + 1).join(' ')) &&
      !/^(?:of|for|to|in|at)$/i.test(words[at + 1] ?? ''),
  )
  if (postEnd > 0 && looksLikePerson(words.slice(postEnd + 1))) {
    return [
      { text: words.slice(0, postEnd + 1).join(' '), kind: 'post' },
      { text: words.slice(postEnd + 1).join(' '), kind: 'person' },
    ]
  }
  return isPost(text) ? splitTrailingInitials(words) : readRest(words)
}

/** "Head of Play NBC" is a post and the body it belongs to; "Head of PLAYS" is a post. */
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
