import { type Day, day, isBefore } from '../../../kernel/day.ts'
import { includes, lastDay, type Period } from '../../../kernel/period.ts'
import type { DatePrecision, TimescaleReading } from '../../reading/index.ts'

/** One dated duty to report. */
export type DuePoint = { readonly on: Day; readonly precision: DatePrecision }

/**
 * The duties to report that a timescale makes, in order, each day once. Dates the plan names are kept even outside its
 * period (a finding tells of them). Ongoing work reports at the end of each quarter of the plan. Without a date there
 * is no duty, and the plan page says so.
 */
export function pointsFromSchedule(timescale: TimescaleReading | null, plan: Period): readonly DuePoint[] {
  if (!timescale) return []
  if (timescale.due.length === 0) return timescale.kind === 'ongoing' ? quarterEnds(plan, timescale.starts) : []
  const byDay = new Map(timescale.due.map(({ on, precision }) => [on, { on: day(on), precision }]))
  return [...byDay.values()].sort((a, b) => Temporal.PlainDate.compare(a.on, b.on))
}

function quarterEnds(plan: Period, starts: string | undefined): readonly DuePoint[] {
  const from = starts === undefined || isBefore(day(starts), plan.starts) ? plan.starts : day(starts)
  const points: DuePoint[] = []
  for (let quarter = 1; quarter <= 40; quarter++) {
    const on = plan.starts.add({ months: 3 * quarter }).subtract({ days: 1 })
    if (!includes(plan, on)) break
    if (!isBefore(on, from)) points.push({ on, precision: 'quarter' })
  }
  return points.length > 0 ? points : [{ on: lastDay(plan), precision: 'quarter' }]
}
