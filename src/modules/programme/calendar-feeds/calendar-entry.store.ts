import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { dayFrom, instantFrom, type Sight, type Tx } from '../../../platform/database/index.ts'
import type { CalendarOf } from './calendar-feed.store.ts'
import type { DatedFact } from './calendar-words.ts'

/** How far back a calendar reaches, how long it still tells of what was cancelled, and how much it holds. */
const MONTHS_BACK = 12
const MOST = 3000

/** Which actions a calendar tells of. One's own: those one leads by name or post, or stands in for the lead of. */
function isOf(of: CalendarOf, { people, posts }: Sight): RawBuilder<unknown> {
  if (of.kind === 'plan') return sql`action.plan_id = ${of.id}`
  if (of.kind === 'body') return sql`action.lead_group_id = ${of.id}`
  return sql`exists (select from action_lead lead
    where lead.partnership_id = action.partnership_id and lead.action_id = action.id
      and (lead.person_id = any(${[...people]}::uuid[]) or lead.post_id = any(${[...posts]}::uuid[])))`
}

/** The reports of a calendar from a year back: what they are about, and how often anything changed about them. */
export async function findReportDates(tx: Tx, of: CalendarOf, sight: Sight, today: Day): Promise<readonly DatedFact[]> {
  const { rows } = await sql<Row>`
    select point.id, action.id as action_id, action.ref, action.text as words, point.due_on as on, null as closes_on,
      point.withdrawn_at is not null or action.set_aside_at is not null as is_cancelled,
      met.is_met, (action.version - 1 + told.times + (point.withdrawn_at is not null)::int
        + (action.set_aside_at is not null)::int)::int as sequence,
      greatest(point.made_at, point.withdrawn_at, action.set_aside_at, told.last_at, said.recorded_at) as changed_at
    from reporting_point point
    join action on action.partnership_id = point.partnership_id and action.id = point.action_id
    left join action_version said on said.partnership_id = action.partnership_id and said.action_id = action.id
      and said.version = action.version,
    lateral (select count(sent.id) + count(verdict.submission_id) as times,
        greatest(max(sent.submitted_at), max(verdict.given_at)) as last_at
      from update_submission sent left join update_verdict verdict
        on verdict.partnership_id = sent.partnership_id and verdict.submission_id = sent.id
      where sent.partnership_id = point.partnership_id and sent.point_id = point.id) told,
    lateral (select exists (select from standing_update sent
      where sent.partnership_id = point.partnership_id and sent.point_id = point.id
        and sent.stands_from is not null and sent.stands_until is null) as is_met) met
    where ${isOf(of, sight)} and point.due_on >= ${today.subtract({ months: MONTHS_BACK }).toString()}
      and coalesce(point.withdrawn_at, action.set_aside_at, 'infinity') > ${today.subtract({ months: 3 }).toString()}
      and exists (select from plan_adoption adopted
        where adopted.partnership_id = point.partnership_id and adopted.plan_id = point.plan_id)
    order by point.due_on, point.id limit ${MOST}`.execute(tx)
  return rows.map((row) => factOf('report', row))
}

/** The meetings of a calendar: of the body, of the bodies a plan's actions have, or of those one sits in. */
export async function findMeetingDates(
  tx: Tx,
  of: CalendarOf,
  sight: Sight,
  today: Day,
): Promise<readonly DatedFact[]> {
  const bodies =
    of.kind === 'body'
      ? sql`meeting.body_id = ${of.id}`
      : of.kind === 'plan'
        ? sql`meeting.body_id in (select lead_group_id from action where plan_id = ${of.id})`
        : sql`meeting.body_id in (select body_id from body_member
            where person_id = ${sight.personId} and ends_before is null)`
  const { rows } = await sql<Row>`
    select meeting.id, meeting.body_id as action_id, null as ref, body.name as words, meeting.meets_on as on,
      meeting.papers_on as closes_on, meeting.removed_at is not null as is_cancelled, false as is_met,
      (meeting.removed_at is not null)::int as sequence, coalesce(meeting.removed_at, meeting.added_at) as changed_at
    from body_meeting meeting
    join body on body.partnership_id = meeting.partnership_id and body.id = meeting.body_id
    where ${bodies} and meeting.meets_on >= ${today.subtract({ months: MONTHS_BACK }).toString()}
      and coalesce(meeting.removed_at, 'infinity') > ${today.subtract({ months: 3 }).toString()}
    order by meeting.meets_on, meeting.id limit ${MOST}`.execute(tx)
  return rows.map((row) => factOf('meeting', row))
}

/** The steps of a calendar's actions; one taken out is cancelled. */
export async function findStepDates(tx: Tx, of: CalendarOf, sight: Sight, today: Day): Promise<readonly DatedFact[]> {
  const { rows } = await sql<Row>`
    select step.id, action.id as action_id, action.ref, said.name as words, said.due_on as on, null as closes_on,
      said.is_removed or action.set_aside_at is not null as is_cancelled, coalesce(done.is_standing, false) as is_met,
      (said.version - 1 + coalesce(done.times, 0) + (action.set_aside_at is not null)::int)::int as sequence,
      greatest(said.set_at, done.last_at, action.set_aside_at) as changed_at
    from action_step step
    join action on action.partnership_id = step.partnership_id and action.id = step.action_id
    join lateral (select version.* from action_step_version version
      where version.partnership_id = step.partnership_id and version.step_id = step.id
      order by version.version desc limit 1) said on true
    left join lateral (select count(*) + count(undone_at) as times, bool_or(undone_at is null) as is_standing,
        greatest(max(recorded_at), max(undone_at)) as last_at
      from action_step_done done where done.partnership_id = step.partnership_id and done.step_id = step.id) done on true
    where ${isOf(of, sight)} and said.due_on >= ${today.subtract({ months: MONTHS_BACK }).toString()}
      and case when said.is_removed then said.set_at else coalesce(action.set_aside_at, 'infinity') end
        > ${today.subtract({ months: 3 }).toString()}
      and exists (select from plan_adoption adopted
        where adopted.partnership_id = action.partnership_id and adopted.plan_id = action.plan_id)
    order by said.due_on, step.id limit ${MOST}`.execute(tx)
  return rows.map((row) => factOf('step', row))
}

type Row = {
  id: string
  action_id: string
  ref: string | null
  words: string
  on: string
  closes_on: string | null
  is_cancelled: boolean
  is_met: boolean
  sequence: number
  changed_at: string
}

function factOf(kind: DatedFact['kind'], row: Row): DatedFact {
  return {
    kind,
    id: row.id,
    aboutId: row.action_id,
    ref: row.ref,
    words: row.words,
    on: dayFrom(row.on),
    papersOn: row.closes_on === null ? null : dayFrom(row.closes_on),
    isCancelled: row.is_cancelled,
    isMet: row.is_met,
    sequence: row.sequence,
    changedAt: instantFrom(row.changed_at),
  }
}
