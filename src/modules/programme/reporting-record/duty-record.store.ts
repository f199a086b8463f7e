import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { ActionId, BodyId, PlanId, ReportingPointId } from '../../../kernel/id.ts'
import { dayFrom, instantFrom, type Tx } from '../../../platform/database/index.ts'
import { lateDay, lateSince } from '../points/late-doing.store.ts'
import type { DutyRecord } from './reporting-tally.ts'

export type DutyFound = Omit<DutyRecord, 'graceEndsOn' | 'opensOn'> & { readonly bodyId: BodyId | null }

/** The duties of a plan that fell due in some days, each with how it was asked for and answered. What was sent back counts as sent. */
export async function findDutyRecords(
  tx: Tx,
  planId: PlanId,
  { from, to, today }: { readonly from: Day; readonly to: Day; readonly today: Day },
): Promise<readonly DutyFound[]> {
  const { rows } = await sql<{
    id: string
    action_id: string
    ref: string | null
    text: string
    body_id: string | null
    body: string | null
    organisations: readonly string[] | null
    due_on: string
    asked_at: string | null
    sent_at: string | null
    bounced: boolean
    vacant: boolean
    narrative: string | null
    last_time: string | null
    late_since: string | null
  }>`
    select point.id, point.action_id, action.ref, action.text, body.id as body_id, body.name as body, point.due_on,
      (select taken_at from asking_step step where step.partnership_id = point.partnership_id
        and step.point_id = point.id order by taken_at limit 1) as asked_at,
      (select min(submitted_at) from update_submission sent where sent.partnership_id = point.partnership_id
        and sent.point_id = point.id) as sent_at,
      exists (select from asking_told told
        left join message on message.partnership_id = told.partnership_id and message.key = told.message_key
        left join message_outcome ended on ended.partnership_id = message.partnership_id and ended.message_id = message.id
        where told.partnership_id = point.partnership_id and told.point_id = point.id
          and (told.message_key is null or ended.kind in ('refused', 'given-up', 'expired', 'returned'))) as bounced,
      not exists (select from action_lead lead where lead.partnership_id = point.partnership_id
        and lead.action_id = point.action_id and (lead.person_id is not null or lead.organisation_id is not null
          or lead.body_id is not null or exists (select from post_holding held
            where held.partnership_id = lead.partnership_id and held.post_id = lead.post_id
              and held.ends_before is null))) as vacant,
      orgs.names as organisations, said.narrative, earlier.narrative as last_time,
      ${lateSince(today)} as late_since
    from reporting_point point
    join action on action.partnership_id = point.partnership_id and action.id = point.action_id
    left join body on body.partnership_id = action.partnership_id and body.id = action.lead_group_id
    left join lateral (
      select array_agg(distinct organisation.name) as names from action_lead lead
      left join person on person.partnership_id = lead.partnership_id and person.id = lead.person_id
      left join post on post.partnership_id = lead.partnership_id and post.id = lead.post_id
      join organisation on organisation.partnership_id = lead.partnership_id
        and organisation.id in (lead.organisation_id, person.organisation_id, post.organisation_id)
      where lead.partnership_id = point.partnership_id and lead.action_id = point.action_id
    ) orgs on true
    left join lateral (
      select narrative from update_submission sent where sent.partnership_id = point.partnership_id
        and sent.point_id = point.id order by submitted_at desc, id desc limit 1
    ) said on true
    left join lateral (
      select narrative from update_submission sent
      join reporting_point other on other.partnership_id = sent.partnership_id and other.id = sent.point_id
      where sent.partnership_id = point.partnership_id and sent.action_id = point.action_id
        and other.due_on < point.due_on
      order by other.due_on desc, sent.submitted_at desc, sent.id desc limit 1
    ) earlier on true
    where point.plan_id = ${planId} and point.withdrawn_at is null and action.set_aside_at is null
      and point.due_on >= ${from.toString()} and point.due_on <= ${to.toString()}
    order by point.due_on, action.position, point.id
  `.execute(tx)
  return rows.map((row) => ({
    pointId: row.id as ReportingPointId,
    actionId: row.action_id as ActionId,
    ref: row.ref,
    text: row.text,
    bodyId: row.body_id as BodyId | null,
    body: row.body,
    organisations: row.organisations ?? [],
    dueOn: dayFrom(row.due_on),
    askedAt: row.asked_at ? instantFrom(row.asked_at) : null,
    sentAt: row.sent_at ? instantFrom(row.sent_at) : null,
    bounced: row.bounced,
    vacant: row.vacant,
    narrative: row.narrative,
    lastTime: row.last_time,
    lateSince: lateDay(row.late_since),
  }))
}
