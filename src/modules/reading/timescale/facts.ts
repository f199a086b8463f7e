import type { Period } from '../../../kernel/period.ts'
import type { ColumnOfTimes } from './column-of-times.ts'
import type { Cue, Doubt, Length, Part, Phrase, Rhythm, Time } from './phrase.ts'
import { type ResolvedTime, resolveYears } from './resolve-years.ts'

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

export type SaidTime = {
  readonly role: Role
  /** the words of the cue that gave the role */
  readonly roleWords: string
  /** its place among the phrases */
  readonly at: number
  readonly time: Time
  /** null where no year was found, or the calendar has no such day */
  readonly resolved: ResolvedTime | null
}

/** What was found in the words of a timescale, before it is decided what they mean. */
export type Facts = {
  readonly live: string
  readonly phrases: readonly Phrase[]
  readonly times: readonly SaidTime[]
  readonly rhythms: readonly Rhythm[]
  readonly length: Length | null
  readonly cues: ReadonlySet<Cue>
  readonly plan: Period | null
  readonly column: ColumnOfTimes
}

export function gatherFacts(
  live: string,
  phrases: readonly Phrase[],
  plan: Period | null,
  column: ColumnOfTimes,
): Facts {
  const said = giveRoles(phrases)
  const resolved = resolveYears(
    said.map(({ time }) => time),
    plan,
    column,
  )
  return {
    live,
    phrases,
    times: said.map((each, index) => ({ ...each, resolved: resolved[index] ?? null })),
    rhythms: phrases.flatMap((phrase) => (phrase.is === 'rhythm' ? [phrase.rhythm] : [])),
    length: phrases.find((phrase) => phrase.is === 'length')?.length ?? null,
    cues: new Set(phrases.flatMap((phrase) => (phrase.is === 'cue' ? [phrase.cue] : []))),
    plan,
    column,
  }
}

type Pending = { role: Role; words: string; part: { part: Part; doubt: Doubt | null } | null }
const NOTHING: Pending = { role: null, words: '', part: null }

function giveRoles(phrases: readonly Phrase[]): Omit<SaidTime, 'resolved'>[] {
  const times: Omit<SaidTime, 'resolved'>[] = []
  let pending = NOTHING
  for (const [at, phrase] of phrases.entries()) {
    if (phrase.is === 'part') pending = { ...pending, part: phrase }
    else if (phrase.is === 'cue') {
      const last = times.at(-1)
      const behind = last ? roleBehind(phrases, at, phrase.cue, last) : null
      if (last && behind) times[times.length - 1] = { ...last, role: behind, roleWords: phrase.words }
      else if (isRole(phrase.cue)) pending = { ...pending, role: phrase.cue, words: phrase.words }
      else if (pending.role === 'formerly') pending = NOTHING
    } else if (phrase.words === '%' && pending.role) pending = { ...pending, role: 'baseline' }
    else if (phrase.is === 'matter' || phrase.is === 'other') pending = { ...pending, part: null }
    else if (phrase.is === 'time') {
      times.push({
        role: roleOf(pending, phrases[at - 1]),
        roleWords: pending.words,
        at,
        time: withPart(phrase.time, pending),
      })
      pending = nextIs(phrases[at + 1], phrases[at + 2], pending.role) ? { ...pending, part: null } : NOTHING
    }
  }
  return times
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
  return /^(?:until|till?|up (?:to|until)|through)/i.test(words)
}
