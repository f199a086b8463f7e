import type { LeadKind } from '../plan-reading.ts'
import {
  GROUP_ENDS,
  NEVER_FIRST,
  NEVER_NAMES,
  ORGANISATION_WORDS,
  PARTICLES,
  POST_INITIALS,
  ROLES,
  ROLES_AND_SURNAMES,
  SUBJECT_INITIALS,
  TITLES,
} from './lead-vocabulary.ts'

/** A word without the marks around it: "(Play)," and "PLB*[^3]" are `Play` and `PLB`. */
export function bare(word: string): string {
  return word.replace(/\[\^\d{1,4}\]/g, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}

export function isIn(words: ReadonlySet<string>, word: string): boolean {
  return words.has(bare(word).toLowerCase().replaceAll('’', "'"))
}

/** The word with which a group's name ends: "board", or initials in brackets behind it. */
export function endsGroup(word: string): boolean {
  return isIn(GROUP_ENDS, word) || /^\([A-Z][A-Za-z&]{1,9}\)$/.test(word)
}

/** "Service", with which the name of an organisation ends. */
export function endsService(word: string): boolean {
  return /^services?$/i.test(bare(word))
}

/** A word all in capitals, as initials of a body are: "PLB", "NWCB". */
export function isInitials(word: string): boolean {
  return /^[A-Z][A-Z0-9&]{1,9}$/.test(bare(word))
}

/** More words than this are a sentence, not a name. */
const MOST_WORDS = 12

/** Whether words name a post: a role at the end or before "of", "for" or a dash; initials such as DPH; "Head" before its field. */
export function isPost(text: string): boolean {
  const words = text.split(' ').filter((word) => bare(word) !== '')
  const [first = ''] = words
  if (words.length > MOST_WORDS) return false
  if (POST_INITIALS.has(bare(first).toUpperCase()) && /\p{Lu}.*\p{Lu}/u.test(first) && !endsGroup(words.at(-1) ?? ''))
    return true
  if (/^cabinet (?:member|lead)\b|\bportfolio holder\b/i.test(text)) return true
  if (/\bchief (?:executive|officer|nurse|operating|finance|social|constable)/i.test(text)) return true
  if (/^(?:designated|named) (?:doctor|nurse|gp|professional)/i.test(text)) return true
  return words.some((word, at) => isRoleAt(words, word, at))
}

function isRoleAt(words: readonly string[], word: string, at: number): boolean {
  const next = words[at + 1]
  const ends = next === undefined || /^(?:of|for|to|in|at|with|on|and|&|[-–(].*)$/i.test(next) || /[-–(]$/.test(word)
  if (isIn(ROLES, word)) return ends || (at > 0 && /^(?:manager|officer|director)s?$/i.test(bare(word)))
  if (!isIn(ROLES_AND_SURNAMES, word)) return false
  if (/^head$/i.test(bare(word)))
    return next === undefined
      ? words.slice(0, at).some((each) => isIn(NEVER_NAMES, each) || isInitials(each))
      : /^\p{Lu}|^of$/u.test(next)
  const isOfTrade = words
    .slice(0, at)
    .some(
      (each) =>
        isIn(NEVER_NAMES, each) ||
        isIn(ORGANISATION_WORDS, each) ||
        isIn(GROUP_ENDS, each) ||
        isIn(NEVER_FIRST, each) ||
        isInitials(each),
    )
  return ends && (at === 0 ? next !== undefined : isOfTrade || words.length > 3)
}

export function isTitle(word: string): boolean {
  return isIn(TITLES, word)
}

/** "Ann Lee", from "Cllr Ann Lee". */
export function withoutTitle(name: string): string {
  const words = name.split(' ')
  const named = words.findIndex((word) => !isTitle(word))
  return named > 0 ? words.slice(named).join(' ') : name
}

/**
 * Two or three words that each look like a person's name: "Ann Hill", "J. O’Dowd", "Marta De Vries", "Dr Khan". Words of the
 * trade are in nobody's name, nor is one word without a title: a surname alone is not known for one.
 */
export function looksLikePerson(words: readonly string[]): boolean {
  const named = words.slice(words.findIndex((word) => !isTitle(word)))
  const hasTitle =
    named.length < words.length && words.every((word, at) => isTitle(word) === at < words.length - named.length)
  if (isTitle(words.at(-1) ?? '')) return false
  if (named.length < (hasTitle ? 1 : 2) || named.length > 3 + named.filter((word) => PARTICLES.has(word)).length)
    return false
  if (isIn(NEVER_FIRST, named[0] ?? '') && !hasTitle) return false
  const isLoud = named.every((word) => isLoudName(word)) && !hasTitle
  return named.every((word, at) => isNameWord(word, at, named.length, isLoud)) && !isPost(named.join(' '))
}

function isNameWord(word: string, at: number, count: number, isLoud: boolean): boolean {
  if (at > 0 && at < count - 1 && PARTICLES.has(word)) return true
  if (
    /^(?:\p{Lu}\.?){1,3}$/u.test(word) &&
    word.replaceAll('.', '').length < 3 &&
    at < count - 1 &&
    !SUBJECT_INITIALS.has(word)
  )
    return at === 0 || word.length < 3
  const isName = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word) && bare(word).length > 1
  if (!isName || isIn(NEVER_NAMES, word) || isIn(GROUP_ENDS, word) || isIn(ORGANISATION_WORDS, word)) return false
  return isLoud || !isInitials(word)
}

/** A name in capitals: "JANE", and no initials that the trade knows or that cannot be spoken. */
function isLoudName(word: string): boolean {
  const letters = word.replaceAll(/['’-]/g, '')
  if (!/^[A-Z]{3,}$/.test(letters) || SUBJECT_INITIALS.has(letters) || POST_INITIALS.has(letters)) return false
  return /[AEIOUY]/.test(letters) && !/[^AEIOUY]{4}|[BCDFGHJKLMNPQRTVWXZ]HS$|^[^AEIOUY]{3}/.test(letters)
}

/** What a piece of a lead's cell names, by its own words. */
export function kindOf(text: string): LeadKind {
  const words = text.split(' ').filter((word) => bare(word) !== '')
  if (
    words.length === 0 ||
    words.some((word) => /^(?:tb[acd]|vacant|vacancy)$/i.test(bare(word)) && words.length === 1)
  )
    return 'unknown'
  if (text.includes('@') || words.length > MOST_WORDS + 4) return 'unknown'
  if (isPost(text)) return 'post'
  if (/^(?:all|various|other|relevant|both|each|every|any)$/i.test(words[0] ?? '')) return 'unknown'
  if (/\bcommunity of practice$/i.test(text)) return 'group'
  const last = words.at(-1) ?? ''
  if (endsGroup(last)) return isOrganisation(text, words) ? 'organisation' : 'group'
  if (words.some((word) => isIn(ORGANISATION_WORDS, word))) return 'organisation'
  if (/^trading standards$/i.test(text)) return 'organisation'
  if (words.length === 1 && isInitials(last)) return SUBJECT_INITIALS.has(bare(last)) ? 'unknown' : 'organisation'
  if (words.some((word) => endsGroup(word))) return 'group'
  return looksLikePerson(words) ? 'person' : 'unknown'
}

/** A council, unless the young sit in it; a trust of the health service. */
function isOrganisation(text: string, words: readonly string[]): boolean {
  if (/\b(?:nhs|foundation|academy|hospitals?|multi-academy)\b.*\btrust\b/i.test(text)) return true
  return (
    /\bcouncil$/i.test(bare(text)) &&
    !/\b(?:youth|children|student|school|young)/i.test(text) &&
    !words.slice(0, -1).every(isInitials)
  )
}

/** Whether some part of a cell names a group, post, organisation or person. */
export function isGroupOrPost(cell: string): boolean {
  return cell.split(/\s*[/;,]\s*|\s+and\s+/).some((segment) => kindOf(segment.trim()) !== 'unknown')
}
