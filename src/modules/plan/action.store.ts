import { sql } from 'kysely'
import type { ActionId, BodyId, PartId, PlanId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { LeadKind, TimescaleReading } from '../reading/index.ts'
import { partAsAt } from './action-move.store.ts'
import { type Action, type ActionContent, type Lead, NOTHING_SAID, type SaidInDocument, UNTIED } from './plan.ts'

export async function findActions(tx: Tx, planId: PlanId): Promise<readonly Action[]> {
  const rows = await actionsFrom(tx).where('action.plan_id', '=', planId).orderBy('action.position').execute()
  return rows.map(actionOf)
}

export async function findAction(tx: Tx, actionId: ActionId): Promise<(Action & { readonly planId: PlanId }) | null> {
  const row = await actionsFrom(tx).where('action.id', '=', actionId).executeTakeFirst()
  return row ? { ...actionOf(row), planId: row.plan_id as PlanId } : null
}

/** As {@link findAction}, held until the transaction ends, so that two changes do not overwrite each other. */
export async function lockAction(tx: Tx, actionId: ActionId): Promise<(Action & { readonly planId: PlanId }) | null> {
  await tx.selectFrom('action').select('id').where('id', '=', actionId).forNoKeyUpdate().execute()
  return findAction(tx, actionId)
}

/** What an action said at a moment, and as which version. */
export type ActionThen = ActionContent & {
  readonly id: ActionId
  readonly partId: PartId | null
  readonly version: number
}

/** What each action said at a moment, in the plan's order; actions recorded later are left out. */
export async function findActionsAsAt(tx: Tx, planId: PlanId, at: Temporal.Instant): Promise<readonly ActionThen[]> {
  const rows = await tx
    .selectFrom('action')
    .innerJoinLateral(
      (of) =>
        of
          .selectFrom('action_version')
          .select(['content', 'version'])
          .whereRef('action_version.action_id', '=', 'action.id')
          .where('recorded_at', '<=', at.toString())
          .orderBy('action_version.version', 'desc')
          .limit(1)
          .as('said'),
      (join) => join.onTrue(),
    )
    .select(['action.id', 'said.content', 'said.version', partAsAt(at).as('part_id')])
    .where('action.plan_id', '=', planId)
    .where('action.set_aside_at', 'is', null)
    .orderBy('action.position')
    .execute()
  return rows.map((row) => ({
    ...contentFrom(row.content),
    id: row.id as ActionId,
    partId: row.part_id,
    version: row.version,
  }))
}

/**
 * A version as it was kept; those of the time before posts and organisations could lead say nothing of them, and those of the time
 * before it held what the document says of how the action went say nothing of that.
 */
export function contentFrom(kept: unknown): ActionContent {
  const content = kept as Omit<ActionContent, 'said'> & { readonly said?: SaidInDocument }
  const leads = content.leads.map((lead) => ({ ...UNTIED, ...lead }))
  return { ...content, leads, said: content.said ?? NOTHING_SAID }
}

/** These actions, those set aside too. */
export async function actionsWithIds(tx: Tx, ids: readonly ActionId[]): Promise<readonly Action[]> {
  if (ids.length === 0) return []
  return (
    await allActionsFrom(tx)
      .where('action.id', 'in', [...ids])
      .orderBy('action.id')
      .execute()
  ).map(actionOf)
}

/** An action that somebody set aside as none. */
export async function findSetAsideAction(
  tx: Tx,
  actionId: ActionId,
): Promise<(Action & { readonly planId: PlanId }) | null> {
  const row = await allActionsFrom(tx)
    .where('action.id', '=', actionId)
    .where('set_aside_as', '=', 'no-action')
    .executeTakeFirst()
  return row ? { ...actionOf(row), planId: row.plan_id as PlanId } : null
}

/** Every action but those that somebody set aside as none. */
function actionsFrom(tx: Tx) {
  return allActionsFrom(tx).where('set_aside_at', 'is', null)
}

function allActionsFrom(tx: Tx) {
  return tx
    .selectFrom('action')
    .select([
      'id',
      'plan_id',
      'part_id',
      'version',
      'ref',
      'text',
      'measure',
      'schedule',
      'lead_words',
      'lead_group_id',
    ])
    .select(['source', 'said'])
    .select((of) =>
      of
        .selectFrom('action_lead')
        .select(
          sql<Lead[] | null>`json_agg(json_build_object(
            'text', text, 'kind', kind, 'personId', person_id, 'bodyId', body_id,
            'postId', post_id, 'organisationId', organisation_id) order by position)`.as('leads'),
        )
        .whereRef('action_lead.action_id', '=', 'action.id')
        .as('leads'),
    )
}

type ActionRow = Awaited<ReturnType<ReturnType<typeof actionsFrom>['executeTakeFirstOrThrow']>>

function actionOf(row: ActionRow): Action {
  return {
    id: row.id as ActionId,
    partId: row.part_id as PartId | null,
    version: row.version,
    ref: row.ref,
    text: row.text,
    measure: row.measure,
    timescale: row.schedule as unknown as TimescaleReading | null,
    leadWords: row.lead_words,
    leadGroupId: row.lead_group_id as BodyId | null,
    leads: (row.leads ?? []).map((lead) => ({ ...lead, kind: lead.kind as LeadKind })),
    said: (row.said as unknown as SaidInDocument | null) ?? NOTHING_SAID,
    source: row.source as unknown as Action['source'],
  }
}
