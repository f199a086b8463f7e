import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { ActionId, PlanId } from '../../../kernel/id.ts'
import { dayFrom, type Tx } from '../../../platform/database/index.ts'

/**
 * The last day that the plan gives an action, where it has passed and the action is not complete by its scheme, with evidence where
 * the scheme asks for it: late doing, whatever was or was not reported. For a query that has `action`; null where it is not late.
 */
export function lateSince(today: Day) {
  return sql<string | null>`(
    select stands.last_due_on from action_standing stands
    join plan of_plan on of_plan.partnership_id = stands.partnership_id and of_plan.id = stands.plan_id
    left join rating given on given.partnership_id = stands.partnership_id and given.scheme_id = of_plan.rating_scheme_id
      and given.key = stands.progress_rating
    where stands.partnership_id = action.partnership_id and stands.action_id = action.id
      and stands.last_due_on < ${today.toString()}
      and (given.meaning = 'complete' and (not given.needs_evidence or exists (
        select from evidence shown join reporting_point told
          on told.partnership_id = shown.partnership_id and told.id = shown.point_id
        where told.partnership_id = action.partnership_id and told.action_id = action.id))) is not true)`
}

/** How many actions of a plan are late in the doing. */
export async function countLateDoing(tx: Tx, planId: PlanId, today: Day): Promise<number> {
  const { count } = await tx
    .selectFrom('action')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('plan_id', '=', planId)
    .where('set_aside_at', 'is', null)
    .where(lateSince(today), 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Of an action: since when its work is late, and since when an update of it is. Either is null where it is in time. */
export type Lateness = { readonly workSince: Day | null; readonly reportSince: Day | null }

/** Which actions of a plan are late, in the doing or in the reporting. */
export async function findLateness(tx: Tx, planId: PlanId, today: Day): Promise<ReadonlyMap<ActionId, Lateness>> {
  const rows = await tx
    .selectFrom('action')
    .select('id')
    .select([lateSince(today).as('work_since'), reportLateSince(today).as('report_since')])
    .where('plan_id', '=', planId)
    .where('set_aside_at', 'is', null)
    .execute()
  return new Map(
    rows
      .filter(({ work_since, report_since }) => work_since !== null || report_since !== null)
      .map((row) => [
        row.id as ActionId,
        { workSince: lateDay(row.work_since), reportSince: lateDay(row.report_since) },
      ]),
  )
}

/** The first duty not reported on since the last report, where it has passed: late reporting. As {@link lateSince}. */
export function reportLateSince(today: Day) {
  return sql<string | null>`(
    select waits.unreported_since from action_standing waits
    where waits.partnership_id = action.partnership_id and waits.action_id = action.id
      and waits.unreported_since < ${today.toString()})`
}

export function lateDay(since: string | null): Day | null {
  return since ? dayFrom(since) : null
}
