import { sql } from 'kysely'
import type { ActionId, PlanId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Action, Part } from '../plan.ts'

/** An action that somebody set aside as none. */
export type SetAside = Pick<Action, 'id' | 'ref' | 'text'>

/** The first of what somebody set aside in a plan, and how many there are in all. */
export type AllSetAside = { readonly first: readonly SetAside[]; readonly count: number }

/** The actions of a plan that somebody set aside as none, in the plan's order: the first 500, for more nobody reads at once. */
export async function findSetAside(tx: Tx, planId: PlanId): Promise<AllSetAside> {
  const rows = await tx
    .selectFrom('action')
    .select(['id', 'ref', 'text', sql<string>`count(*) over ()`.as('count')])
    .where('plan_id', '=', planId)
    .where('set_aside_as', '=', 'no-action')
    .orderBy('position')
    .limit(500)
    .execute()
  const first = rows.map(({ id, ref, text }) => ({ id: id as ActionId, ref, text }))
  return { first, count: Number(rows[0]?.count ?? 0) }
}

/** Why an action is set aside: it was none, its words went to another, or another stands in its place. */
export type SetAsideAs = 'no-action' | 'joined' | 'replaced'

export async function setActionsAside(
  tx: Tx,
  ids: readonly ActionId[],
  as: SetAsideAs,
  at: Temporal.Instant,
): Promise<void> {
  if (ids.length === 0) return
  const columns = { set_aside_at: at.toString(), set_aside_as: as }
  await tx
    .updateTable('action')
    .set(columns)
    .where('id', 'in', [...ids])
    .execute()
}

export async function takeActionsBack(tx: Tx, ids: readonly ActionId[]): Promise<void> {
  if (ids.length === 0) return
  const columns = { set_aside_at: null, set_aside_as: null }
  await tx
    .updateTable('action')
    .set(columns)
    .where('id', 'in', [...ids])
    .execute()
}

export async function setPartsAside(tx: Tx, ids: readonly string[], at: Temporal.Instant | null): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('part')
    .set({ set_aside_at: at?.toString() ?? null })
    .where('id', 'in', [...ids])
    .execute()
}

/** Puts actions under the part they now stand under, with the rows they now come from. */
export async function moveActions(tx: Tx, actions: readonly Action[]): Promise<void> {
  if (actions.length === 0) return
  const rows = actions.map(({ id, partId, source }) => ({ id, part_id: partId, source }))
  await sql`
    update action set part_id = moved.part_id, source = moved.source
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as moved(id uuid, part_id uuid, source jsonb)
    where action.id = moved.id`.execute(tx)
}

export async function orderActions(tx: Tx, ids: readonly ActionId[]): Promise<void> {
  await sql`
    update action set position = placed.position - 1
    from unnest(${[...ids]}::uuid[]) with ordinality as placed(id, position)
    where action.id = placed.id`.execute(tx)
}

export async function orderParts(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update part set position = placed.position - 1
    from unnest(${[...ids]}::uuid[]) with ordinality as placed(id, position)
    where part.id = placed.id`.execute(tx)
}

export async function updateParts(tx: Tx, parts: readonly Part[]): Promise<void> {
  if (parts.length === 0) return
  const rows = parts.map(({ parentId, alignedPlans, leadWords, ...part }) => ({
    ...part,
    parent_id: parentId,
    aligned_plans: alignedPlans,
    lead_words: leadWords,
  }))
  await sql`
    update part set parent_id = said.parent_id, level = said.level, ref = said.ref, title = said.title, why = said.why,
      success = said.success, points = said.points, lead_words = said.lead_words, aligned_plans = said.aligned_plans
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as said(id uuid, parent_id uuid, level smallint, ref text,
      title text, why text, success text, points text[], lead_words text, aligned_plans text[])
    where part.id = said.id`.execute(tx)
}

export async function updateLevelNames(tx: Tx, planId: PlanId, levelNames: readonly string[]): Promise<void> {
  await tx
    .updateTable('plan')
    .set({ level_names: [...levelNames] })
    .where('id', '=', planId)
    .execute()
}

/** Which of these ids are known to the plan already, set aside or not. */
export async function knownIds(tx: Tx, table: 'action' | 'part', ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom(table)
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The versions that actions have now, set aside or not. */
export async function findVersions(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('action')
    .select(['id', 'version'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/** The rows of the document whose action somebody set aside as none, or joined with another: they are not read into the draft anew. */
export async function findAsideRows(tx: Tx, planId: PlanId): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectFrom('action')
    .select('source')
    .where('plan_id', '=', planId)
    .where('set_aside_as', 'in', ['no-action', 'joined'])
    .execute()
  return new Set(rows.flatMap(({ source }) => (source as unknown as Action['source'])?.rows?.[0] ?? []))
}
