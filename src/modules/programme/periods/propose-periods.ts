import { type Day, isAfter, isBefore, monthAndYear, monthName } from '../../../kernel/day.ts'
import { lastDay, type Period } from '../../../kernel/period.ts'
import type { ReportingRhythm } from '../asking/asking-rules.ts'
import type { ReportingPeriod } from './reporting-period.ts'

export type PeriodWords = Pick<ReportingPeriod, 'name' | 'within' | 'asAt'>

const MONTHS: Readonly<Record<ReportingRhythm, number>> = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 }
const NAMES: Readonly<Record<ReportingRhythm, string>> = {
  monthly: 'Month',
  quarterly: 'Quarter',
  'half-yearly': 'Half',
  yearly: 'Year',
}
export const MOST_PERIODS = 120

/**
 * The periods of a plan by its rhythm, from its first day to its last, each reported on as at its last day and the days of grace
 * that the plan gives.
 */
export function periodsByRhythm(plan: Period, rhythm: ReportingRhythm, graceDays: number): readonly PeriodWords[] {
  const periods: PeriodWords[] = []
  for (let at = 0; at < MOST_PERIODS; at++) {
    const starts = plan.starts.add({ months: MONTHS[rhythm] * at })
    if (!isBefore(starts, plan.endsBefore)) break
    const ends = plan.starts.add({ months: MONTHS[rhythm] * (at + 1) })
    const within = { starts, endsBefore: isAfter(ends, plan.endsBefore) ? plan.endsBefore : ends }
    const name = rhythm === 'monthly' ? monthAndYear(starts) : `${NAMES[rhythm]} ${at + 1}: ${monthsOf(within)}`
    periods.push({ name, within, asAt: lastDay(within).add({ days: graceDays }) })
  }
  return periods
}

/**
 * The periods of a plan by a body's meetings: each from the day after the papers of the meeting before closed to the day its own
 * papers close, and reported on as at that day.
 */
export function periodsByMeetings(
  plan: Period,
  meetings: readonly { readonly on: Day; readonly papersOn: Day }[],
): readonly PeriodWords[] {
  const periods: PeriodWords[] = []
  let starts = plan.starts
  for (const { on, papersOn } of meetings.toSorted((a, b) => Temporal.PlainDate.compare(a.papersOn, b.papersOn))) {
    if (isBefore(papersOn, starts) || periods.length === MOST_PERIODS) continue
    const within = { starts, endsBefore: papersOn.add({ days: 1 }) }
    periods.push({ name: `For the meeting of ${on.day} ${monthAndYear(on)}`, within, asAt: papersOn })
    if (!isBefore(papersOn, plan.endsBefore)) break
    starts = within.endsBefore
  }
  return periods
}

/** Those of some proposed periods whose name no period of the plan has yet. */
export function notYetThere(
  proposed: readonly PeriodWords[],
  there: readonly Pick<ReportingPeriod, 'name'>[],
): readonly PeriodWords[] {
  const names = new Set(there.map(({ name }) => name))
  return proposed.filter(({ name }) => !names.has(name))
}

/** "April to June 2014", "December 2014 to February 2015". */
function monthsOf(within: Period): string {
  const last = lastDay(within)
  const { starts } = within
  if (starts.year === last.year && starts.month === last.month) return monthAndYear(starts)
  const first = starts.year === last.year ? monthName(starts.month) : monthAndYear(starts)
  return `${first} to ${monthAndYear(last)}`
}
