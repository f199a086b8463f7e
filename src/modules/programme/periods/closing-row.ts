import type { Day } from '../../../kernel/day.ts'
import type { ActionId, ReportingPointId, SubmissionId } from '../../../kernel/id.ts'
import { means, type RatingScheme } from '../../plan/index.ts'
import type { StandingAsAt } from '../points/standings-as-at.store.ts'
import { type DutyInPeriod, type PeriodStanding, standingInPeriod } from './standing-in-period.ts'

/** What a closing says of one action: nothing but which versions stood, and what has no versions of its own. */
export type ClosingRow = {
  readonly actionId: ActionId
  /** its place in the plan, from 0 and without a gap */
  readonly position: number
  readonly version: number
  readonly headings: readonly string[]
  readonly standing: PeriodStanding
  /** the last duty it had in the period; null when it had none */
  readonly pointId: ReportingPointId | null
  readonly dueOn: Day | null
  /** the update that answered that duty */
  readonly answerId: SubmissionId | null
  /** the update whose ratings a report shows, whichever duty it answered */
  readonly submissionId: SubmissionId | null
  readonly isAccepted: boolean
  readonly evidenceCount: number
  readonly duties: StandingAsAt['points']
}

/** One row for each action that the plan had, in its order, from what was known at the moment of the closing. */
export function closingRows(known: {
  readonly actions: readonly {
    readonly id: ActionId
    readonly version: number
    readonly headings: readonly string[]
  }[]
  readonly scheme: Pick<RatingScheme, 'ratings'>
  readonly standings: ReadonlyMap<ActionId, StandingAsAt>
  readonly duties: readonly DutyInPeriod[]
  readonly endedOn: ReadonlyMap<ActionId, Day>
}): readonly ClosingRow[] {
  const dutiesByAction = Map.groupBy(known.duties, ({ actionId }) => actionId)
  return known.actions.map(({ id, version, headings }, position) => {
    const latest = known.standings.get(id)?.latest ?? null
    const isComplete = means(known.scheme, latest?.progress ?? null, 'complete')
    const owedUntil = { latest: latest && { ...latest, isComplete }, endedOn: known.endedOn.get(id) ?? null }
    const { standing, duty } = standingInPeriod(dutiesByAction.get(id) ?? [], owedUntil)
    return {
      actionId: id,
      position,
      version,
      headings,
      standing,
      pointId: duty?.pointId ?? null,
      dueOn: duty?.dueOn ?? null,
      answerId: duty?.answer?.id ?? null,
      submissionId: latest?.id ?? null,
      isAccepted: latest?.isAccepted ?? false,
      evidenceCount: known.standings.get(id)?.evidenceCount ?? 0,
      duties: known.standings.get(id)?.points ?? [],
    }
  })
}
