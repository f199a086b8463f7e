import type { Period } from '../../../kernel/period.ts'
import type { ColumnOfTimes } from './column-of-times.ts'
import type { Cue, Length, Phrase, Rhythm } from './phrase.ts'
import { type ResolvedTime, resolveYears } from './resolve-years.ts'
import { giveRoles, type TimeInRole } from './roles.ts'

/** A time in its role, with its day; null where no year was found, or the calendar has no such day. */
export type SaidTime = TimeInRole & { readonly resolved: ResolvedTime | null }

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
