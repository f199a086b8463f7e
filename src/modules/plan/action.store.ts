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

/** What an action now says, beside what it said. */
export type ActionSaid = { readonly action: Action; readonly content: ActionContent }

/** Writes what each of these actions now says, as its next version. */
export async function saveActionContents(
  tx: Tx,
  partnershipId: PartnershipId,
  said: readonly ActionSaid[],
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  const next = said.map(({ action, content }) => ({ ...content, id: action.id, version: action.version + 1 }))
  for (const some of inBatches(next)) {
    await updateActions(tx, some)
    const ids = some.map(({ id }) => id)
    await tx.deleteFrom('action_lead').where('action_id', 'in', ids).execute()
    await insertVersions(tx, partnershipId, some, by, now)
  }
}

type NextVersion = ActionContent & { readonly id: ActionId; readonly version: number }

/** One statement for them all; a JSON null arrives as SQL's, and an action without a timescale holds JSON's. */
async function updateActions(tx: Tx, next: readonly NextVersion[]): Promise<void> {
  const rows = next.map((action) => ({
    ...contentColumns(action),
    schedule: action.timescale,
    id: action.id,
    version: action.version,
  }))
  await sql`
    update action set ref = said.ref, text = said.text, measure = said.measure, timescale = said.timescale,
      schedule = coalesce(said.schedule, 'null'), lead_group_id = said.lead_group_id, lead_words = said.lead_words,
      version = said.version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as said(id uuid, ref text, text text, measure text,
      timescale text, schedule jsonb, lead_group_id uuid, lead_words text, version integer)
    where action.id = said.id`.execute(tx)
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
  await tx.selectFrom('action').select('id').where('id', '=', actionId).forNoKeyUpdate().execute()
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
  actions: readonly NextVersion[],
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
