import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { ActionId, BodyId, PlanId } from '../../../../kernel/id.ts'
import { dayFrom, type Tx } from '../../../../platform/database/index.ts'
import { lateDay, lateSince } from '../../points/late-doing.store.ts'

/** A report that a body is to receive. */
export type ForwardReport = {
  readonly actionId: ActionId
  readonly planId: PlanId
  readonly plan: string
  readonly ref: string | null
  readonly text: string
  readonly leadWords: string | null
  readonly dueOn: Day
  readonly isSent: boolean
  /** the last day of its action, where the work is late, whatever of its reports */
  readonly lateSince: Day | null
}

/**
 * The bodies whose year the transaction's reader sees: all of them, to whoever sees all; to others those that answer for an action of
 * theirs, and those they sit in.
 */
export async function findBodiesShown(tx: Tx): Promise<readonly { readonly id: BodyId; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select body.id, body.name from body
    where (select sees_all()) or exists (select from action
        where action.partnership_id = body.partnership_id and action.lead_group_id = body.id)
      or exists (select from body_member seat where seat.partnership_id = body.partnership_id and seat.body_id = body.id
        and seat.person_id = (select reader_person()) and seat.ends_before is null)
    order by body.name, body.id limit 1000`.execute(tx)
  return rows.map(({ id, name }) => ({ id: id as BodyId, name }))
}

const MOST = 3000

/** The reports that a body's actions owe on some days, in order. */
export async function findReportsOfBody(
  tx: Tx,
  bodyId: BodyId,
  { from, to, today }: { readonly from: Day; readonly to: Day; readonly today: Day },
): Promise<readonly ForwardReport[]> {
  const { rows } = await sql<{
    action_id: string
    plan_id: string
    plan: string
    ref: string | null
    text: string
    lead_words: string | null
    due_on: string
    is_sent: boolean
    late_since: string | null
  }>`
    select action.id as action_id, plan.id as plan_id, plan.title as plan, action.ref, action.text, action.lead_words,
      point.due_on, exists (
        select from standing_update sent
        where sent.partnership_id = point.partnership_id and sent.point_id = point.id
          and sent.stands_from is not null and sent.stands_until is null) as is_sent,
      ${lateSince(today)} as late_since
    from action
    join reporting_point point on point.partnership_id = action.partnership_id and point.action_id = action.id
    join plan on plan.partnership_id = action.partnership_id and plan.id = action.plan_id
    where action.lead_group_id = ${bodyId} and action.set_aside_at is null and point.withdrawn_at is null
      and point.due_on >= ${from.toString()} and point.due_on <= ${to.toString()}
    order by point.due_on, plan.title, plan.id, action.position
    limit ${MOST}`.execute(tx)
  return rows.map((row) => ({
    actionId: row.action_id as ActionId,
    planId: row.plan_id as PlanId,
    plan: row.plan,
    ref: row.ref,
    text: row.text,
    leadWords: row.lead_words,
    dueOn: dayFrom(row.due_on),
    isSent: row.is_sent,
    lateSince: lateDay(row.late_since),
  }))
}
