import type { ComparisonId, FileId, PartnershipId, PersonId, PlanId } from '../../../kernel/id.ts'
import { instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { Compared } from '../../reading/index.ts'
import { claimWork, type WorkState, workStateOf } from '../background/work.store.ts'

/** A plan held against another document: who asked, how far it is and what came of it. */
export type Comparison = WorkState & {
  readonly id: ComparisonId
  readonly planId: PlanId
  /** the earlier comparison whose report is the earlier side here; null when that is the plan itself */
  readonly ofComparisonId: ComparisonId | null
  readonly otherPlanId: PlanId | null
  /** the later document: a file's name, or a plan's title */
  readonly laterName: string
  readonly askedAt: Temporal.Instant
  readonly askedBy: string
  readonly outcome:
    | { readonly kind: 'unfinished' }
    | { readonly kind: 'refused'; readonly sentence: string }
    | { readonly kind: 'compared' }
}

export type AskedComparison = {
  readonly partnershipId: PartnershipId
  readonly id: ComparisonId
  readonly planId: PlanId
  readonly ofComparisonId: ComparisonId | null
  readonly later: { readonly fileId: FileId } | { readonly planId: PlanId }
  readonly by: PersonId
  readonly now: Temporal.Instant
}

export async function insertComparison(tx: Tx, asked: AskedComparison): Promise<void> {
  const { later } = asked
  await tx
    .insertInto('comparison')
    .values({
      partnership_id: asked.partnershipId,
      id: asked.id,
      plan_id: asked.planId,
      of_comparison_id: asked.ofComparisonId,
      file_id: 'fileId' in later ? later.fileId : null,
      other_plan_id: 'planId' in later ? later.planId : null,
      asked_at: asked.now.toString(),
      asked_by: asked.by,
      stage: 'Waiting to be read',
      fraction: 0,
    })
    .execute()
}

export type ClaimedComparison = Pick<Comparison, 'planId' | 'ofComparisonId' | 'otherPlanId'> & {
  readonly fileId: FileId | null
}

/** Takes an unfinished comparison that nobody works on; null when there is nothing to take. */
export async function claimComparison(
  tx: Tx,
  id: ComparisonId,
  now: Temporal.Instant,
  lostBefore: Temporal.Instant,
): Promise<ClaimedComparison | null> {
  if (!(await claimWork(tx, 'comparison', id, now, lostBefore))) return null
  const claimed = await tx
    .selectFrom('comparison')
    .select(['plan_id', 'of_comparison_id', 'other_plan_id', 'file_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    planId: claimed.plan_id as PlanId,
    ofComparisonId: claimed.of_comparison_id as ComparisonId | null,
    otherPlanId: claimed.other_plan_id as PlanId | null,
    fileId: claimed.file_id as FileId | null,
  }
}

/**
 * Writes what came of a comparison that nobody has finished.
 *
 * @returns whether it was this call that finished it
 */
export async function finishComparison(
  tx: Tx,
  id: ComparisonId,
  now: Temporal.Instant,
  outcome: { refusal: string } | { result: Compared },
): Promise<boolean> {
  const columns =
    'refusal' in outcome
      ? { refusal: outcome.refusal, stage: 'Could not be compared' }
      : { result: JSON.stringify(outcome.result), stage: 'Compared' }
  const { numUpdatedRows } = await tx
    .updateTable('comparison')
    .set({ finished_at: now.toString(), fraction: 1, ...columns })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function findComparison(tx: Tx, id: ComparisonId): Promise<Comparison | null> {
  const row = await comparisonsFrom(tx).where('comparison.id', '=', id).executeTakeFirst()
  return row ? comparisonOf(row) : null
}

/** The comparisons of a plan, the latest first; with those whose earlier side is a report on it. */
export async function findComparisonsOfPlan(tx: Tx, planId: PlanId): Promise<readonly Comparison[]> {
  const rows = await comparisonsFrom(tx)
    .where('comparison.plan_id', '=', planId)
    .orderBy('asked_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(comparisonOf)
}

/**
 * Which of these comparisons hold words of a draft, on their later side or on that of the one they go on from: such words are the
 * manager's until the draft is adopted.
 */
export async function findThoseWithDrafts(tx: Tx, ids: readonly ComparisonId[]): Promise<ReadonlySet<ComparisonId>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .withRecursive('behind', (query) =>
      query
        .selectFrom('comparison')
        .select(['id', 'other_plan_id', 'of_comparison_id'])
        .where('id', 'in', ids)
        .union(
          query
            .selectFrom('behind')
            .innerJoin('comparison', 'comparison.id', 'behind.of_comparison_id')
            .select(['behind.id', 'comparison.other_plan_id', 'comparison.of_comparison_id']),
        ),
    )
    .selectFrom('behind')
    .select('behind.id')
    .distinct()
    .where('behind.other_plan_id', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('plan_adoption')
            .select('plan_adoption.plan_id')
            .whereRef('plan_adoption.plan_id', '=', 'behind.other_plan_id'),
        ),
      ),
    )
    .execute()
  return new Set(rows.map(({ id }) => id as ComparisonId))
}

/** What was found, as it was found; null while it is not. */
export async function findCompared(tx: Tx, id: ComparisonId): Promise<Compared | null> {
  const row = await tx.selectFrom('comparison').select('result').where('id', '=', id).executeTakeFirst()
  return row?.result ? (row.result as unknown as Compared) : null
}

function comparisonsFrom(tx: Tx) {
  return tx
    .selectFrom('comparison')
    .innerJoin('person', 'person.id', 'comparison.asked_by')
    .leftJoin('stored_file', 'stored_file.id', 'comparison.file_id')
    .leftJoin('plan', 'plan.id', 'comparison.other_plan_id')
    .select(['comparison.id', 'comparison.plan_id', 'of_comparison_id', 'other_plan_id', 'asked_at', 'claimed_at'])
    .select(['stage', 'fraction', 'finished_at', 'refusal', 'person.name as asked_by'])
    .select(['stored_file.name as file_name', 'plan.title as plan_title'])
}

type ComparisonRow = Awaited<ReturnType<ReturnType<typeof comparisonsFrom>['executeTakeFirstOrThrow']>>

function comparisonOf(row: ComparisonRow): Comparison {
  return {
    id: row.id as ComparisonId,
    planId: row.plan_id as PlanId,
    ofComparisonId: row.of_comparison_id as ComparisonId | null,
    otherPlanId: row.other_plan_id as PlanId | null,
    laterName: row.file_name ?? row.plan_title ?? '',
    askedAt: instantFrom(row.asked_at),
    askedBy: row.asked_by,
    ...workStateOf(row),
    outcome: row.refusal
      ? { kind: 'refused', sentence: row.refusal }
      : row.finished_at
        ? { kind: 'compared' }
        : { kind: 'unfinished' },
  }
}
