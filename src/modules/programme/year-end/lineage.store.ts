import { sql } from 'kysely'
import type { ActionId, PartnershipId, PersonId, PlanId } from '../../../kernel/id.ts'
import { inBatches, type Tx } from '../../../platform/database/index.ts'
import type { World } from '../../../platform/world.ts'
import type { Member } from '../../people/index.ts'
import type { DisposalKind } from './disposal.ts'

/** One action in the life of another: before it, after it, or itself. */
export type LifeStep = {
  readonly actionId: ActionId
  readonly planId: PlanId
  readonly plan: string
  readonly isDraft: boolean
  readonly ref: string | null
  readonly text: string
  /** years before this one are below zero, years after above */
  readonly generation: number
  readonly ending: DisposalKind | null
}

export async function insertLineage(
  tx: Tx,
  partnershipId: PartnershipId,
  pairs: readonly { readonly actionId: ActionId; readonly fromId: ActionId }[],
  { by, at }: { readonly by: PersonId; readonly at: Temporal.Instant },
): Promise<void> {
  const rows = pairs.map(({ actionId, fromId }) => ({
    partnership_id: partnershipId,
    action_id: actionId,
    from_id: fromId,
    made_at: at.toString(),
    made_by: by,
  }))
  for (const some of inBatches(rows)) await tx.insertInto('action_lineage').values(some).execute()
}

const MOST_GENERATIONS = 30

/** Keeps that one action of a plan was split off from another. */
export async function keepSplit(
  world: World,
  tx: Tx,
  by: Member,
  pair: { readonly actionId: ActionId; readonly fromId: ActionId },
): Promise<void> {
  await insertLineage(tx, by.partnershipId, [pair], { by: by.person.id, at: world.now() })
}

/** An action's life across plans: what it comes from and what it went into, the oldest first; only itself when it has no other. */
export async function findLife(tx: Tx, actionId: ActionId): Promise<readonly LifeStep[]> {
  const { rows } = await sql<{
    id: string
    plan_id: string
    plan: string
    is_draft: boolean
    ref: string | null
    text: string
    generation: number
    ending: DisposalKind | null
  }>`
    with recursive before as (
      select ${actionId}::uuid as id, 0 as generation
      union
      select line.from_id, before.generation - 1 from before
      join action_lineage line on line.action_id = before.id where before.generation > ${-MOST_GENERATIONS}
    ), after as (
      select ${actionId}::uuid as id, 0 as generation
      union
      select line.action_id, after.generation + 1 from after
      join action_lineage line on line.from_id = after.id where after.generation < ${MOST_GENERATIONS}
    )
    select action.id, action.plan_id, plan.title as plan, adoption.adopted_at is null as is_draft, action.ref, action.text,
      life.generation, disposal.kind as ending
    from (select * from before union select * from after) life
    join action on action.id = life.id
    join plan on plan.partnership_id = action.partnership_id and plan.id = action.plan_id
    left join plan_adoption adoption on adoption.partnership_id = plan.partnership_id and adoption.plan_id = plan.id
    left join action_disposal disposal on disposal.partnership_id = action.partnership_id
      and disposal.action_id = action.id and disposal.undone_at is null
    where not exists (select from plan_discard gone where gone.plan_id = plan.id)
    order by life.generation, action.position, action.id`.execute(tx)
  return rows.map((row) => ({
    actionId: row.id as ActionId,
    planId: row.plan_id as PlanId,
    plan: row.plan,
    isDraft: row.is_draft,
    ref: row.ref,
    text: row.text,
    generation: row.generation,
    ending: row.ending,
  }))
}

/** Where actions of a plan were carried to, by the action they come from: into other plans, discarded drafts apart. */
export async function findSuccessors(tx: Tx, planId: PlanId): Promise<ReadonlyMap<ActionId, ActionId>> {
  const rows = await tx
    .selectFrom('action_lineage')
    .innerJoin('action as before', 'before.id', 'action_lineage.from_id')
    .innerJoin('action as after', 'after.id', 'action_lineage.action_id')
    .select(['action_lineage.from_id', 'action_lineage.action_id'])
    .where('before.plan_id', '=', planId)
    .where('after.plan_id', '<>', planId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('plan_discard').select('plan_id').whereRef('plan_discard.plan_id', '=', 'after.plan_id'))),
    )
    .execute()
  return new Map(rows.map((row) => [row.from_id as ActionId, row.action_id as ActionId]))
}
