import { sql } from 'kysely'
import type { ActionId, BodyId, PartId, PartnershipId, PersonId, PlanId } from '../../kernel/id.ts'
import type { Period } from '../../kernel/period.ts'
import { dayFrom, instantFrom, type Tx } from '../../platform/database/index.ts'
import type { LeadKind, TimescaleReading } from '../reading/index.ts'
import type { Action, ActionContent, Lead, Part, Plan } from './plan.ts'

const ROWS_AT_ONCE = 500

export async function insertPlan(
  tx: Tx,
  partnershipId: PartnershipId,
  plan: Omit<Plan, 'adoptedAt'>,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('plan')
    .values({
      partnership_id: partnershipId,
      id: plan.id,
      title: plan.title,
      ...periodColumns(plan.period),
      level_names: [...plan.levelNames],
      rating_scheme_id: plan.ratingSchemeId,
      created_at: now.toString(),
    })
    .execute()
}

export async function updatePlanDetails(
  tx: Tx,
  planId: PlanId,
  details: { title: string; period: Period | null },
): Promise<void> {
  await tx
    .updateTable('plan')
    .set({ title: details.title, ...periodColumns(details.period) })
    .where('id', '=', planId)
    .execute()
}

export async function insertAdoption(
  tx: Tx,
  partnershipId: PartnershipId,
  planId: PlanId,
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('plan_adoption')
    .values({ partnership_id: partnershipId, plan_id: planId, adopted_at: now.toString(), adopted_by: by })
    .execute()
}

/** Holds the plan's row until the transaction ends, so that adopting and changing it wait for each other. */
export async function lockPlan(tx: Tx, planId: PlanId): Promise<Plan | null> {
  await tx.selectFrom('plan').select('id').where('id', '=', planId).forUpdate().execute()
  return findPlan(tx, planId)
}

export async function findPlan(tx: Tx, planId: PlanId): Promise<Plan | null> {
  const row = await plansFrom(tx).where('plan.id', '=', planId).executeTakeFirst()
  return row ? planOf(row) : null
}

/** Every plan, the latest period first. */
export async function findPlans(tx: Tx): Promise<readonly (Plan & { readonly actionCount: number })[]> {
  const rows = await plansFrom(tx)
    .select((of) =>
      of
        .selectFrom('action')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('action.plan_id', '=', 'plan.id')
        .as('actions'),
    )
    .orderBy('plan.starts', (order) => order.desc().nullsLast())
    .orderBy('plan.created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...planOf(row), actionCount: row.actions ?? 0 }))
}

export async function insertParts(
  tx: Tx,
  partnershipId: PartnershipId,
  planId: PlanId,
  parts: readonly Part[],
): Promise<void> {
  const rows = parts.map((part, position) => ({
    partnership_id: partnershipId,
    id: part.id,
    plan_id: planId,
    parent_id: part.parentId,
    position,
    level: part.level,
    ref: part.ref,
    title: part.title,
    why: part.why,
    success: part.success,
    aligned_plans: [...part.alignedPlans],
  }))
  for (const some of inBatches(rows)) await tx.insertInto('part').values(some).execute()
}

export async function findParts(tx: Tx, planId: PlanId): Promise<readonly Part[]> {
  const rows = await tx.selectFrom('part').selectAll().where('plan_id', '=', planId).orderBy('position').execute()
  return rows.map((row) => ({
    id: row.id as PartId,
    parentId: row.parent_id as PartId | null,
    level: row.level,
    ref: row.ref,
    title: row.title,
    why: row.why,
    success: row.success,
    alignedPlans: row.aligned_plans,
  }))
}

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

function plansFrom(tx: Tx) {
  return tx
    .selectFrom('plan')
    .leftJoin('plan_adoption', (join) =>
      join
        .onRef('plan_adoption.partnership_id', '=', 'plan.partnership_id')
        .onRef('plan_adoption.plan_id', '=', 'plan.id'),
    )
    .select(['plan.id', 'title', 'starts', 'ends_before', 'level_names', 'rating_scheme_id', 'adopted_at'])
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
type PlanRow = Awaited<ReturnType<ReturnType<typeof plansFrom>['executeTakeFirstOrThrow']>>

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

function planOf(row: PlanRow): Plan {
  const { starts, ends_before: endsBefore } = row
  return {
    id: row.id as PlanId,
    title: row.title,
    period: starts && endsBefore ? { starts: dayFrom(starts), endsBefore: dayFrom(endsBefore) } : null,
    levelNames: row.level_names,
    ratingSchemeId: row.rating_scheme_id,
    adoptedAt: row.adopted_at ? instantFrom(row.adopted_at) : null,
  }
}

function periodColumns(period: Period | null): { starts: string | null; ends_before: string | null } {
  return { starts: period?.starts.toString() ?? null, ends_before: period?.endsBefore.toString() ?? null }
}

function* inBatches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield rows.slice(from, from + ROWS_AT_ONCE)
}
