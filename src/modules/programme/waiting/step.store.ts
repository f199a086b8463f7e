import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { ActionId, PartnershipId, PersonId, PlanId, StepId } from '../../../kernel/id.ts'
import { dayFrom, instantFrom, type Tx } from '../../../platform/database/index.ts'

/** A step of an action, as it was known at a moment. */
export type Step = {
  readonly id: StepId
  readonly actionId: ActionId
  readonly name: string
  readonly dueOn: Day
  /** who does it, in words; null: the action's leads */
  readonly who: string | null
  readonly version: number
  readonly done: StepDone | null
}

export type StepDone = {
  readonly on: Day
  /** what shows it, in words */
  readonly words: string | null
  readonly by: string
  readonly recordedAt: Temporal.Instant
}

export type StepWords = Pick<Step, 'name' | 'dueOn' | 'who'>
type By = { readonly by: PersonId; readonly at: Temporal.Instant }

/** The steps of an action, or of every action of a plan, that there were at a moment: by action, the earliest due first. */
export async function findSteps(
  tx: Tx,
  of: { readonly actionId: ActionId } | { readonly planId: PlanId },
  at: Temporal.Instant,
): Promise<readonly Step[]> {
  const moment = at.toString()
  const which = 'actionId' in of ? sql`action.id = ${of.actionId}` : sql`action.plan_id = ${of.planId}`
  const { rows } = await sql<{
    id: string
    action_id: string
    name: string
    due_on: string
    who: string | null
    version: number
    done_on: string | null
    words: string | null
    recorded_at: string | null
    done_by: string | null
  }>`
    select step.id, step.action_id, said.name, said.due_on, said.who, said.version,
      done.done_on, done.words, done.recorded_at, person.name as done_by
    from action_step step
    join action on action.partnership_id = step.partnership_id and action.id = step.action_id
    join lateral (select version.* from action_step_version version
      where version.partnership_id = step.partnership_id and version.step_id = step.id and version.set_at <= ${moment}
      order by version.version desc limit 1) said on not said.is_removed
    left join action_step_done done on done.partnership_id = step.partnership_id and done.step_id = step.id
      and done.recorded_at <= ${moment} and (done.undone_at is null or done.undone_at > ${moment})
    left join person on person.partnership_id = done.partnership_id and person.id = done.recorded_by
    where ${which}
    order by action.position, said.due_on, step.id
    limit 5000`.execute(tx)
  return rows.map((row) => ({
    id: row.id as StepId,
    actionId: row.action_id as ActionId,
    name: row.name,
    dueOn: dayFrom(row.due_on),
    who: row.who,
    version: row.version,
    done:
      row.done_on === null || row.recorded_at === null
        ? null
        : {
            on: dayFrom(row.done_on),
            words: row.words,
            by: row.done_by ?? 'Somebody who is no more',
            recordedAt: instantFrom(row.recorded_at),
          },
  }))
}

export async function insertSteps(
  tx: Tx,
  partnershipId: PartnershipId,
  steps: readonly (StepWords & { readonly id: StepId; readonly actionId: ActionId })[],
  { by, at }: By,
): Promise<void> {
  if (steps.length === 0) return
  await tx
    .insertInto('action_step')
    .values(
      steps.map(({ id, actionId }) => ({
        partnership_id: partnershipId,
        id,
        action_id: actionId,
        made_at: at.toString(),
        made_by: by,
      })),
    )
    .execute()
  await insertVersions(
    tx,
    partnershipId,
    steps.map((step) => ({ ...step, version: 1, isRemoved: false })),
    { by, at },
  )
}

type Version = StepWords & Pick<Step, 'id' | 'actionId' | 'version'> & { readonly isRemoved: boolean }

/** Keeps what a step says from now on, or that it was taken out. */
export async function insertVersions(
  tx: Tx,
  partnershipId: PartnershipId,
  versions: readonly Version[],
  { by, at }: By,
): Promise<void> {
  await tx
    .insertInto('action_step_version')
    .values(
      versions.map(({ id, actionId, version, name, dueOn, who, isRemoved }) => ({
        partnership_id: partnershipId,
        step_id: id,
        version,
        action_id: actionId,
        name,
        due_on: dueOn.toString(),
        who,
        is_removed: isRemoved,
        set_at: at.toString(),
        set_by: by,
      })),
    )
    .execute()
}

export async function insertStepDone(
  tx: Tx,
  partnershipId: PartnershipId,
  { id, actionId }: Pick<Step, 'id' | 'actionId'>,
  done: { readonly id: string; readonly on: Day; readonly words: string | null },
  { by, at }: By,
): Promise<void> {
  await tx
    .insertInto('action_step_done')
    .values({
      partnership_id: partnershipId,
      id: done.id,
      step_id: id,
      action_id: actionId,
      done_on: done.on.toString(),
      words: done.words,
      recorded_at: at.toString(),
      recorded_by: by,
    })
    .execute()
}

/** Takes back that a step was done; what was said stays on record. */
export async function undoStepDone(tx: Tx, stepId: StepId, { by, at }: By): Promise<void> {
  await tx
    .updateTable('action_step_done')
    .set({ undone_at: at.toString(), undone_by: by })
    .where('step_id', '=', stepId)
    .where('undone_at', 'is', null)
    .execute()
}
