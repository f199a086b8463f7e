import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { BodyId, PersonId, ReportingPointId } from '../../../kernel/id.ts'
import { dayFrom, instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { UpdateState } from '../update-steps.ts'
import { updateStateOf } from '../update-steps.ts'

export type MyUpdate = {
  readonly pointId: ReportingPointId
  readonly plan: string
  readonly ref: string | null
  readonly text: string
  readonly dueOn: Day
  readonly state: UpdateState
  /** the chair's note, when it was sent back */
  readonly note: string | null
  readonly sentBy: string | null
}

/** Every duty to report on actions this person leads, the earliest first. */
export async function findUpdatesOfLead(tx: Tx, personId: PersonId): Promise<readonly MyUpdate[]> {
  return updates(
    tx,
    sql`exists (select from action_lead lead where lead.partnership_id = action.partnership_id
      and lead.action_id = action.id and lead.person_id = ${personId})`,
  )
}

/** The updates that wait for a verdict from one of these bodies' chairs. */
export async function findUpdatesToJudge(tx: Tx, bodyIds: readonly BodyId[]): Promise<readonly MyUpdate[]> {
  if (bodyIds.length === 0) return []
  const waiting = await updates(tx, sql`action.lead_group_id = any(${[...bodyIds]}::uuid[]) and sent.id is not null`)
  return waiting.filter(({ state }) => state === 'submitted')
}

/** The updates whose lead group has no chair, so that the manager judges them. */
export async function findUpdatesWithoutChair(tx: Tx): Promise<readonly MyUpdate[]> {
  const waiting = await updates(
    tx,
    sql`sent.id is not null and sent.verdict is null and not exists (
      select from body_member seat where seat.partnership_id = action.partnership_id
        and seat.body_id = action.lead_group_id and seat.seat = 'chair')`,
  )
  return waiting.filter(({ state }) => state === 'submitted')
}

async function updates(tx: Tx, which: ReturnType<typeof sql>): Promise<readonly MyUpdate[]> {
  const { rows } = await sql<{
    id: string
    plan: string
    ref: string | null
    text: string
    due_on: string
    saved_at: string | null
    submitted_at: string | null
    sent_by: string | null
    verdict: 'accepted' | 'sent-back' | null
    given_at: string | null
    note: string | null
  }>`
    select point.id, plan.title as plan, action.ref, action.text, point.due_on, draft.saved_at,
      sent.submitted_at, sent.sent_by, sent.verdict, sent.given_at, sent.note
    from reporting_point point
    join action on action.partnership_id = point.partnership_id and action.id = point.action_id
    join plan on plan.partnership_id = point.partnership_id and plan.id = point.plan_id
    left join update_draft draft on draft.partnership_id = point.partnership_id and draft.point_id = point.id
    left join lateral (
      select s.id, s.submitted_at, sender.name as sent_by, v.verdict, v.given_at, v.note
      from update_submission s
      join person sender on sender.partnership_id = s.partnership_id and sender.id = s.submitted_by
      left join update_verdict v on v.partnership_id = s.partnership_id and v.submission_id = s.id
      where s.partnership_id = point.partnership_id and s.point_id = point.id
      order by s.submitted_at desc, s.id desc
      limit 1
    ) sent on true
    where point.withdrawn_at is null and ${which}
    order by point.due_on, action.position
    limit 500
  `.execute(tx)
  return rows.map((row) => ({
    pointId: row.id as ReportingPointId,
    plan: row.plan,
    ref: row.ref,
    text: row.text,
    dueOn: dayFrom(row.due_on),
    note: row.verdict === 'sent-back' ? row.note : null,
    sentBy: row.sent_by,
    state: updateStateOf({
      draftSavedAt: row.saved_at ? instantFrom(row.saved_at) : null,
      lastSubmission: row.submitted_at
        ? {
            submittedAt: instantFrom(row.submitted_at),
            verdict: row.verdict && row.given_at ? { kind: row.verdict, givenAt: instantFrom(row.given_at) } : null,
          }
        : null,
    }),
  }))
}
