import { sql } from 'kysely'
import type { ActionId, PartnershipId, PersonId, PlanId, StepId, WaitId } from '../../../kernel/id.ts'
import { dayFrom, type Tx } from '../../../platform/database/index.ts'
import type { DisposalKind } from '../year-end/disposal.ts'
import type { WaitedFor } from './waited-state.ts'

/** One end of a wait; null where its reader is not shown that action. */
export type WaitEnd = {
  readonly id: ActionId
  readonly planId: PlanId
  readonly plan: string
  readonly ref: string | null
  readonly text: string
  readonly leadWords: string | null
} | null

/** That an action waits for another or for a step of it, with how that stands. */
export type ActionWait = {
  readonly id: WaitId
  readonly actionId: ActionId
  readonly onActionId: ActionId
  readonly onStepId: StepId | null
  readonly words: string | null
  readonly waiting: WaitEnd
  readonly on: WaitEnd
  /** the name of the step waited for; null for the whole action, and where it is not shown */
  readonly step: string | null
  readonly of: WaitedFor
}

type By = { readonly by: PersonId; readonly at: Temporal.Instant }

/** The waits of some actions on either side, or of a plan's actions, as they were known at a moment. */
export async function findWaits(
  tx: Tx,
  of:
    | { readonly actionIds: readonly ActionId[] }
    | { readonly planId: PlanId }
    | { readonly waitIds: readonly WaitId[] },
  at: Temporal.Instant,
): Promise<readonly ActionWait[]> {
  const moment = at.toString()
  const which =
    'actionIds' in of
      ? sql`(waits.action_id = any(${[...of.actionIds]}::uuid[]) or waits.on_action_id = any(${[...of.actionIds]}::uuid[]))`
      : 'waitIds' in of
        ? sql`waits.id = any(${[...of.waitIds]}::uuid[])`
        : sql`(waits.action_id in (select id from action where plan_id = ${of.planId})
            or waits.on_action_id in (select id from action where plan_id = ${of.planId}))`
  const { rows } = await sql<Row>`
    select waits.id, waits.action_id, waits.on_action_id, waits.on_step_id, waits.words,
      waiting.plan_id as waiting_plan_id, waiting_plan.title as waiting_plan, waiting.ref as waiting_ref,
      waiting.text as waiting_text, waiting.lead_words as waiting_leads,
      waited.plan_id as on_plan_id, waited_plan.title as on_plan, waited.ref as on_ref, waited.text as on_text,
      waited.lead_words as on_leads, step.name as step,
      case when waits.on_step_id is null then last.due_on else step.due_on end as due_on,
      case when waits.on_step_id is null then coalesce(told.is_complete, false) else done.id is not null end as is_done,
      coalesce(case when waits.on_step_id is null then ended.kind end,
        case when waited.set_aside_at <= ${moment} then 'merged' end) as ending
    from action_wait waits
    left join action waiting on waiting.partnership_id = waits.partnership_id and waiting.id = waits.action_id
    left join plan waiting_plan
      on waiting_plan.partnership_id = waiting.partnership_id and waiting_plan.id = waiting.plan_id
    left join action waited on waited.partnership_id = waits.partnership_id and waited.id = waits.on_action_id
    left join plan waited_plan on waited_plan.partnership_id = waited.partnership_id and waited_plan.id = waited.plan_id
    left join lateral (select said.name, said.due_on from action_step_version said
      where said.partnership_id = waits.partnership_id and said.step_id = waits.on_step_id and said.set_at <= ${moment}
      order by said.version desc limit 1) step on true
    left join action_step_done done on done.partnership_id = waits.partnership_id and done.step_id = waits.on_step_id
      and done.recorded_at <= ${moment} and (done.undone_at is null or done.undone_at > ${moment})
    left join lateral (select max(point.due_on) as due_on from reporting_point point
      where point.partnership_id = waits.partnership_id and point.action_id = waits.on_action_id
        and point.origin = 'timescale' and point.made_at <= ${moment}
        and (point.withdrawn_at is null or point.withdrawn_at > ${moment})) last on true
    left join lateral (select exists (select from rating colour
        where colour.partnership_id = waits.partnership_id and colour.scheme_id = waited_plan.rating_scheme_id
          and colour.key = sent.progress_rating and colour.meaning = 'complete') as is_complete
      from standing_update sent
      where sent.partnership_id = waits.partnership_id and sent.action_id = waits.on_action_id
        and sent.stands_from <= ${moment} and (sent.stands_until is null or sent.stands_until > ${moment})
      order by sent.reported_at desc, sent.submitted_at desc, sent.id desc limit 1) told on true
    left join action_disposal ended on ended.partnership_id = waits.partnership_id
      and ended.action_id = waits.on_action_id and ended.decided_at <= ${moment}
      and (ended.undone_at is null or ended.undone_at > ${moment})
    where ${which} and waits.made_at <= ${moment} and (waits.ended_at is null or waits.ended_at > ${moment})
    order by waiting.position, waited.position, waits.id
    limit 3000`.execute(tx)
  return rows.map(waitOf)
}

