import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { ActionId, BodyId, PersonId, ReportingPointId } from '../../../../kernel/id.ts'
import { dayFrom, instantFrom, type Tx } from '../../../../platform/database/index.ts'
import type { Member } from '../../../people/index.ts'
import { lateDay, lateSince } from '../../points/late-doing.store.ts'
import { isNotOwed } from '../../points/told.store.ts'
import { type UpdateState, updateStateOf, type VersionFacts } from '../update-steps.ts'

export type MyUpdate = {
  readonly pointId: ReportingPointId
  readonly actionId: ActionId
  readonly plan: string
  readonly ref: string | null
  readonly text: string
  readonly dueOn: Day
  readonly state: UpdateState
  /** the chair's note, when it was sent back */
  readonly note: string | null
  readonly sentBy: string | null
  /** a later duty of the same action was reported on, so that this one is overdue no more */
  readonly isOvertaken: boolean
  /** the last day of its action, where the work is late, whatever of its reports */
  readonly lateSince: Day | null
}

/** The first of a list, up to its limit, and how many it has in all. */
export type MyUpdates = { readonly updates: readonly MyUpdate[]; readonly found: number }

const AT_MOST = { open: 1000, missed: 100, sent: 100, toJudge: 1000 } as const

/** What this person has still to send on actions they lead, the soonest first; without the duties missed for good. */
export async function findOpenUpdatesOfLead(
  tx: Tx,
  personId: PersonId,
  { today, atMost = AT_MOST.open }: { readonly today: Day; readonly atMost?: number },
): Promise<MyUpdates> {
  const which = sql`${isLedBy(personId)} and ${IS_TO_WRITE} and not ${isMissed(today)}`
  return updates(tx, { which, today, order: SOONEST_FIRST, atMost })
}

/** What waits to be sent on actions led by those for whom somebody stands in, and not by themselves. */
export async function findOpenUpdatesStoodInFor(
  tx: Tx,
  { person, standsInFor }: Pick<Member, 'person' | 'standsInFor'>,
  today: Day,
): Promise<MyUpdates> {
  const { people, posts } = standsInFor
  if (people.length === 0 && posts.length === 0) return { updates: [], found: 0 }
  const which = sql`(action.partnership_id, action.id) in (
    select lead.partnership_id, lead.action_id from action_lead lead
    where lead.person_id = any(${[...people]}::uuid[]) or lead.post_id = any(${[...posts]}::uuid[])
    union all ${ledByBodiesOf(people)})
    and not ${isLedBy(person.id)} and ${IS_TO_WRITE} and not ${isMissed(today)}`
  return updates(tx, { which, today, order: SOONEST_FIRST, atMost: AT_MOST.open })
}

/** What waits to be sent in the whole partnership, for whoever may write for any lead. */
export async function findOpenUpdatesOfAll(tx: Tx, today: Day, atMost: number): Promise<MyUpdates> {
  return updates(tx, { which: sql`${IS_TO_WRITE} and not ${isMissed(today)}`, order: SOONEST_FIRST, today, atMost })
}

/** Duties of this person's actions that passed without an update and were overtaken by a later one, the latest first. */
export async function findMissedUpdatesOfLead(tx: Tx, personId: PersonId, today: Day): Promise<MyUpdates> {
  const which = sql`${isLedBy(personId)} and ${isMissed(today)}`
  return updates(tx, { which, today, order: sql`point.due_on desc, action.position, point.id`, atMost: AT_MOST.missed })
}

/** What was sent on actions this person leads and needs nothing from them, the latest first. */
export async function findSentUpdatesOfLead(tx: Tx, personId: PersonId, today: Day): Promise<MyUpdates> {
  const which = sql`${isLedBy(personId)} and sent.id is not null and not ${IS_TO_WRITE}`
  return updates(tx, {
    which,
    today,
    order: sql`sent.submitted_at desc, point.due_on desc, point.id`,
    atMost: AT_MOST.sent,
  })
}

/** The updates that wait for this chair of these bodies, the soonest due first; not those they sent themselves. */
export async function findUpdatesToJudge(
  tx: Tx,
  chair: PersonId,
  bodyIds: readonly BodyId[],
  today: Day,
  atMost: number = AT_MOST.toJudge,
): Promise<MyUpdates> {
  if (bodyIds.length === 0) return { updates: [], found: 0 }
  const which = sql`action.lead_group_id = any(${[...bodyIds]}::uuid[]) and ${WAITS_FOR_A_VERDICT}
    and sent.submitted_by <> ${chair}`
  return updates(tx, { which, today, order: SOONEST_FIRST, atMost })
}

/** The updates that no chair but their sender could judge, so that the manager does. */
export async function findUpdatesWithoutChair(tx: Tx, today: Day): Promise<MyUpdates> {
  const which = sql`${WAITS_FOR_A_VERDICT} and not exists (
    select from body_member seat where seat.partnership_id = action.partnership_id
      and seat.body_id = action.lead_group_id and seat.seat = 'chair' and seat.ends_before is null and seat.person_id <> sent.submitted_by)`
  return updates(tx, { which, today, order: SOONEST_FIRST, atMost: AT_MOST.toJudge })
}

type Sql = ReturnType<typeof sql>

const SOONEST_FIRST = sql`point.due_on, action.position, point.id`
const WAITS_FOR_A_VERDICT = sql`sent.id is not null and sent.verdict is null`

/** Not sent, sent back, or accepted with a correction begun; the state of each is derived by the rule once it is found. */
const IS_TO_WRITE = sql`(sent.id is null and not ${isNotOwed('point')} or sent.verdict = 'sent-back' or (sent.verdict = 'accepted'
  and draft.saved_at > sent.given_at)) is true`

