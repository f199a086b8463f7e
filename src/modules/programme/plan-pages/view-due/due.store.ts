import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { ActionId, PlanId, ReportingPointId } from '../../../../kernel/id.ts'
import { dayFrom, type Tx } from '../../../../platform/database/index.ts'
import { lateDay, lateSince } from '../../points/late-doing.store.ts'
import { isNotOwed } from '../../points/told.store.ts'

/** One duty to report, and whether it was met. */
export type DueRow = {
  readonly pointId: ReportingPointId
  readonly actionId: ActionId
  readonly ref: string | null
  readonly text: string
  readonly leadWords: string | null
  readonly dueOn: Day
  readonly isReported: boolean
  /** the last day of its action, where the work is late, whatever of its reports */
  readonly lateSince: Day | null
}

export type MonthCount = {
  /** `2014-09` */
  readonly month: string
  readonly reported: number
  readonly overdue: number
  readonly due: number
}

/** How many duties fall in each month that has some, and how many of them were met. */
export async function countDueByMonth(tx: Tx, planId: PlanId, today: Day): Promise<readonly MonthCount[]> {
  const rows = await sql<{ month: string; reported: number; overdue: number; due: number }>`
    select to_char(point.due_on, 'YYYY-MM') as month,
      count(*) filter (where met.yes) as reported,
      count(*) filter (where not met.yes and point.due_on < ${today.toString()}::date) as overdue,
      count(*) filter (where not met.yes and point.due_on >= ${today.toString()}::date) as due
    from reporting_point point, lateral (${isMet}) met
    where point.plan_id = ${planId} and point.withdrawn_at is null and (met.yes or not ${isNotOwed('point')})
    group by 1
    order by 1
  `.execute(tx)
  return rows.rows
}

/** Some of the duties of one month, in order: `size` of them after the first `from`. */
export async function findDueIn(
  tx: Tx,
  planId: PlanId,
  month: Day,
  { from, size, today }: { readonly from: number; readonly size: number; readonly today: Day },
): Promise<readonly DueRow[]> {
  const rows = await sql<{
    id: string
    action_id: string
    ref: string | null
    text: string
    lead_words: string | null
    due_on: string
    is_reported: boolean
    late_since: string | null
  }>`
    select point.id, action.id as action_id, action.ref, action.text, action.lead_words, point.due_on, met.yes as is_reported,
      ${lateSince(today)} as late_since
    from reporting_point point
    join action on action.partnership_id = point.partnership_id and action.id = point.action_id, lateral (${isMet}) met
    where point.plan_id = ${planId} and point.withdrawn_at is null and (met.yes or not ${isNotOwed('point')})
      and point.due_on >= ${month.toString()} and point.due_on < ${month.add({ months: 1 }).toString()}
    order by point.due_on, action.position, point.id
    limit ${size} offset ${from}
  `.execute(tx)
  return rows.rows.map((row) => ({
    pointId: row.id as ReportingPointId,
    actionId: row.action_id as ActionId,
    ref: row.ref,
    text: row.text,
    leadWords: row.lead_words,
    dueOn: dayFrom(row.due_on),
    isReported: row.is_reported,
    lateSince: lateDay(row.late_since),
  }))
}

/** A duty is met by an update that stands. */
const isMet = sql`
  select exists (
    select from standing_update sent
    where sent.partnership_id = point.partnership_id and sent.point_id = point.id
      and sent.stands_from is not null and sent.stands_until is null
  ) as yes`
