import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { ActionId, BodyId, PersonId, PostId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { actionsWithIds, contentFrom } from '../action.store.ts'
import type { Action, ActionContent } from '../plan.ts'

/** Every action a person leads in a plan that is not over, those of discarded drafts and those set aside too; held until the end. */
export async function lockActionsLedBy(tx: Tx, personId: PersonId, today: Day): Promise<readonly Action[]> {
  const { rows } = await sql<{ id: ActionId }>`
    select action.id from action
    join plan on plan.partnership_id = action.partnership_id and plan.id = action.plan_id
    where (plan.ends_before is null or plan.ends_before > ${today.toString()})
      and exists (select from action_lead lead where lead.partnership_id = action.partnership_id
        and lead.action_id = action.id and lead.person_id = ${personId})
    order by action.id for no key update of action`.execute(tx)
  return actionsWithIds(
    tx,
    rows.map(({ id }) => id),
  )
}

/** These actions, held until the transaction ends. */
export async function lockActions(tx: Tx, ids: readonly ActionId[]): Promise<readonly Action[]> {
  if (ids.length === 0) return []
  await tx
    .selectFrom('action')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return actionsWithIds(tx, ids)
}

/** The actions of plans that are not over whose lead group a body is. */
export async function findActionsOfGroup(tx: Tx, bodyId: BodyId, today: Day): Promise<readonly ActionId[]> {
  const { rows } = await sql<{ id: ActionId }>`
    select action.id from action
    join plan on plan.partnership_id = action.partnership_id and plan.id = action.plan_id
    where action.lead_group_id = ${bodyId} and (plan.ends_before is null or plan.ends_before > ${today.toString()})
    order by action.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The actions of plans that are not over which a post leads. */
export async function findActionsOfPost(tx: Tx, postId: PostId, today: Day): Promise<readonly ActionId[]> {
  const { rows } = await sql<{ id: ActionId }>`
    select distinct action.id from action_lead lead
    join action on action.partnership_id = lead.partnership_id and action.id = lead.action_id
    join plan on plan.partnership_id = action.partnership_id and plan.id = action.plan_id
    where lead.post_id = ${postId} and (plan.ends_before is null or plan.ends_before > ${today.toString()})
    order by action.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** What these actions said in the version before the one given. */
export async function findContentsBefore(
  tx: Tx,
  passed: readonly { readonly id: ActionId; readonly version: number }[],
): Promise<ReadonlyMap<ActionId, ActionContent>> {
  if (passed.length === 0) return new Map()
  const rows = JSON.stringify(passed.map(({ id, version }) => ({ id, version: version - 1 })))
  const found = await sql<{ action_id: ActionId; content: unknown }>`
    select said.action_id, said.content from action_version said
    join jsonb_to_recordset(${rows}::jsonb) as wanted(id uuid, version integer)
      on said.action_id = wanted.id and said.version = wanted.version`.execute(tx)
  return new Map(found.rows.map(({ action_id, content }) => [action_id, contentFrom(content)]))
}
