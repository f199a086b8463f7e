import { type RawBuilder, sql } from 'kysely'
import { type Day, dayOf } from '../../../kernel/day.ts'
import type { ActionId, BodyId, PartnershipId, PersonId, PlanId, ReportingPointId } from '../../../kernel/id.ts'
import { dayFrom, inBatches, instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { LadderStep } from './ladder.ts'

/** A duty as asking sees it: what is wanted of whom, and what was done about it so far. */
export type WantedReport = {
  readonly pointId: ReportingPointId
  readonly planId: PlanId
  readonly plan: string
  readonly actionId: ActionId
  readonly ref: string | null
  readonly text: string
  readonly leadGroupId: BodyId | null
  readonly dueOn: Day
  readonly askableFrom: Day
  readonly isAnswered: boolean
  readonly taken: ReadonlyMap<LadderStep, Day>
}

/** Some duties: of a plan, of an action, the ones named, or all there are. */
export type SomeDuties =
  | { readonly planId: PlanId }
  | { readonly actionId: ActionId }
  | { readonly pointIds: readonly ReportingPointId[] }
  | 'all'

function isOneOf(duties: SomeDuties): RawBuilder<unknown> {
  if (duties === 'all') return sql`true`
  if ('planId' in duties) return sql`point.plan_id = ${duties.planId}`
  if ('actionId' in duties) return sql`point.action_id = ${duties.actionId}`
  return sql`point.id = any(${[...duties.pointIds]}::uuid[])`
}

/** An update stands at the duty, or at a later one that was reported on after this had passed; or the action is complete, or has ended. */
const IS_ANSWERED = sql`(exists (
    select from action_disposal ended where ended.partnership_id = point.partnership_id
      and ended.action_id = point.action_id and ended.undone_at is null)
  or exists (
    select from standing_update sent
    join reporting_point told on told.partnership_id = sent.partnership_id and told.id = sent.point_id
    where sent.partnership_id = point.partnership_id and sent.action_id = point.action_id
      and sent.stands_from is not null and sent.stands_until is null
      and (told.id = point.id
        or told.due_on > point.due_on
          and sent.reported_at >= (point.due_on + 1)::timestamp at time zone 'Europe/London'))
  or (
    select last.meaning = 'complete' and last.verdict = 'accepted' from (
      select given.meaning, sent.verdict from standing_update sent
      join update_submission said on said.partnership_id = sent.partnership_id and said.id = sent.id
      join rating given on given.partnership_id = sent.partnership_id and given.scheme_id = said.scheme_id
        and given.key = sent.progress_rating
      where sent.partnership_id = point.partnership_id and sent.action_id = point.action_id
        and sent.stands_from is not null and sent.stands_until is null
      order by sent.reported_at desc, sent.submitted_at desc, sent.id desc limit 1) last) is true)`

/** Duties of adopted plans that hold, with what was done about each. */
export async function findWantedReports(tx: Tx, duties: SomeDuties): Promise<readonly WantedReport[]> {
  const { rows } = await sql<{
    id: string
    plan_id: string
    plan: string
    action_id: string
    ref: string | null
    text: string
    lead_group_id: string | null
    due_on: string
    askable_from: string
    is_answered: boolean
    taken: readonly { step: LadderStep; on: string }[] | null
  }>`
    select point.id, point.plan_id, plan.title as plan, point.action_id, action.ref, action.text, action.lead_group_id,
      point.due_on, greatest(point.made_at, adoption.adopted_at) as askable_from, ${IS_ANSWERED} as is_answered, steps.taken
    from reporting_point point
    join action on action.partnership_id = point.partnership_id and action.id = point.action_id
    join plan on plan.partnership_id = point.partnership_id and plan.id = point.plan_id
    join plan_adoption adoption on adoption.partnership_id = point.partnership_id and adoption.plan_id = point.plan_id
    left join lateral (
      select json_agg(json_build_object('step', step.step, 'on', step.taken_on)) as taken
      from asking_step step
      where step.partnership_id = point.partnership_id and step.point_id = point.id
    ) steps on true
    where point.withdrawn_at is null and action.set_aside_at is null and ${isOneOf(duties)}
    order by point.due_on, action.position, point.id
  `.execute(tx)
  return rows.map((row) => ({
    pointId: row.id as ReportingPointId,
    planId: row.plan_id as PlanId,
    plan: row.plan,
    actionId: row.action_id as ActionId,
    ref: row.ref,
    text: row.text,
    leadGroupId: row.lead_group_id as BodyId | null,
    dueOn: dayFrom(row.due_on),
    askableFrom: dayOf(instantFrom(row.askable_from)),
    isAnswered: row.is_answered,
    taken: new Map((row.taken ?? []).map(({ step, on }) => [step, dayFrom(on)])),
  }))
}

/** Keeps the day on which something is next to be done about each of some duties; a duty without a day is let go. */
export async function keepNextDays(
  tx: Tx,
  partnershipId: PartnershipId,
  days: ReadonlyMap<ReportingPointId, Day | null>,
): Promise<void> {
  for (const some of inBatches([...days])) {
    const gone = some.flatMap(([id, on]) => (on ? [] : [id]))
    if (gone.length > 0) await tx.deleteFrom('asking_due').where('point_id', 'in', gone).execute()
    const rows = some.flatMap(([point_id, on]) =>
      on ? [{ partnership_id: partnershipId, point_id, next_on: on.toString() }] : [],
    )
    if (rows.length === 0) continue
    await tx
      .insertInto('asking_due')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['partnership_id', 'point_id'])
          .doUpdateSet((set) => ({ next_on: set.ref('excluded.next_on') })),
      )
      .execute()
  }
}

