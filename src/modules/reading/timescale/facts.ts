import { type Day, isBefore, lastDayOfMonth } from '../../../kernel/day.ts'
import type { Period } from '../../../kernel/period.ts'
import type { DueDate, TimescaleReading } from '../plan-reading.ts'
import type { WrittenDate } from './dates.ts'
import { firstDayOf, type ResolvedDate } from './resolve-years.ts'
import type { Rhythm } from './words.ts'

/** What was found in the words of a timescale, before it is decided what they mean. */
export type Facts = {
  readonly text: string
  /** the text without struck-out words */
  readonly live: string
  /** the live text without its rhythm word */
  readonly rest: string
  readonly rhythm: Rhythm | null
  readonly written: readonly WrittenDate[]
  readonly dates: readonly ResolvedDate[]
  readonly plan: Period | null
}

/** A reading before its doubts are added. */
export type Meaning = Pick<TimescaleReading, 'kind' | 'due' | 'confidence' | 'notes' | 'starts'>

export function unknownTime(note: string): Meaning {
  return { kind: 'unknown', due: [], confidence: 'unsure', notes: [note] }
}

export function startOf(date: ResolvedDate | undefined): { starts?: string } {
  return date ? { starts: firstDayOf(date).toString() } : {}
}

/** Dates as duties: in order of time, each once. */
export function dueOf(dates: readonly ResolvedDate[]): DueDate[] {
  const byDay = new Map(dates.map(({ on, precision }) => [on.toString(), { on: on.toString(), precision }]))
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** The ends of months from the first, a step apart, while they are in the plan's period. */
export function stepFrom(first: Day, months: number, plan: Period): Day[] {
  const days: Day[] = []
  for (let on = first; isBefore(on, plan.endsBefore) && days.length < 120; on = sameMonthEnd(on, months)) days.push(on)
  return days
}

function sameMonthEnd(on: Day, months: number): Day {
  const next = on.with({ day: 1 }).add({ months })
  if (on.day === on.daysInMonth) return lastDayOfMonth(next.year, next.month)
  return next.with({ day: Math.min(on.day, next.daysInMonth) })
}
