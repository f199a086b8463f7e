import { sql } from 'kysely'
import type { ActionId, BodyId, PartId, PartnershipId, PersonId, PlanId } from '../../kernel/id.ts'
import { inBatches, type Tx } from '../../platform/database/index.ts'
import type { LeadKind, TimescaleReading } from '../reading/index.ts'
import type { Action, ActionContent, Lead } from './plan.ts'

export async function insertActions(
  tx: Tx,
  partnershipId: PartnershipId,
  planId: PlanId,
  actions: readonly Action[],
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  const rows = actions.map((action, position) => ({
    partnership_id: partnershipId,
    id: action.id,
    plan_id: planId,
    part_id: action.partId,
    position,
    ...contentColumns(action),
    source: action.source && JSON.stringify(action.source),
    created_at: now.toString(),
    version: action.version,
  }))
  for (const some of inBatches(rows)) await tx.insertInto('action').values(some).execute()
  for (const some of inBatches(actions)) await insertVersions(tx, partnershipId, some, by, now)
}

/** Writes what an action now says, as its next version. */
export async function saveActionContent(
  tx: Tx,
  partnershipId: PartnershipId,
  action: Pick<Action, 'id' | 'version'>,
  content: ActionContent,
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  const version = action.version + 1
  await tx
    .updateTable('action')
    .set({ ...contentColumns(content), version })
    .where('id', '=', action.id)
    .execute()
  await tx.deleteFrom('action_lead').where('action_id', '=', action.id).execute()
  await insertVersions(tx, partnershipId, [{ ...content, id: action.id, version }], by, now)
}

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
  await tx.selectFrom('action').select('id').where('id', '=', actionId).forUpdate().execute()
  return findAction(tx, actionId)
}

/** What each action said at a moment, in the plan's order; actions recorded later are left out. */
export async function findActionsAsAt(
  tx: Tx,
  planId: PlanId,
  at: Temporal.Instant,
): Promise<readonly (ActionContent & { readonly id: ActionId; readonly partId: PartId | null })[]> {
  const rows = await tx
    .selectFrom('action')
    .innerJoinLateral(
      (of) =>
        of
          .selectFrom('action_version')
          .select('content')
          .whereRef('action_version.action_id', '=', 'action.id')
          .where('recorded_at', '<=', at.toString())
          .orderBy('action_version.version', 'desc')
          .limit(1)
          .as('said'),
      (join) => join.onTrue(),
    )
    .select(['action.id', 'action.part_id', 'said.content'])
    .where('action.plan_id', '=', planId)
    .orderBy('action.position')
    .execute()
  return rows.map((row) => ({
    ...(row.content as unknown as ActionContent),
    id: row.id as ActionId,
    partId: row.part_id as PartId | null,
  }))
}

async function insertVersions(
  tx: Tx,
  partnershipId: PartnershipId,
  actions: readonly (ActionContent & { readonly id: ActionId; readonly version: number })[],
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  const versions = actions.map(({ id, version, ...content }) => ({
    partnership_id: partnershipId,
    action_id: id,
    version,
    recorded_at: now.toString(),
    recorded_by: by,
    content: JSON.stringify(contentAlone(content)),
  }))
  await tx.insertInto('action_version').values(versions).execute()
  const leads = actions.flatMap(({ id, leads }) =>
    leads.map((lead, position) => ({
      partnership_id: partnershipId,
      action_id: id,
      position,
      text: lead.text,
      kind: lead.kind,
      person_id: lead.personId,
      body_id: lead.bodyId,
    })),
  )
  if (leads.length > 0) await tx.insertInto('action_lead').values(leads).execute()
}

function contentAlone(content: ActionContent): ActionContent {
  const { ref, text, measure, timescale, leadWords, leadGroupId, leads } = content
  return { ref, text, measure, timescale, leadWords, leadGroupId, leads }
}

function contentColumns(content: ActionContent) {
  return {
    ref: content.ref,
    text: content.text,
    measure: content.measure,
    timescale: content.timescale?.text ?? null,
    schedule: JSON.stringify(content.timescale),
    lead_group_id: content.leadGroupId,
    lead_words: content.leadWords,
  }
}

function actionsFrom(tx: Tx) {
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
    .select('source')
    .select((of) =>
      of
        .selectFrom('action_lead')
        .select(
          sql<Lead[] | null>`json_agg(json_build_object(
            'text', text, 'kind', kind, 'personId', person_id, 'bodyId', body_id) order by position)`.as('leads'),
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
    source: row.source as unknown as Action['source'],
  }
}
