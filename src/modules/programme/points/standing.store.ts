import { sql } from 'kysely'
import type { ActionId, PartnershipId, PlanId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { isOwedNoMore, isTold, WHAT_WAS_TOLD } from './told.store.ts'

/**
 * Works out afresh where actions stand: the ratings of the last update that stands, in the colours of the plan's scheme, the first duty since the last one
 * reported on, and the last duty that a date of the plan makes. A duty that had passed when a later one was reported on was missed, and is
 * overdue no more.
 * Called in the transaction of every change that could move them.
 */
export async function refreshStandings(
  tx: Tx,
  partnershipId: PartnershipId,
  of: { planId: PlanId } | { actionId: ActionId },
): Promise<void> {
  const which = 'planId' in of ? sql`action.plan_id = ${of.planId}` : sql`action.id = ${of.actionId}`
  await sql`
    insert into action_standing
      (partnership_id, action_id, plan_id, progress_rating, impact_rating, rated_at, unreported_since, last_due_on)
    select action.partnership_id, action.id, action.plan_id,
      counted_rating(rated.partnership_id, rated.scheme_id, rated.progress_rating, plan.rating_scheme_id),
      counted_rating(rated.partnership_id, rated.scheme_id, rated.impact_rating, plan.rating_scheme_id),
      rated.submitted_at, due.unreported_since, due.last_due_on
    from action
    join plan on plan.partnership_id = action.partnership_id and plan.id = action.plan_id
    left join lateral (
      select s.partnership_id, said.scheme_id, s.progress_rating, s.impact_rating, s.submitted_at
      from standing_update s
      join update_submission said on said.partnership_id = s.partnership_id and said.id = s.id
      where s.partnership_id = action.partnership_id and s.action_id = action.id
        and s.stands_from is not null and s.stands_until is null
      order by s.reported_at desc, s.submitted_at desc, s.id desc
      limit 1
    ) rated on true
    ${WHAT_WAS_TOLD}
    left join lateral (
      select min(p.due_on) filter (where not ${isTold('p')} and not ${isOwedNoMore('p')}) as unreported_since,
        max(p.due_on) filter (where p.origin = 'timescale') as last_due_on
      from reporting_point p
      where p.partnership_id = action.partnership_id and p.action_id = action.id and p.withdrawn_at is null
    ) due on true
    where action.partnership_id = ${partnershipId} and action.set_aside_at is null and ${which}
    on conflict (partnership_id, action_id) do update set
      progress_rating = excluded.progress_rating, impact_rating = excluded.impact_rating,
      rated_at = excluded.rated_at, unreported_since = excluded.unreported_since, last_due_on = excluded.last_due_on
  `.execute(tx)
}
