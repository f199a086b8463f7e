import type { DueDate, TimescaleKind } from '../plan-reading.ts'
import type { SaidTime } from './facts.ts'
import { type Doubt, NO_SUCH_DAY } from './phrase.ts'
import type { ResolvedTime } from './resolve-years.ts'

/** What the words mean, before the doubts of the whole cell are added. */
export type Meaning = {
  readonly kind: TimescaleKind
  readonly due: readonly DueDate[]
  readonly starts?: string
  readonly doubts: readonly Doubt[]
}

export function unsure(words: string): Doubt {
  return { words, makes: 'unsure' }
}

export function likely(words: string): Doubt {
  return { words, makes: 'likely' }
}

export function note(words: string): Doubt {
  return { words, makes: 'sure' }
}

export function unknownTime(words: string): Meaning {
  return { kind: 'unknown', due: [], doubts: [unsure(words)] }
}

/** The times that have a day, in the order written. */
export function resolvedOf(times: readonly SaidTime[]): ResolvedTime[] {
  return times.flatMap(({ resolved }) => (resolved ? [resolved] : []))
}

export function startOf(time: SaidTime | undefined): { starts?: string } {
  return time?.resolved ? { starts: time.resolved.first.toString() } : {}
}

/** Dates as duties: in order of time, each once. */
export function dueOf(times: readonly Pick<ResolvedTime, 'on' | 'precision'>[]): DueDate[] {
  const byDay = new Map(times.map(({ on, precision }) => [on.toString(), { on: on.toString(), precision }]))
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** What the dates themselves leave open. */
export function doubtsOf(times: readonly SaidTime[]): Doubt[] {
  const own = times.flatMap(({ time, resolved }) => resolved?.doubts ?? time.doubts)
  const isLost = times.some(({ time, resolved }) => resolved === null && !time.doubts.includes(NO_SUCH_DAY))
  return isLost
    ? [...own, unsure('A time is named without a year, or is no day of the calendar; no date can be found for it.')]
    : own
}
