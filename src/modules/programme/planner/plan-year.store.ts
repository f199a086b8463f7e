import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { ActionId, BodyId, PlanId, ReportingPointId } from '../../../kernel/id.ts'
import type { Period } from '../../../kernel/period.ts'
import { dayFrom, type Tx } from '../../../platform/database/index.ts'
import { lateDay, lateSince } from '../points/late-doing.store.ts'
import type { DutyState } from './duty-state.ts'

/** Whose duties make a row of the planner. */
export type PlannerRows = 'body' | 'lead' | 'aim'

/** How many duties of one row fall in one month, in one state. */
export type PlannedCount = {
  /** names the row in an address; null for the whole plan, where a duty of two leads counts once */
  readonly key: string | null
  readonly name: string | null
  /** the first day of the month */
  readonly month: Day
  readonly state: DutyState
  readonly count: number
}

export type PlannedDuty = {
  readonly pointId: ReportingPointId
  readonly actionId: ActionId
  readonly ref: string | null
  readonly text: string
  readonly leadWords: string | null
  readonly dueOn: Day
  readonly state: DutyState
  /** the last day of its action, where the work is late, whatever of its reports */
  readonly lateSince: Day | null
}

export type PlannedMeeting = { readonly bodyId: BodyId; readonly body: string; readonly on: Day }

/** A row's key and name, and its place where names do not give it. A duty has as many rows as its action has leads. */
const ROW_OF: Readonly<Record<PlannerRows, RawBuilder<unknown>>> = {
  body: sql`select coalesce(body.id::text, 'none') as key, body.name as name, 0 as place
    from (select) one left join body on body.partnership_id = action.partnership_id and body.id = action.lead_group_id`,
  lead: sql`select distinct coalesce(person.id::text, post.id::text, organisation.id::text, body.id::text,
      md5(lower(coalesce(lead.text, action.lead_words))), 'none') as key,
      coalesce(person.name, post.name, organisation.name, body.name, lead.text, action.lead_words) as name, 0 as place
    from (select) one
    left join action_lead lead on lead.partnership_id = action.partnership_id and lead.action_id = action.id
    left join person on person.partnership_id = lead.partnership_id and person.id = lead.person_id
    left join post on post.partnership_id = lead.partnership_id and post.id = lead.post_id
    left join organisation
      on organisation.partnership_id = lead.partnership_id and organisation.id = lead.organisation_id
    left join body on body.partnership_id = lead.partnership_id and body.id = lead.body_id`,
  aim: sql`select coalesce(top.id::text, 'none') as key, concat_ws(' ', top.ref, top.title) as name, top.position as place
    from (select) one
    left join part on part.partnership_id = action.partnership_id and part.id = action.part_id
    left join part above on above.partnership_id = part.partnership_id and above.id = part.parent_id
    left join part highest on highest.partnership_id = above.partnership_id and highest.id = above.parent_id
    left join part top on top.partnership_id = action.partnership_id
      and top.id = coalesce(highest.id, above.id, part.id)`,
}

/** What became of a duty: an update that was not sent back answers it, in time or after its day. */
function stateOf(today: Day): RawBuilder<unknown> {
  return sql`select case when met.first_on <= point.due_on then 'answered' when met.first_on is not null then 'late'
      when point.due_on < ${today.toString()}::date then 'missed' else 'coming' end as state
    from (select min((sent.reported_at at time zone 'Europe/London')::date) as first_on
      from standing_update sent
      where sent.partnership_id = point.partnership_id and sent.point_id = point.id
        and sent.stands_from is not null and sent.stands_until is null) met`
}

/** Every month of a plan in which something is due, row by row, and for the whole plan; nothing that fits no address is left out. */
export async function countPlanned(
  tx: Tx,
  planId: PlanId,
  by: PlannerRows,
  today: Day,
): Promise<readonly PlannedCount[]> {
  const { rows } = await sql<{ key: string | null; name: string | null; month: string; state: string; count: number }>`
    select planned.key, min(planned.name) as name, date_trunc('month', point.due_on)::date as month, became.state,
      count(distinct point.id)::int as count
    from reporting_point point
    join action on action.partnership_id = point.partnership_id and action.id = point.action_id,
    lateral (${ROW_OF[by]}) planned, lateral (${stateOf(today)}) became
    where point.plan_id = ${planId} and point.withdrawn_at is null and action.set_aside_at is null
    group by grouping sets (
      (planned.key, date_trunc('month', point.due_on), became.state), (date_trunc('month', point.due_on), became.state))
    order by grouping(planned.key) desc, planned.key = 'none', min(planned.place), min(planned.name), planned.key, 3, 4
  `.execute(tx)
  return rows.map((row) => ({
    key: row.key,
    name: row.name,
    month: dayFrom(row.month),
    state: row.state as DutyState,
    count: row.count,
  }))
}

/** Some of the duties of one cell, in order; of every row when none is named. */
export async function findPlannedIn(
  tx: Tx,
  planId: PlanId,
  { by, key, month, today }: { by: PlannerRows; key: string | null; month: Day; today: Day },
  { from, size }: { readonly from: number; readonly size: number },
): Promise<readonly PlannedDuty[]> {
  const { rows } = await sql<{
    id: string
    action_id: string
    ref: string | null
    text: string
    lead_words: string | null
    due_on: string
    state: string
    late_since: string | null
  }>`
    select point.id, action.id as action_id, action.ref, action.text, action.lead_words, point.due_on, became.state,
      ${lateSince(today)} as late_since
    from reporting_point point
    join action on action.partnership_id = point.partnership_id and action.id = point.action_id,
    lateral (${stateOf(today)}) became
    where point.plan_id = ${planId} and point.withdrawn_at is null and action.set_aside_at is null
      and point.due_on >= ${month.toString()} and point.due_on < ${month.add({ months: 1 }).toString()}
      and (${key}::text is null or exists (select from (${ROW_OF[by]}) planned where planned.key = ${key}))
    order by point.due_on, action.position, point.id
    limit ${size} offset ${from}
  `.execute(tx)
  return rows.map((row) => ({
    pointId: row.id as ReportingPointId,
    actionId: row.action_id as ActionId,
    ref: row.ref,
    text: row.text,
    leadWords: row.lead_words,
    dueOn: dayFrom(row.due_on),
    state: row.state as DutyState,
    lateSince: lateDay(row.late_since),
  }))
}

/** The meetings of every body within some days, in order. */
export async function findMeetingsIn(tx: Tx, { starts, endsBefore }: Period): Promise<readonly PlannedMeeting[]> {
  const rows = await tx
    .selectFrom('body_meeting')
    .innerJoin('body', (on) =>
      on.onRef('body.partnership_id', '=', 'body_meeting.partnership_id').onRef('body.id', '=', 'body_meeting.body_id'),
    )
    .select(['body.id', 'body.name', 'meets_on'])
    .where('removed_at', 'is', null)
    .where('meets_on', '>=', starts.toString())
    .where('meets_on', '<', endsBefore.toString())
    .orderBy('meets_on')
    .orderBy('body.name')
    .limit(2000)
    .execute()
  return rows.map((row) => ({ bodyId: row.id as BodyId, body: row.name, on: dayFrom(row.meets_on) }))
}
