import type { Day } from '../../../../kernel/day.ts'
import { isBefore } from '../../../../kernel/day.ts'
import type { ActionId } from '../../../../kernel/id.ts'
import type { Plan, RatingScheme } from '../../../plan/index.ts'
import type { ActionClosed } from '../closed-plan.store.ts'
import { type ClosedAction, type ClosingDifference, closingDifferences } from '../closing-differences.ts'
import type { LateArrival } from '../duty-in-period.store.ts'
import { asAtOfNextClosing, closingInForce, type PeriodClosing, type ReportingPeriod } from '../reporting-period.ts'
import { type PeriodStanding, type StandingTally, tallyOf } from '../standing-in-period.ts'

/** One action of the page's list. */
export type PeriodRow = Omit<ClosedAction, 'headings' | 'version'> & {
  readonly leadWords: string | null
  readonly dueOn: Day | null
}

export type PeriodView = {
  readonly plan: Plan
  /** the plan's colours; of a closing, as it keeps them */
  readonly scheme: RatingScheme
  readonly period: ReportingPeriod
  /** every closing, the first first, each with how it counted */
  readonly closings: readonly (PeriodClosing & { readonly tally: readonly StandingTally[] })[]
  /** the closing shown: the one asked for, or the one in force; null shows how it stands now */
  readonly shown: PeriodClosing | null
  readonly isInForce: boolean
  readonly tally: readonly StandingTally[]
  readonly total: number
  /** the standing whose members are listed; null lists all */
  readonly standing: PeriodStanding | null
  readonly rows: readonly PeriodRow[]
  /** of every action that was late in the doing, by this closing or now: its last day */
  readonly lateSinceByAction: ReadonlyMap<ActionId, Day>
  /** what came for its duties and is not in the closing shown */
  readonly late: readonly LateArrival[]
  /** against the closing before the one shown */
  readonly differences: readonly ClosingDifference[]
  readonly canClose: boolean
  /** the day for which it would be closed now or next */
  readonly nextAsAt: Day
}

export function periodView(facts: {
  readonly plan: Plan
  readonly scheme: RatingScheme
  readonly period: ReportingPeriod
  readonly closings: PeriodView['closings']
  readonly shown: PeriodClosing | null
  readonly rows: readonly PeriodRow[]
  readonly standing: PeriodStanding | null
  readonly late: readonly LateArrival[]
  /** the closing shown and the one before it, as they hold their actions; null where there are no two */
  readonly compared: { readonly before: readonly ActionClosed[]; readonly after: readonly ActionClosed[] } | null
  readonly today: Day
}): PeriodView {
  const { plan, scheme, period, closings, shown, rows, standing, late, compared, today } = facts
  const inForce = closingInForce(closings)
  const nextAsAt = asAtOfNextClosing(period, closings, today)
  return {
    plan,
    scheme,
    period,
    closings,
    shown,
    isInForce: shown !== null && shown.id === inForce?.id,
    tally: tallyOf(rows.map((row) => row.standing)),
    total: rows.length,
    standing,
    rows: standing ? rows.filter((row) => row.standing === standing) : rows,
    lateSinceByAction: new Map(rows.flatMap(({ id, lateSince }) => (lateSince ? [[id, lateSince] as const] : []))),
    late,
    differences: compared
      ? closingDifferences(compared.before.map(closedAction), compared.after.map(closedAction))
      : [],
    canClose: inForce === null && !isBefore(today, nextAsAt),
    nextAsAt,
  }
}

export function closedAction(action: ActionClosed): ClosedAction {
  const { id, ref, text, version, headings, standing, as, lateSince } = action
  return {
    id,
    ref,
    text,
    version,
    headings,
    standing,
    submissionId: as.latest?.id ?? null,
    progress: as.latest?.progress ?? null,
    impact: as.latest?.impact ?? null,
    isAccepted: as.latest?.isAccepted ?? false,
    evidenceCount: as.evidenceCount,
    lateSince,
  }
}