export type NewWait = Pick<ActionWait, 'id' | 'actionId' | 'onActionId' | 'onStepId' | 'words'>

export async function insertWaits(
  tx: Tx,
  partnershipId: PartnershipId,
  waits: readonly NewWait[],
  { by, at }: By,
): Promise<void> {
  if (waits.length === 0) return
  await tx
    .insertInto('action_wait')
    .values(
      waits.map(({ id, actionId, onActionId, onStepId, words }) => ({
        partnership_id: partnershipId,
        id,
        action_id: actionId,
        on_action_id: onActionId,
        on_step_id: onStepId,
        words,
        made_at: at.toString(),
        made_by: by,
      })),
    )
    .execute()
}

export async function endWaits(tx: Tx, ids: readonly WaitId[], { by, at }: By): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('action_wait')
    .set({ ended_at: at.toString(), ended_by: by })
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .execute()
}

/** Every wait of the partnership that stands, as pairs: to find circles, which may lead through several plans. */
export async function findStandingPairs(
  tx: Tx,
): Promise<readonly { readonly from: ActionId; readonly on: ActionId }[]> {
  const rows = await tx
    .selectFrom('action_wait')
    .select(['action_id', 'on_action_id'])
    .where('ended_at', 'is', null)
    .limit(20_000)
    .execute()
  return rows.map((row) => ({ from: row.action_id as ActionId, on: row.on_action_id as ActionId }))
}

type Row = {
  id: string
  action_id: string
  on_action_id: string
  on_step_id: string | null
  words: string | null
  waiting_plan_id: string | null
  waiting_plan: string | null
  waiting_ref: string | null
  waiting_text: string | null
  waiting_leads: string | null
  on_plan_id: string | null
  on_plan: string | null
  on_ref: string | null
  on_text: string | null
  on_leads: string | null
  step: string | null
  due_on: string | null
  is_done: boolean
  ending: string | null
}

function waitOf(row: Row): ActionWait {
  const actionId = row.action_id as ActionId
  const onActionId = row.on_action_id as ActionId
  return {
    id: row.id as WaitId,
    actionId,
    onActionId,
    onStepId: row.on_step_id as StepId | null,
    words: row.words,
    waiting: endOf(
      actionId,
      row.waiting_plan_id,
      row.waiting_plan,
      row.waiting_ref,
      row.waiting_text,
      row.waiting_leads,
    ),
    on: endOf(onActionId, row.on_plan_id, row.on_plan, row.on_ref, row.on_text, row.on_leads),
    step: row.step,
    of: {
      dueOn: row.due_on === null ? null : dayFrom(row.due_on),
      isDone: row.is_done,
      ending: row.ending as DisposalKind | null,
    },
  }
}

function endOf(
  id: ActionId,
  planId: string | null,
  plan: string | null,
  ref: string | null,
  text: string | null,
  leadWords: string | null,
): WaitEnd {
  return planId === null || text === null
    ? null
    : { id, planId: planId as PlanId, plan: plan ?? '', ref, text, leadWords }
}