const IS_OVERTAKEN = sql`exists (
  select from reporting_point later
  where later.partnership_id = point.partnership_id and later.action_id = point.action_id and later.due_on > point.due_on
    and exists (
      select from standing_update s
      where s.partnership_id = later.partnership_id and s.point_id = later.id
        and s.stands_from is not null and s.stands_until is null
        and s.reported_at >= (point.due_on + 1)::timestamp at time zone 'Europe/London'))`

function isMissed(today: Day): Sql {
  return sql`(sent.id is null and point.due_on < ${today.toString()} and ${IS_OVERTAKEN})`
}

/**
 * Led by this person, by a post they hold, by a body they chair, or by the organisation that whoever reads reports for. `is true` keeps it a look-up in a hash: as a join
 * PostgreSQL misjudges it, and the time grows with the square.
 */
function isLedBy(personId: PersonId): Sql {
  return sql`((action.partnership_id, action.id) in (
    select lead.partnership_id, lead.action_id from action_lead lead where lead.person_id = ${personId}
    union all
    select lead.partnership_id, lead.action_id from action_lead lead
      join post_holding holding on holding.partnership_id = lead.partnership_id and holding.post_id = lead.post_id
      where holding.person_id = ${personId} and holding.ends_before is null
    union all
    ${ledByBodiesOf([personId])}
    union all
    select lead.partnership_id, lead.action_id from action_lead lead
      where lead.organisation_id = reader_organisation()
        or lead.person_id in (select person.id from person where person.organisation_id = reader_organisation())
        or lead.post_id in (select post.id from post where post.organisation_id = reader_organisation()))) is true`
}

/** Led by a body that one of these people chairs. */
function ledByBodiesOf(people: readonly PersonId[]): Sql {
  return sql`select lead.partnership_id, lead.action_id from action_lead lead
    join body_member seat on seat.partnership_id = lead.partnership_id and seat.body_id = lead.body_id
    where seat.seat = 'chair' and seat.ends_before is null and seat.person_id = any(${[...people]}::uuid[])`
}

async function updates(
  tx: Tx,
  {
    which,
    order,
    today,
    atMost,
  }: { readonly which: Sql; readonly order: Sql; readonly today: Day; readonly atMost: number },
): Promise<MyUpdates> {
  const { rows } = await sql<{
    id: string
    action_id: string
    plan: string
    ref: string | null
    text: string
    due_on: string
    saved_at: string | null
    sent_by: string | null
    verdict: 'accepted' | 'sent-back' | null
    note: string | null
    versions: readonly VersionRow[] | null
    is_overtaken: boolean
    late_since: string | null
    found: number
  }>`
    select point.id, point.action_id, plan.title as plan, action.ref, action.text, point.due_on, draft.saved_at,
      sent.sent_by, sent.verdict, sent.note, every.versions,
      ${IS_OVERTAKEN} as is_overtaken, ${lateSince(today)} as late_since, count(*) over () as found
    from reporting_point point
    join action on action.partnership_id = point.partnership_id and action.id = point.action_id
    join plan on plan.partnership_id = point.partnership_id and plan.id = point.plan_id
    left join update_draft draft on draft.partnership_id = point.partnership_id and draft.point_id = point.id
    left join lateral (
      select s.id, s.submitted_at, s.submitted_by, sender.name as sent_by, v.verdict, v.given_at, v.note
      from update_submission s
      join person sender on sender.partnership_id = s.partnership_id and sender.id = s.submitted_by
      left join update_verdict v on v.partnership_id = s.partnership_id and v.submission_id = s.id
      where s.partnership_id = point.partnership_id and s.point_id = point.id and not exists (
        select from update_withdrawal w where w.partnership_id = s.partnership_id and w.submission_id = s.id)
      order by s.submitted_at desc, s.id desc
      limit 1
    ) sent on true
    left join lateral (
      select json_agg(json_build_object('submitted_at', s.submitted_at, 'verdict', v.verdict, 'given_at', v.given_at,
        'withdrawn_at', w.withdrawn_at) order by s.submitted_at desc, s.id desc) as versions
      from update_submission s
      left join update_verdict v on v.partnership_id = s.partnership_id and v.submission_id = s.id
      left join update_withdrawal w on w.partnership_id = s.partnership_id and w.submission_id = s.id
      where s.partnership_id = point.partnership_id and s.point_id = point.id
    ) every on true
    where point.withdrawn_at is null and ${which}
    order by ${order}
    limit ${atMost}
  `.execute(tx)
  const listed = rows.map((row) => ({
    pointId: row.id as ReportingPointId,
    actionId: row.action_id as ActionId,
    plan: row.plan,
    ref: row.ref,
    text: row.text,
    dueOn: dayFrom(row.due_on),
    note: row.verdict === 'sent-back' ? row.note : null,
    sentBy: row.sent_by,
    isOvertaken: row.is_overtaken,
    lateSince: lateDay(row.late_since),
    state: updateStateOf({
      draftSavedAt: row.saved_at ? instantFrom(row.saved_at) : null,
      versions: (row.versions ?? []).map(versionOf),
    }),
  }))
  return { updates: listed, found: rows[0]?.found ?? 0 }
}

type VersionRow = {
  submitted_at: string
  verdict: 'accepted' | 'sent-back' | null
  given_at: string | null
  withdrawn_at: string | null
}

function versionOf({ submitted_at, verdict, given_at, withdrawn_at }: VersionRow): VersionFacts {
  return {
    submittedAt: instantFrom(submitted_at),
    verdict: verdict && given_at ? { kind: verdict, givenAt: instantFrom(given_at) } : null,
    withdrawal: withdrawn_at ? { at: instantFrom(withdrawn_at) } : null,
  }
}
