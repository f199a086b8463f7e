import type { Day } from '../../../kernel/day.ts'
import { isBefore } from '../../../kernel/day.ts'
import type { PeriodClosingId, PlanId, ReportingPeriodId } from '../../../kernel/id.ts'
import type { Period } from '../../../kernel/period.ts'

/** Some days of a plan's life that are reported on together. */
export type ReportingPeriod = {
  readonly id: ReportingPeriodId
  readonly planId: PlanId
  readonly name: string
  /** duties that fall in it belong to it */
  readonly within: Period
  /** the day its report speaks for: what was known by the end of it */
  readonly asAt: Day
}

/** That a period was closed, and whether it was opened again since. */
export type PeriodClosing = {
  readonly id: PeriodClosingId
  readonly periodId: ReportingPeriodId
  /** 1 for the first closing of the period, 2 for the next */
  readonly number: number
  readonly asAt: Day
  /** the last moment of which anything counted */
  readonly knownUntil: Temporal.Instant
  readonly closedAt: Temporal.Instant
  readonly closedBy: string
  readonly actionCount: number
  readonly reopened: { readonly at: Temporal.Instant; readonly by: string; readonly because: string } | null
}

/** The closing that holds; null while the period is open. */
export function closingInForce(closings: readonly PeriodClosing[]): PeriodClosing | null {
  const last = closings.toSorted((a, b) => a.number - b.number).at(-1)
  return last && last.reopened === null ? last : null
}

/** The day for which a period would be closed: its own, or, where it was closed for that before, today. */
export function asAtOfNextClosing(period: ReportingPeriod, closings: readonly PeriodClosing[], today: Day): Day {
  if (closings.length === 0 || isBefore(today, period.asAt)) return period.asAt
  return today
}
