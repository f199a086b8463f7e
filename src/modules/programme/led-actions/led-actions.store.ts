import { sql } from 'kysely'
import type { PeopleAnnouncements } from '../../people/index.ts'
import { lateDay, lateSince, reportLateSince } from '../points/late-doing.store.ts'

/** What somebody leads by name, in plans that are not over, or that still owe an update of it; with the updates begun for it. */
export const findLedActions: PeopleAnnouncements['findLedActions'] = async (tx, personId, today) => {
  type Led = Awaited<ReturnType<PeopleAnnouncements['findLedActions']>>[number]
  const { rows } = await sql<
    Omit<Led, 'workLateSince' | 'reportLateSince'> & { work_since: string | null; report_since: string | null }
  >`
    select action.id, plan.id as "planId", plan.title as plan, action.ref, action.text,
      coalesce((select array_agg(other.text order by other.position) from action_lead other
        where other.partnership_id = action.partnership_id and other.action_id = action.id
          and (other.post_id is not null or other.person_id <> ${personId})), '{}') as others,
      (select count(*)::int from reporting_point point
        join update_draft draft on draft.partnership_id = point.partnership_id and draft.point_id = point.id
        where point.partnership_id = action.partnership_id and point.action_id = action.id
          and point.withdrawn_at is null and not exists (select from update_submission sent
            where sent.partnership_id = point.partnership_id and sent.point_id = point.id
              and sent.submitted_at >= draft.saved_at)) as drafts,
      ${lateSince(today)} as work_since, ${reportLateSince(today)} as report_since
    from action
    join plan on plan.partnership_id = action.partnership_id and plan.id = action.plan_id
    left join action_standing standing
      on standing.partnership_id = action.partnership_id and standing.action_id = action.id
    where action.set_aside_at is null
      and exists (select from action_lead lead where lead.partnership_id = action.partnership_id
        and lead.action_id = action.id and lead.person_id = ${personId})
      and (plan.ends_before is null or plan.ends_before > ${today.toString()} or standing.unreported_since is not null)
      and not exists (select from plan_discard gone
        where gone.partnership_id = plan.partnership_id and gone.plan_id = plan.id)
    order by plan.starts desc nulls last, plan.id, action.position
    limit 2000`.execute(tx)
  return rows.map(({ work_since, report_since, ...led }) => ({
    ...led,
    workLateSince: lateDay(work_since),
    reportLateSince: lateDay(report_since),
  }))
}

/** Whether an update of one of these actions was begun or sent, or one of these people judged an update, since a moment. */
export const haveActed: PeopleAnnouncements['haveActed'] = async (tx, since, { actionIds, chairIds }) => {
  const from = since.toString()
  const { rows } = await sql<{ acted: boolean }>`
    select exists (select from update_submission where submitted_at > ${from}
        and action_id = any(${[...actionIds]}::uuid[]))
      or exists (select from update_draft draft
        join reporting_point point on point.partnership_id = draft.partnership_id and point.id = draft.point_id
        where draft.saved_at > ${from} and point.action_id = any(${[...actionIds]}::uuid[]))
      or exists (select from update_verdict where given_at > ${from} and given_by = any(${[...chairIds]}::uuid[]))
      as acted`.execute(tx)
  return rows[0]?.acted ?? false
}
