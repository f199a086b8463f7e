import type { PartId, PartnershipId, PersonId, PlanId } from '../../kernel/id.ts'
import type { Period } from '../../kernel/period.ts'
import { dayFrom, inBatches, instantFrom, type Tx } from '../../platform/database/index.ts'
import type { Part, Plan } from './plan.ts'

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

export async function insertDiscard(
  tx: Tx,
  partnershipId: PartnershipId,
  planId: PlanId,
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('plan_discard')
    .values({ partnership_id: partnershipId, plan_id: planId, discarded_at: now.toString(), discarded_by: by })
    .execute()
}

/** Holds the plan's row until the transaction ends, so that adopting and changing it wait for each other; others may still refer to it. */
export async function lockPlan(tx: Tx, planId: PlanId): Promise<Plan | null> {
  await tx.selectFrom('plan').select('id').where('id', '=', planId).forNoKeyUpdate().execute()
  return findPlan(tx, planId)
}

export async function findPlan(tx: Tx, planId: PlanId): Promise<Plan | null> {
  const row = await plansFrom(tx).where('plan.id', '=', planId).executeTakeFirst()
  return row ? planOf(row) : null
}

/** A plan in a list: enough to tell it from another of the same title. */
export type PlanListed = Plan & {
  readonly actionCount: number
  /** the document it was read from; null when it was read from none */
  readonly fileName: string | null
  readonly createdAt: Temporal.Instant
}

/** As many plans as a list shows at once. */
export const PLANS_A_PAGE = 200

/** How many plans there are, drafts with them or adopted ones alone. */
export async function countPlans(tx: Tx, are: 'all' | 'adopted'): Promise<number> {
  const { count } = await plansThat(tx, are)
    .clearSelect()
    .select((of) => of.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A page of plans, counted from 1, the latest period first: the first 200 unless another is asked for. */
export async function findPlans(tx: Tx, page = 1, are: 'all' | 'adopted' = 'all'): Promise<readonly PlanListed[]> {
  const rows = await plansThat(tx, are)
    .select('plan.created_at')
    .select((of) => [
      of
        .selectFrom('action')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('action.plan_id', '=', 'plan.id')
        .where('action.set_aside_at', 'is', null)
        .as('actions'),
      of
        .selectFrom('reading')
        .innerJoin('stored_file', 'stored_file.id', 'reading.file_id')
        .select('stored_file.name')
        .whereRef('reading.plan_id', '=', 'plan.id')
        .orderBy('reading.asked_at')
        .limit(1)
        .as('file_name'),
    ])
    .orderBy('plan.starts', (order) => order.desc().nullsLast())
    .orderBy('plan.created_at', 'desc')
    .orderBy('plan.id', 'desc')
    .limit(PLANS_A_PAGE)
    .offset((page - 1) * PLANS_A_PAGE)
    .execute()
  return rows.map((row) => ({
    ...planOf(row),
    actionCount: row.actions ?? 0,
    fileName: row.file_name,
    createdAt: instantFrom(row.created_at),
  }))
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
    points: [...part.points],
    lead_words: part.leadWords,
    aligned_plans: [...part.alignedPlans],
  }))
  for (const some of inBatches(rows)) await tx.insertInto('part').values(some).execute()
}

export async function findParts(tx: Tx, planId: PlanId): Promise<readonly Part[]> {
  const rows = await tx
    .selectFrom('part')
    .select(['id', 'parent_id', 'level', 'ref', 'title', 'why', 'success', 'points', 'lead_words', 'aligned_plans'])
    .where('plan_id', '=', planId)
    .where('set_aside_at', 'is', null)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id as PartId,
    parentId: row.parent_id as PartId | null,
    level: row.level,
    ref: row.ref,
    title: row.title,
    why: row.why,
    success: row.success,
    points: row.points,
    leadWords: row.lead_words,
    alignedPlans: row.aligned_plans,
  }))
}

function plansThat(tx: Tx, are: 'all' | 'adopted') {
  const plans = plansFrom(tx)
  return are === 'all' ? plans : plans.where('plan_adoption.adopted_at', 'is not', null)
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
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('plan_discard').select('discarded_at').whereRef('plan_discard.plan_id', '=', 'plan.id'))),
    )
}

type PlanRow = Awaited<ReturnType<ReturnType<typeof plansFrom>['executeTakeFirstOrThrow']>>

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
