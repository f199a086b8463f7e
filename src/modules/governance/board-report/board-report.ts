import { type Day, dayOf, endOfDay, isAfter } from '../../../kernel/day.ts'
import type { ActionId, ReportingPeriodId } from '../../../kernel/id.ts'
import type { Head } from '../../audit/index.ts'
import { isOffTrack, type Plan, type RatingScheme } from '../../plan/index.ts'
import {
  type Movement,
  type Moving,
  openFrom,
  type RatingMatrix,
  type RollUp,
  ratingMatrix,
  rollUp,
  type StandingAsAt,
  yearMovement,
} from '../../programme/index.ts'
import { type ActionAsAt, type ReportedAction, reportedAction } from './reported-action.ts'

/** An update due soon after the day of the report. */
export type DueNext = { readonly action: ReportedAction; readonly dueOn: Day }

export type BoardReport = {
  readonly partnership: string
  readonly plan: Plan
  readonly adoptedOn: Day
  readonly scheme: RatingScheme
  readonly asAt: Day
  /** the closed period it is a report of, by one of its closings; null for a report as at a day */
  readonly closed: ClosedOf | null
  readonly actions: readonly ReportedAction[]
  readonly progress: RollUp
  /** how many actions have each pair of ratings */
  readonly matrix: RatingMatrix
  readonly impact: RollUp
  /** rated off track for progress or for impact */
  readonly offTrack: readonly ReportedAction[]
  /** past their last day and not complete: late doing */
  readonly late: readonly ReportedAction[]
  /** with an update missed: late reporting */
  readonly unreported: readonly ReportedAction[]
  /** rated by an update the chair had not accepted by then */
  readonly unaccepted: readonly ReportedAction[]
  readonly dueNext: readonly DueNext[]
  /** since the plan was adopted: what joined it, which last days moved, which measures changed */
  readonly movement: Movement
  /** where the audit trail stood when the report was made: kept on paper, it shows later that nothing was cut off */
  readonly trail: Head
}

/** The closing that a report of a period reads. */
export type ClosedOf = {
  readonly periodId: ReportingPeriodId
  readonly name: string
  readonly number: number
  readonly closedAt: Temporal.Instant
  /** whether it holds: false once the period was opened again */
  readonly isInForce: boolean
}

export const DUE_NEXT_MONTHS = 3

/**
 * The board report of a plan as at a day, from what was known by the end of it. On the day itself what is due that day can
 * still be met; once the day is over it has passed.
 *
 * @param facts  `today` is the day the report is made, on or after `asAt`
 */
export function boardReport(facts: {
  partnership: string
  plan: Plan
  adoptedAt: Temporal.Instant
  scheme: RatingScheme
  asAt: Day
  today: Day
  closed?: ClosedOf
  /** under which titles each action stands */
  headings: ReadonlyMap<ActionId, string>
  actions: readonly ActionAsAt[]
  standings: ReadonlyMap<ActionId, StandingAsAt>
  /** what each action said from the first until the report's last moment */
  versions: readonly Moving[]
  trail: Head
}): BoardReport {
  const { partnership, plan, scheme, asAt, closed = null, today, headings, standings, trail } = facts
  const actions = facts.actions.map((action) =>
    reportedAction(action, standings.get(action.id), {
      heading: headings.get(action.id) ?? '',
      openFrom: openFrom(asAt, today),
      scheme,
    }),
  )
  return {
    partnership,
    plan,
    adoptedOn: dayOf(facts.adoptedAt),
    scheme,
    asAt,
    closed,
    actions,
    matrix: ratingMatrix(
      scheme,
      actions.map(({ progress, impact }) => ({ progress, impact, count: 1 })),
    ),
    progress: rollUp(
      scheme,
      actions.map(({ progress }) => progress),
    ),
    impact: rollUp(
      scheme,
      actions.map(({ impact }) => impact),
    ),
    offTrack: actions.filter((action) => isOffTrack(scheme, action)),
    late: worstFirst(
      scheme,
      actions.filter(({ isLate }) => isLate),
    ),
    unreported: actions.filter(({ missed }) => missed.length > 0),
    unaccepted: actions.filter(({ submittedAt, isAccepted }) => submittedAt !== null && !isAccepted),
    dueNext: dueNextOf(actions, asAt.add({ months: DUE_NEXT_MONTHS })),
    movement: yearMovement({
      adoptedAt: facts.adoptedAt,
      until: endOfDay(asAt),
      actionIds: actions.map(({ id }) => id),
      versions: facts.versions,
    }),
    trail,
  }
}

/** In the order of the scheme, those never rated before all. */
function worstFirst({ ratings }: RatingScheme, actions: readonly ReportedAction[]): readonly ReportedAction[] {
  const rank = ({ progress }: ReportedAction) => ratings.findIndex(({ key }) => key === progress)
  return actions.toSorted((a, b) => rank(a) - rank(b))
}

function dueNextOf(actions: readonly ReportedAction[], until: Day): readonly DueNext[] {
  return actions
    .flatMap((action) => action.toMeet.filter((dueOn) => !isAfter(dueOn, until)).map((dueOn) => ({ action, dueOn })))
    .sort((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn))
}