/** Lets go of duties that hold no more: nothing is to be done about one that was withdrawn or set aside. */
export async function forgetWithdrawn(tx: Tx, duties: SomeDuties): Promise<void> {
  await sql`
    delete from asking_due due using reporting_point point
    join action on action.partnership_id = point.partnership_id and action.id = point.action_id
    where point.partnership_id = due.partnership_id and point.id = due.point_id
      and (point.withdrawn_at is not null or action.set_aside_at is not null) and ${isOneOf(duties)}
  `.execute(tx)
}

/** Takes some of the duties whose day has come; another process that asks at the same time is given others. */
export async function claimDue(tx: Tx, byDay: Day, most: number): Promise<readonly ReportingPointId[]> {
  const rows = await tx
    .selectFrom('asking_due')
    .select('point_id')
    .where('next_on', '<=', byDay.toString())
    .orderBy('next_on')
    .orderBy('point_id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(({ point_id }) => point_id as ReportingPointId)
}

export type StepTaken = { readonly pointId: ReportingPointId; readonly step: LadderStep }
export type Telling = StepTaken & { readonly personId: PersonId; readonly messageKey: string | null }

export async function insertSteps(
  tx: Tx,
  partnershipId: PartnershipId,
  { steps, on, at }: { readonly steps: readonly StepTaken[]; readonly on: Day; readonly at: Temporal.Instant },
): Promise<void> {
  const rows = steps.map(({ pointId, step }) => ({
    partnership_id: partnershipId,
    point_id: pointId,
    step,
    taken_on: on.toString(),
    taken_at: at.toString(),
  }))
  for (const some of inBatches(rows)) await tx.insertInto('asking_step').values(some).execute()
}

export async function insertTellings(tx: Tx, partnershipId: PartnershipId, told: readonly Telling[]): Promise<void> {
  const rows = told.map(({ pointId, step, personId, messageKey }) => ({
    partnership_id: partnershipId,
    point_id: pointId,
    step,
    person_id: personId,
    message_key: messageKey,
  }))
  for (const some of inBatches(rows)) await tx.insertInto('asking_told').values(some).execute()
}
