import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { ActionId, PlanId, ReportingPointId, UpdateLinkId } from '../../../../kernel/id.ts'
import { dayFrom, instantFrom, type Tx } from '../../../../platform/database/index.ts'
import type { MessageEnd } from '../../../../platform/messages/index.ts'
import type { LadderStep } from '../ladder.ts'

/** One person told at one step: when, and how the message ended. */
export type Telling = {
  readonly pointId: ReportingPointId
  readonly actionId: ActionId
  readonly ref: string | null
  readonly text: string
  readonly dueOn: Day
  readonly step: LadderStep
  readonly takenOn: Day
  /** null when nobody could be told */
  readonly person: string | null
  readonly outcome: MessageEnd | 'returned' | 'waiting' | 'no-address'
  /** when it was known that the message came back, and why, by the server's word; null where it did not */
  readonly returned: { readonly at: Temporal.Instant; readonly status: string } | null
  /** the link that the message carried; null where it carried none */
  readonly link: LinkSent | null
}

export type LinkSent = {
  readonly id: UpdateLinkId
  /** when it was first opened, by its reader or by a scanner of mail */
  readonly openedAt: Temporal.Instant | null
  readonly revokedAt: Temporal.Instant | null
  /** the person has a link to this update that still opens it, this one or a newer; null on all but the last that was sent by the rules */
  readonly isOpen: boolean | null
}

export const TELLINGS_ON_A_PAGE = 100

/** What was asked about a plan's reports, the latest first. */
export async function findTellings(
  tx: Tx,
  planId: PlanId,
  { from, size, now }: { readonly from: number; readonly size: number; readonly now: Temporal.Instant },
): Promise<{ readonly tellings: readonly Telling[]; readonly found: number }> {
  const { rows } = await sql<{
    point_id: string
    action_id: string
    ref: string | null
    text: string
    due_on: string
    step: LadderStep
    taken_on: string
    person: string | null
    has_message: boolean
    end: MessageEnd | 'returned' | null
    ended_at: string | null
    returned_status: string | null
    link_id: string | null
    opened_at: string | null
    revoked_at: string | null
    is_last: boolean
    is_open: boolean
    found: number
  }>`
    select step.point_id, action.id as action_id, action.ref, action.text, point.due_on, step.step, step.taken_on,
      person.name as person, told.message_key is not null as has_message, ended.kind as end,
      ended.at as ended_at, ended.returned_status,
      link.id as link_id, opening.opened_at, link.revoked_at,
      row_number() over (partition by step.point_id, told.person_id order by step.taken_at desc) = 1 as is_last,
      exists (
        select from update_link live where live.partnership_id = link.partnership_id and live.point_id = link.point_id
          and live.person_id = link.person_id and live.revoked_at is null and live.expires_at > ${now.toString()}
      ) as is_open,
      count(*) over () as found
    from asking_step step
    join reporting_point point on point.partnership_id = step.partnership_id and point.id = step.point_id
    join action on action.partnership_id = point.partnership_id and action.id = point.action_id
    left join asking_told told on told.partnership_id = step.partnership_id
      and told.point_id = step.point_id and told.step = step.step
    left join person on person.partnership_id = told.partnership_id and person.id = told.person_id
    left join message on message.partnership_id = told.partnership_id and message.key = told.message_key
    left join message_outcome ended on ended.partnership_id = message.partnership_id and ended.message_id = message.id
    left join update_link link on link.partnership_id = told.partnership_id and link.message_key = told.message_key
      and link.point_id = told.point_id and link.person_id = told.person_id
    left join update_link_opening opening
      on opening.partnership_id = link.partnership_id and opening.link_id = link.id
    where point.plan_id = ${planId}
    order by step.taken_at desc, point.due_on, action.position, person.name
    limit ${size} offset ${from}`.execute(tx)
  const tellings = rows.map(
    (row): Telling => ({
      pointId: row.point_id as ReportingPointId,
      actionId: row.action_id as ActionId,
      ref: row.ref,
      text: row.text,
      dueOn: dayFrom(row.due_on),
      step: row.step,
      takenOn: dayFrom(row.taken_on),
      person: row.person,
      outcome: row.has_message ? (row.end ?? 'waiting') : 'no-address',
      returned:
        row.ended_at !== null && row.returned_status !== null
          ? { at: instantFrom(row.ended_at), status: row.returned_status }
          : null,
      link: linkOf(row),
    }),
  )
  return { tellings, found: rows[0]?.found ?? 0 }
}

function linkOf(row: {
  link_id: string | null
  opened_at: string | null
  revoked_at: string | null
  is_last: boolean
  is_open: boolean
}): LinkSent | null {
  if (row.link_id === null) return null
  return {
    id: row.link_id as UpdateLinkId,
    openedAt: row.opened_at === null ? null : instantFrom(row.opened_at),
    revokedAt: row.revoked_at === null ? null : instantFrom(row.revoked_at),
    isOpen: row.is_last ? row.is_open : null,
  }
}

/** How many duties of a plan are next asked about, and on which day: today for those whose day has come and that no round has taken yet. */
export async function findNextAsking(
  tx: Tx,
  planId: PlanId,
  today: Day,
): Promise<{ readonly on: Day; readonly count: number } | null> {
  const row = await tx
    .selectFrom('asking_due')
    .innerJoin('reporting_point', 'reporting_point.id', 'asking_due.point_id')
    .select((of) => [
      sql<string>`greatest(next_on, ${today.toString()}::date)`.as('on'),
      of.fn.countAll<number>().as('count'),
    ])
    .where('plan_id', '=', planId)
    .groupBy('on')
    .orderBy('on')
    .executeTakeFirst()
  return row ? { on: dayFrom(row.on), count: row.count } : null
}
