import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { ActionId, PlanId, ReportingPointId, SubmissionId } from '../../../kernel/id.ts'
import { dayFrom, instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { RatingScheme } from '../../plan/index.ts'
import type { RatingKey } from '../../reading/index.ts'

/** What was known of an action at a moment: the last update that stood by then, its duties as they stood, its evidence. */
export type StandingAsAt = {
  readonly actionId: ActionId
  readonly latest: {
    readonly id: SubmissionId
    /** in the colours of the plan's scheme as it was then; null where none of them means what was said */
    readonly progress: RatingKey | null
    readonly impact: RatingKey | null
    readonly narrative: string
    readonly whatNext: string | null
    readonly wayBack: { readonly words: string; readonly by: Day } | null
    readonly forecast: RatingKey | null
    readonly submittedAt: Temporal.Instant
    readonly isAccepted: boolean
  } | null
  /** duties to report, in order, each with whether it was met by then, and whether a date of the plan makes it */
  readonly points: readonly {
    readonly id: ReportingPointId
    readonly dueOn: Day
    readonly isReported: boolean
    readonly isDated: boolean
    /** when the last update for it was sent that stood by then */
    readonly reportedAt: Temporal.Instant | null
  }[]
  /** files attached by then at any of its reporting points */
  readonly evidenceCount: number
}

/** Where every action of a plan stood at a moment, from the facts recorded up to then and none later. */
export async function findStandingsAsAt(
  tx: Tx,
  planId: PlanId,
  at: Temporal.Instant,
  scheme: Pick<RatingScheme, 'id'>,
): Promise<ReadonlyMap<ActionId, StandingAsAt>> {
  const moment = at.toString()
  const { rows } = await sql<{
    action_id: string
    submission_id: string | null
    progress_rating: RatingKey | null
    impact_rating: RatingKey | null
    narrative: string | null
    what_next: string | null
    recovery: string | null
    return_on: string | null
    forecast_rating: RatingKey | null
    submitted_at: string | null
    is_accepted: boolean
    points:
      | readonly { id: string; due_on: string; is_reported: boolean; is_dated: boolean; reported_at: string | null }[]
      | null
    evidence_count: number
  }>`
    with counted as (
      select sent.*, said.scheme_id, said.what_next, said.recovery, said.return_on, said.forecast_rating,
        coalesce(sent.verdict = 'accepted' and sent.given_at <= ${moment}, false) as is_accepted
      from standing_update sent
      join update_submission said on said.partnership_id = sent.partnership_id and said.id = sent.id
      where sent.plan_id = ${planId} and sent.stands_from <= ${moment}
        and (sent.stands_until is null or sent.stands_until > ${moment})
    ), latest as (
      select distinct on (action_id) * from counted order by action_id, reported_at desc, submitted_at desc, id desc
    ), duty as (
      select point.action_id, json_agg(
        json_build_object('id', point.id, 'due_on', point.due_on, 'is_dated', point.origin = 'timescale', 'is_reported',
          exists (select from counted where counted.point_id = point.id), 'reported_at',
          (select max(reported_at) from counted where counted.point_id = point.id)) order by point.due_on) as points
      from reporting_point point
      where point.plan_id = ${planId} and point.made_at <= ${moment}
        and (point.withdrawn_at is null or point.withdrawn_at > ${moment})
      group by point.action_id
    ), shown as (
      select point.action_id, count(*) as evidence_count
      from evidence
      join reporting_point point on point.partnership_id = evidence.partnership_id and point.id = evidence.point_id
      where point.plan_id = ${planId} and evidence.added_at <= ${moment}
      group by point.action_id
    )
    select action.id as action_id, latest.id as submission_id, latest.narrative, latest.what_next, latest.recovery,
      latest.return_on, latest.submitted_at,
      counted_rating(latest.partnership_id, latest.scheme_id, latest.progress_rating, ${scheme.id}) as progress_rating,
      counted_rating(latest.partnership_id, latest.scheme_id, latest.impact_rating, ${scheme.id}) as impact_rating,
      counted_rating(latest.partnership_id, latest.scheme_id, latest.forecast_rating, ${scheme.id}) as forecast_rating,
      coalesce(latest.is_accepted, false) as is_accepted, duty.points,
      coalesce(shown.evidence_count, 0) as evidence_count
    from action
    left join latest on latest.action_id = action.id
    left join duty on duty.action_id = action.id
    left join shown on shown.action_id = action.id
    where action.plan_id = ${planId} and action.set_aside_at is null
  `.execute(tx)
  return new Map(
    rows.map((row) => [
      row.action_id as ActionId,
      {
        actionId: row.action_id as ActionId,
        latest:
          row.submission_id && row.submitted_at
            ? {
                id: row.submission_id as SubmissionId,
                progress: row.progress_rating,
                impact: row.impact_rating,
                narrative: row.narrative ?? '',
                whatNext: row.what_next,
                wayBack: row.recovery && row.return_on ? { words: row.recovery, by: dayFrom(row.return_on) } : null,
                forecast: row.forecast_rating,
                submittedAt: instantFrom(row.submitted_at),
                isAccepted: row.is_accepted,
              }
            : null,
        points: (row.points ?? []).map((point) => ({
          id: point.id as ReportingPointId,
          dueOn: dayFrom(point.due_on),
          isReported: point.is_reported,
          isDated: point.is_dated,
          reportedAt: point.reported_at ? instantFrom(point.reported_at) : null,
        })),
        evidenceCount: row.evidence_count,
      },
    ]),
  )
}
