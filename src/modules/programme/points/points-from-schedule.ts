import { type Day, day, isBefore } from '../../../kernel/day.ts'
import { includes, lastDay, type Period } from '../../../kernel/period.ts'
import type { DatePrecision, TimescaleReading } from '../../reading/index.ts'
import type { ReportingRhythm } from '../asking/asking-rules.ts'

/**
 * Where a duty comes from: a date that the plan gives, the plan's rhythm where it gives none, or the day by which a lead meant to be
 * back on track.
 */
export type PointOrigin = 'timescale' | 'rhythm' | 'recovery'
/** One dated duty to report. */
export type DuePoint = { readonly on: Day; readonly precision: DatePrecision; readonly origin: PointOrigin }

const MONTHS: Readonly<Record<ReportingRhythm, number>> = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 }
const MOST_PERIODS = 120

/**
 * The duties to report that a timescale makes, in order, each day once. Dates the plan names are kept even outside its
 * period (a finding tells of them). Work that goes on, and work whose timescale gives no date, reports in the plan's
 * rhythm, so that nothing is promised and never asked about; only a date of the plan's own can make an action late.
 */
export function pointsFromSchedule(
  timescale: TimescaleReading | null,
  plan: Period,
  rhythm: ReportingRhythm,
): readonly DuePoint[] {
  if (!timescale || timescale.due.length === 0) {
    const origin = timescale?.kind === 'ongoing' ? 'timescale' : 'rhythm'
    return inRhythm(plan, timescale?.starts, rhythm).map((point) => ({ ...point, origin }))
  }
  const byDay = new Map(
    timescale.due.map(({ on, precision }) => [on, { on: day(on), precision, origin: 'timescale' as const }]),
  )
  return [...byDay.values()].sort((a, b) => Temporal.PlainDate.compare(a.on, b.on))
}

function inRhythm(
  plan: Period,
  starts: string | undefined,
  rhythm: ReportingRhythm,
): readonly Omit<DuePoint, 'origin'>[] {
  const from = starts === undefined || isBefore(day(starts), plan.starts) ? plan.starts : day(starts)
  const precision = rhythm === 'monthly' ? 'month' : rhythm === 'yearly' ? 'year' : 'quarter'
  const points: Omit<DuePoint, 'origin'>[] = []
  for (let count = 1; count <= MOST_PERIODS; count++) {
    const on = plan.starts.add({ months: MONTHS[rhythm] * count }).subtract({ days: 1 })
    if (!includes(plan, on)) break
    if (!isBefore(on, from)) points.push({ on, precision })
  }
  return points.length > 0 ? points : [{ on: lastDay(plan), precision }]
}
