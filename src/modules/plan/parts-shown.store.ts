import { sql } from 'kysely'
import type { PartId, PlanId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Part } from './plan.ts'

/** A part as a page shows it; its place in the plan is the list's. */
export type PartShown = Part

/** The outermost parts of a plan, and these parts with all those they stand under, in the plan's order. */
export async function findPartsShown(
  tx: Tx,
  planId: PlanId,
  partIds: readonly PartId[],
): Promise<readonly PartShown[]> {
  const { rows } = await sql<PartRow>`
    with recursive shown as (
      select part.* from part where plan_id = ${planId} and set_aside_at is null and (level = 0 or id = any(${[...partIds]}::uuid[]))
      union
      select above.* from part above
      join shown on above.partnership_id = shown.partnership_id and above.id = shown.parent_id
    )
    select id, parent_id, level, ref, title, why, success, points, lead_words, aligned_plans from shown order by position`.execute(
    tx,
  )
  return rows.map(toPart)
}

/** The innermost parts that hold no action, such as promises: at most 300, in the plan's order. */
export async function findPartsWithoutActions(tx: Tx, planId: PlanId): Promise<readonly PartShown[]> {
  const { rows } = await sql<PartRow>`
    select id, parent_id, level, ref, title, why, success, points, lead_words, aligned_plans from part
    where plan_id = ${planId} and set_aside_at is null
      and not exists (select from action where action.part_id = part.id and action.plan_id = part.plan_id)
      and not exists (select from part below where below.parent_id = part.id and below.set_aside_at is null)
    order by position limit 300`.execute(tx)
  return rows.map(toPart)
}

type PartRow = {
  id: PartId
  parent_id: PartId | null
  level: number
  ref: string | null
  title: string
  why: string | null
  success: string | null
  points: string[]
  lead_words: string | null
  aligned_plans: string[]
}

function toPart({ parent_id: parentId, aligned_plans: alignedPlans, lead_words: leadWords, ...part }: PartRow): Part {
  return { ...part, parentId, alignedPlans, leadWords }
}
