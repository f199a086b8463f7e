import { sql } from 'kysely'
import { type Day, dayOf } from '../../../kernel/day.ts'
import type { ActionId, PlanId, ReportingPointId, SubmissionId } from '../../../kernel/id.ts'
import type { Period } from '../../../kernel/period.ts'
import { dayFrom, instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { DutyInPeriod } from './standing-in-period.ts'

/** The duties of a plan that fall in a period, as they stood at a moment, each with the last update sent for it by then. */
export async function findDutiesInPeriod(
  tx: Tx,
  planId: PlanId,
  within: Period,
  at: Temporal.Instant,
): Promise<readonly DutyInPeriod[]> {
  const moment = at.toString()
  const { rows } = await sql<{
    id: string
    action_id: string
    due_on: string
    answer_id: string | null
    verdict: 'accepted' | 'sent-back' | null
    has_draft: boolean
  }>`
    select point.id, point.action_id, point.due_on, answer.id as answer_id, answer.verdict,
      exists (select from update_draft draft where draft.partnership_id = point.partnership_id
        and draft.point_id = point.id and draft.saved_at <= ${moment}) as has_draft
    from reporting_point point
    left join lateral (
      select sent.id, case when sent.given_at <= ${moment} then sent.verdict end as verdict from standing_update sent,
        lateral (select sent.stands_from <= ${moment}
          and (sent.stands_until is null or sent.stands_until > ${moment}) as is_true) standing
      where sent.partnership_id = point.partnership_id and sent.point_id = point.id and sent.submitted_at <= ${moment}
        and (standing.is_true or sent.verdict = 'sent-back' and sent.given_at <= ${moment})
      order by standing.is_true is true desc, sent.submitted_at desc, sent.id desc
      limit 1
    ) answer on true
    where point.plan_id = ${planId} and point.made_at <= ${moment}
      and (point.withdrawn_at is null or point.withdrawn_at > ${moment})
      and point.due_on >= ${within.starts.toString()} and point.due_on < ${within.endsBefore.toString()}
    order by point.due_on, point.id
  `.execute(tx)
  return rows.map((row) => ({
    pointId: row.id as ReportingPointId,
    actionId: row.action_id as ActionId,
    dueOn: dayFrom(row.due_on),
    answer: row.answer_id ? { id: row.answer_id as SubmissionId, verdict: row.verdict } : null,
    hasDraft: row.has_draft,
  }))
}

/** The day on which each action of a plan ended that had an ending at a moment. */
export async function findEndedOn(tx: Tx, planId: PlanId, at: Temporal.Instant): Promise<ReadonlyMap<ActionId, Day>> {
  const rows = await tx
    .selectFrom('action_disposal')
    .select(['action_id', 'decided_at'])
    .where('plan_id', '=', planId)
    .where('decided_at', '<=', at.toString())
    .where(({ or, eb }) => or([eb('undone_at', 'is', null), eb('undone_at', '>', at.toString())]))
    .execute()
  return new Map(rows.map((row) => [row.action_id as ActionId, dayOf(instantFrom(row.decided_at))]))
}

/** An update for a duty of a closed period that was sent, or judged, after what the closing knew. */
export type LateArrival = {
  readonly actionId: ActionId
  readonly ref: string | null
  readonly text: string
  readonly pointId: ReportingPointId
  readonly dueOn: Day
  readonly submittedAt: Temporal.Instant
  readonly submittedBy: string
}

/** Updates for the duties of a period that came after a moment, the latest first. */
export async function findLateArrivals(
  tx: Tx,
  planId: PlanId,
  within: Period,
  after: Temporal.Instant,
): Promise<readonly LateArrival[]> {
  const rows = await tx
    .selectFrom('update_submission as sent')
    .innerJoin('reporting_point as point', 'point.id', 'sent.point_id')
    .innerJoin('action', 'action.id', 'sent.action_id')
    .innerJoin('person', 'person.id', 'sent.submitted_by')
    .select(['sent.action_id', 'ref', 'text', 'sent.point_id', 'due_on', 'submitted_at', 'person.name'])
    .where('sent.plan_id', '=', planId)
    .where('submitted_at', '>', after.toString())
    .where('due_on', '>=', within.starts.toString())
    .where('due_on', '<', within.endsBefore.toString())
    .orderBy('submitted_at', 'desc')
    .orderBy('sent.id', 'desc')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    actionId: row.action_id as ActionId,
    ref: row.ref,
    text: row.text,
    pointId: row.point_id as ReportingPointId,
    dueOn: dayFrom(row.due_on),
    submittedAt: instantFrom(row.submitted_at),
    submittedBy: row.name,
  }))
}
