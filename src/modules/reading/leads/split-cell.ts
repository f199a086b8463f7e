import { ORGANISATION_ENDS } from './lead-vocabulary.ts'
import { bare, endsGroup, isIn, isInitials, isPost, isTitle, kindOf, looksLikePerson } from './lead-words.ts'

/** Words that stand between names and belong to none of them. */
const BETWEEN =
  /\s+(?:supported by|assisted by|led by|overseen by|in partnership with|in conjunction with|jointly with|working with|together with|along with|as well as|with support from)\s+/i
const LABEL =
  /^(?:overall |joint |co-?)?(?:leads?|lead officers?|lead agency|lead agencies|lead organisations?|lead partners?|owners?|support(?:ing|ed by)?|supporting officers?|responsible|accountable|consulted|informed|sponsors?|partners?|delivery|contacts?|chair|who|led by)\s?:\s*/i
const MARKS = /\s*[/;,\n\r•▪●◦‣]\s*|\s[–—-]\s|\s\|\s/

/**
 * Cuts a lead's cell where one name ends and the next begins: at marks, at brackets behind a name, and at "and", "&" or "with" between
 * two names that can stand alone. Nothing but marks and such joining words is left out.
 */
export function splitCell(cell: string): string[] {
  return cell
    .split(MARKS)
    .flatMap(splitAtStop)
    .flatMap((segment) => segment.split(BETWEEN))
    .flatMap(splitAtColon)
    .map((segment) => segment.trim().replace(/^(?:and|&|with|plus)\s+/i, ''))
    .flatMap(splitAtBracket)
    .flatMap(splitAtWith)
    .flatMap(splitAtAnd)
    .flatMap(splitAtAddress)
    .map(withoutStop)
    .filter((segment, _, all) => bare(segment) !== '' && (all.length === 1 || !PART_PLAYED.test(segment)))
}

/** "Lead" or "support" alone beside a name says what part it plays. */
const PART_PLAYED = /^\(?(?:joint |co-)?(?:leads?|support|owner)\)?$/i

/** A full stop behind a word is no part of a name; behind initials it is. */
function withoutStop(segment: string): string {
  return segment.replace(/(\p{L}{3})\.$/u, '$1')
}

/** "Primary Care. Early Help Hubs" is two; "J. Smith" and "Dr. Khan" are not. */
function splitAtStop(segment: string): string[] {
  const pieces: string[] = ['']
  for (const word of segment.split(' ')) {
    pieces[pieces.length - 1] = `${pieces.at(-1)} ${word}`.trim()
    if (/\p{L}{3,}\.$/u.test(word) && !isTitle(word)) pieces.push('')
  }
  return pieces.filter((piece) => piece !== '')
}

/** "Lead: Ann Lee" is Ann Lee; "Ann Lee: Ray, Poe" begins a list of hers. */
function splitAtColon(segment: string): string[] {
  const unlabelled = segment.trim().replace(LABEL, '')
  const [left = '', ...rest] = unlabelled.split(/:\s+/)
  const isName = looksLikePerson(left.split(' ')) || kindOf(left) !== 'unknown'
  return rest.length > 0 && isName ? [left, ...rest.flatMap((each) => splitAtColon(each))] : [unlabelled]
}

/** "Ann Lee (Head of Care)" is a person and a post; "Early Help Board (EHB)" is one name. */
function splitAtBracket(segment: string): string[] {
  const found = /^([^()]+)\s\(([^()]{2,200})\)\s*([^()]*)$/.exec(segment)
  const [, before = '', inside = '', behind = ''] = found ?? []
  if (!found || /^(?:vacant|vacancy|tb[acd]|interim|acting|chair)$/i.test(inside.trim())) return [segment]
  const isShortName = isInitials(inside) && !looksLikePerson(before.split(' '))
  if (isShortName || (/^[A-Za-z&]{2,10}$/.test(inside) && endsGroup(before.split(' ').at(-1) ?? ''))) return [segment]
  const isNamed = looksLikePerson(before.split(' ')) || kindOf(inside) !== 'unknown' || PART_PLAYED.test(inside)
  return isNamed
    ? [before, inside, behind].filter((piece) => piece.trim() !== '').map((piece) => piece.trim())
    : [segment]
}

function splitAtWith(segment: string): string[] {
  const [left = '', ...rest] = segment.split(/\s+with\s+/i)
  const areNames = standsAlone(left) && rest.flatMap(splitAtAnd).every(standsAlone)
  return rest.length > 0 && areNames ? [left, ...rest] : [segment]
}

/** "Youth Council and Deputy Chief Executive" is two; "Learning & Skills Board" is one name though it holds an ampersand. */
function splitAtAnd(segment: string): string[] {
  const sides = segment.trim().split(/\s+(?:and|&|\+)\s+/i)
  if (sides.length === 1) return sides
  const [first = '', ...others] = sides
  if (looksLikePerson(first.split(' ')) && others.length === 1 && isCompoundPost(others[0] ?? ''))
    return [segment.trim()]
  if (/\b(?:of|for)\b/i.test(first) && isPost(first)) {
    return others.every((side) => isPost(side) || looksLikePerson(side.split(' '))) ? sides : [segment.trim()]
  }
  const isAmpersand = /\s&\s/.test(segment)
  return sides.every((side) => standsAlone(side) && (!isAmpersand || endsFirmly(side))) ? sides : [segment.trim()]
}

/** "Sustainability Lead": after "and" it may be half of a longer post; "Head of Care" is whole. */
function isCompoundPost(side: string): boolean {
  return isPost(side) && !/\b(?:of|for)\b|^(?:head|director|chief)\b/i.test(side) && !looksLikePerson(side.split(' '))
}

/** Whether a side of "and" can be a lead by itself: a person, a post, initials, or a name of two words or more that ends as one. */
function standsAlone(side: string): boolean {
  const words = side.trim().split(/\s+/)
  if (looksLikePerson(words) || isPost(side) || words.every(isInitials)) return true
  if (words.length > 2 && looksLikePerson(words.slice(-2))) return true
  const last = words.at(-1) ?? ''
  return words.length > 1 && (endsGroup(last) || isIn(ORGANISATION_ENDS, last))
}

/** An ampersand stands in many a name: only people, posts, groups and initials are told apart at one. */
function endsFirmly(side: string): boolean {
  const words = side.split(' ')
  return looksLikePerson(words) || isPost(side) || words.every(isInitials) || endsGroup(words.at(-1) ?? '')
}

/** An address is kept by itself, so that it can be matched. */
function splitAtAddress(segment: string): string[] {
  if (!segment.includes('@')) return [segment]
  return segment.split(/\s*[<(]?([^\s<>()]+@[^\s<>()]+)[>)]?\s*/).filter((piece) => piece !== '')
}
