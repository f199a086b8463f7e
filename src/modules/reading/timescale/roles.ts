import type { Cue, Doubt, Part, Phrase, Time } from './phrase.ts'

/** What a time is for: the cue before or after it; null is a plain date, which is when something falls due. */
export type Role = Extract<
  Cue,
  | 'starts'
  | 'started'
  | 'ends'
  | 'until'
  | 'before'
  | 'after'
  | 'between'
  | 'as-at'
  | 'formerly'
  | 'depends'
  | 'done'
  | 'then'
  | 'baseline'
  | 'onwards'
> | null

/** A time with its role among the phrases. */
export type TimeInRole = {
  readonly role: Role
  /** the words of the cue that gave the role */
  readonly roleWords: string
  /** its place among the phrases */
  readonly at: number
  readonly time: Time
}

type Pending = { role: Role; words: string; part: { part: Part; doubt: Doubt | null } | null }
const NOTHING: Pending = { role: null, words: '', part: null }

/** Gives each time of a cell its role, from the cue before it or behind it, and the part of it that is meant. */
export function giveRoles(phrases: readonly Phrase[]): TimeInRole[] {
  const times: TimeInRole[] = []
  let pending = NOTHING
  for (const [at, phrase] of phrases.entries()) {
    if (phrase.is === 'part') pending = { ...pending, part: phrase }
    else if (phrase.is === 'cue') {
      const last = times.at(-1)
      const behind = last ? roleBehind(phrases, at, phrase.cue, last) : null
      if (last && behind) times[times.length - 1] = { ...last, role: behind, roleWords: phrase.words }
      else if (pending.role === 'formerly' && phrase.cue === 'until') continue
      else if (isRole(phrase.cue)) pending = { ...pending, role: phrase.cue, words: phrase.words }
      else if (pending.role === 'formerly') pending = NOTHING
    } else if (phrase.words === '%' && pending.role) pending = { ...pending, role: 'baseline' }
    else if (phrase.is === 'matter' || phrase.is === 'other') pending = { ...pending, part: null }
    else if (phrase.is === 'time') {
      const isLimit = followsTo(phrases, at) && (pending.role === null || pending.role === 'starts')
      const said = isLimit
        ? ({ role: 'until', roleWords: 'to' } as const)
        : { role: roleOf(pending, phrases[at - 1]), roleWords: pending.words }
      times.push({ ...said, at, time: withPart(phrase.time, pending) })
      pending = nextIs(phrases[at + 1], phrases[at + 2], pending.role) ? { ...pending, part: null } : NOTHING
    }
  }
  return times
}

/** "to" right before a time, with no time before it, runs up to it: "monthly to June". */
function followsTo(phrases: readonly Phrase[], at: number): boolean {
  const before = phrases.slice(0, at).findLastIndex(({ is }) => is !== 'part')
  const to = phrases[before]
  return to?.is === 'join' && /^to$/i.test(to.words) && phrases[before - 1]?.is !== 'time'
}

/** In "complete March 2015" the word asks; in "completed March 2015" or "complete - March 2015" it reports. */
function roleOf({ role, words }: Pending, before: Phrase | undefined): Role {
  return role === 'done' && /^complete$/i.test(words) && before?.words === words ? 'ends' : role
}

/** A cue that stands behind its time: "2027 onwards", "May 2015 - ongoing", "May 2015 (start)". */
function roleBehind(
  phrases: readonly Phrase[],
  at: number,
  cue: Cue,
  last: { readonly at: number; readonly role: Role },
): Role {
  const between = phrases.slice(last.at + 1, at)
  if (cue === 'onwards') return 'onwards'
  if (cue === 'ongoing')
    return last.role === null && between.length === 1 && between[0]?.is === 'join' && between[0].by === 'to'
      ? 'onwards'
      : null
  const isBehind =
    last.role === null &&
    between.every(({ words }) => words === '(') &&
    !['time', 'part'].includes(phrases[at + 1]?.is ?? '')
  return isBehind && phrases[at + 1]?.words !== ':' && isStage(cue) ? cue : null
}

function isStage(cue: Cue): cue is 'starts' | 'started' | 'ends' | 'done' {
  return cue === 'starts' || cue === 'started' || cue === 'ends' || cue === 'done'
}

/** In "from May and June" both are starts; in "from May to June" one is. */
function nextIs(join: Phrase | undefined, next: Phrase | undefined, role: Role): boolean {
  if (join?.is !== 'join' || next?.is === 'part') return false
  return join.by !== 'to' || role === 'as-at' || role === 'formerly'
}

function withPart(time: Time, { part }: Pending): Time {
  if (!part) return time
  const own = part.part === 'beginning' ? time.doubts.filter(({ words }) => !/taken to end/.test(words)) : time.doubts
  return { ...time, part: part.part, doubts: part.doubt ? [...own, part.doubt] : own }
}

const ROLES: readonly Cue[] = [
  'starts',
  'started',
  'ends',
  'until',
  'before',
  'after',
  'between',
  'as-at',
  'formerly',
  'depends',
  'done',
  'then',
]

function isRole(cue: Cue): cue is Exclude<Role, null> {
  return ROLES.includes(cue)
}

/** "until" and its like run up to a day; "by" only sets a limit. */
export function runsUntil(words: string): boolean {
  return /^(?:until|till?|to|up (?:to|until)|through)/i.test(words)
}
