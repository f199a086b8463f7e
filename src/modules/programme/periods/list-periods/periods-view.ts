import { type Day, isBefore } from '../../../../kernel/day.ts'
import type { PeriodClosingId } from '../../../../kernel/id.ts'
import { lastDay } from '../../../../kernel/period.ts'
import type { Plan } from '../../../plan/index.ts'
import type { PeriodWords } from '../propose-periods.ts'
import { closingInForce, type PeriodClosing, type ReportingPeriod } from '../reporting-period.ts'
import type { StandingTally } from '../standing-in-period.ts'

/** Where a period is: ahead, running, over and waiting to be closed, closed, or opened again. */
export type PeriodState = 'ahead' | 'running' | 'to-close' | 'closed' | 'reopened'

export type PeriodListed = {
  readonly period: ReportingPeriod
  readonly state: PeriodState
  readonly closing: PeriodClosing | null
  /** how many of the duties in it are answered; of a closed one, how many were */
  readonly progress: { readonly answered: number; readonly due: number }
}

export type PeriodsView = {
  readonly plan: Plan
  readonly periods: readonly PeriodListed[]
  readonly closedCount: number
  /** those that the plan's rhythm would give it and that it has not got */
  readonly byRhythm: readonly PeriodWords[]
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
}

type Answered = { readonly dueOn: Day; readonly isAnswered: boolean }

export function periodsView(facts: {
  readonly plan: Plan
  readonly periods: readonly ReportingPeriod[]
  readonly closings: readonly PeriodClosing[]
  readonly tallies: ReadonlyMap<PeriodClosingId, readonly StandingTally[]>
  readonly duties: readonly Answered[]
  readonly byRhythm: readonly PeriodWords[]
  readonly bodies: PeriodsView['bodies']
  readonly today: Day
}): PeriodsView {
  const closingsByPeriod = Map.groupBy(facts.closings, ({ periodId }) => periodId)
  const periods = facts.periods.map((period): PeriodListed => {
    const closings = closingsByPeriod.get(period.id) ?? []
    const closing = closingInForce(closings)
    const tally = closing && facts.tallies.get(closing.id)
    return {
      period,
      closing,
      state: closing ? 'closed' : closings.length > 0 ? 'reopened' : stateOf(period, facts.today),
      progress: tally ? progressOf(tally) : progressIn(period, facts.duties),
    }
  })
  return {
    plan: facts.plan,
    periods,
    closedCount: periods.filter(({ state }) => state === 'closed').length,
    byRhythm: facts.byRhythm,
    bodies: facts.bodies,
  }
}

function stateOf({ within, asAt }: ReportingPeriod, today: Day): PeriodState {
  if (isBefore(today, within.starts)) return 'ahead'
  return isBefore(today, asAt) || isBefore(today, lastDay(within)) ? 'running' : 'to-close'
}

/** Of the actions that owed a report in a closed period, how many had sent one. */
function progressOf(tally: readonly StandingTally[]): PeriodListed['progress'] {
  const count = (of: (standing: StandingTally['standing']) => boolean) =>
    tally.reduce((sum, { standing, count }) => (of(standing) ? sum + count : sum), 0)
  return {
    answered: count((standing) => standing === 'accepted' || standing === 'awaiting-verdict'),
    due: count((standing) => standing !== 'not-due'),
  }
}

function progressIn({ within }: ReportingPeriod, duties: readonly Answered[]): PeriodListed['progress'] {
  const own = duties.filter(({ dueOn }) => !isBefore(dueOn, within.starts) && isBefore(dueOn, within.endsBefore))
  return { answered: own.filter(({ isAnswered }) => isAnswered).length, due: own.length }
}
