import type { FileId, PartnershipId, PersonId, PlanId, ReadingId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { PlanReading, Recipe } from '../reading/index.ts'
import { claimWork, type WorkState, workStateOf } from './background/work.store.ts'
import type { RecipeId } from './recipes/recipe.store.ts'

/** How far the reading of one document is, and what came of it. */
export type ReadingState = WorkState & {
  readonly id: ReadingId
  readonly fileName: string
  readonly outcome:
    | { readonly kind: 'unfinished' }
    | { readonly kind: 'refused'; readonly sentence: string }
    | { readonly kind: 'read'; readonly planId: PlanId }
}

export async function insertReading(
  tx: Tx,
  of: { partnershipId: PartnershipId; id: ReadingId; fileId: FileId; by: PersonId; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('reading')
    .values({
      partnership_id: of.partnershipId,
      id: of.id,
      file_id: of.fileId,
      asked_at: of.now.toString(),
      asked_by: of.by,
      stage: 'Waiting to be read',
      fraction: 0,
    })
    .execute()
}

/** Takes an unfinished reading that nobody works on; null when there is nothing to take. */
export async function claimReading(
  tx: Tx,
  id: ReadingId,
  now: Temporal.Instant,
  lostBefore: Temporal.Instant,
): Promise<FileId | null> {
  if (!(await claimWork(tx, 'reading', id, now, lostBefore))) return null
  const { file_id } = await tx.selectFrom('reading').select('file_id').where('id', '=', id).executeTakeFirstOrThrow()
  return file_id as FileId
}

/** What was read, and what steered it: what somebody told of the columns, and the recipe that came from. */
export type ReadingKept = {
  readonly result: PlanReading
  readonly planId: PlanId
  readonly told: Recipe | null
  readonly recipeId: RecipeId | null
}

function keptColumns({ result, planId, told, recipeId }: ReadingKept) {
  return {
    result: JSON.stringify(result),
    plan_id: planId,
    told: told && JSON.stringify(told),
    recipe_id: recipeId,
  }
}

/** Writes a reading of a document that was read before; from now on it speaks for its draft. */
export async function insertRereading(
  tx: Tx,
  of: {
    partnershipId: PartnershipId
    id: ReadingId
    fileId: FileId
    by: PersonId
    now: Temporal.Instant
  } & ReadingKept,
): Promise<void> {
  const now = of.now.toString()
  await tx
    .insertInto('reading')
    .values({
      partnership_id: of.partnershipId,
      id: of.id,
      file_id: of.fileId,
      asked_at: now,
      asked_by: of.by,
      claimed_at: now,
      finished_at: now,
      stage: 'Read again',
      fraction: 1,
      ...keptColumns(of),
    })
    .execute()
}

/** Takes a reading back: the one before it speaks for the draft again. */
export async function withdrawReading(tx: Tx, id: ReadingId, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('reading').set({ withdrawn_at: now.toString() }).where('id', '=', id).execute()
}

/** Writes what came of a reading that nobody has finished. */
export async function finishReading(
  tx: Tx,
  readingId: ReadingId,
  now: Temporal.Instant,
  outcome: { refusal: string } | ReadingKept,
): Promise<void> {
  const columns =
    'refusal' in outcome
      ? { refusal: outcome.refusal, stage: 'Could not be read' }
      : { ...keptColumns(outcome), stage: 'Read' }
  await tx
    .updateTable('reading')
    .set({ finished_at: now.toString(), fraction: 1, ...columns })
    .where('id', '=', readingId)
    .where('finished_at', 'is', null)
    .execute()
}

/** Whether a reading is unfinished still, held until the transaction ends so that it is kept once. */
export async function lockUnfinishedReading(tx: Tx, readingId: ReadingId): Promise<boolean> {
  const open = await tx
    .selectFrom('reading')
    .select('id')
    .where('id', '=', readingId)
    .where('finished_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return open !== undefined
}

export async function findReading(tx: Tx, readingId: ReadingId): Promise<ReadingState | null> {
  const row = await tx
    .selectFrom('reading')
    .innerJoin('stored_file', 'stored_file.id', 'reading.file_id')
    .select(['stored_file.name', 'stage', 'fraction', 'asked_at', 'claimed_at', 'refusal', 'plan_id'])
    .where('reading.id', '=', readingId)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: readingId,
    fileName: row.name,
    ...workStateOf(row),
    outcome: row.refusal
      ? { kind: 'refused', sentence: row.refusal }
      : row.plan_id
        ? { kind: 'read', planId: row.plan_id as PlanId }
        : { kind: 'unfinished' },
  }
}

/** The name of the document a plan was read from; null when it was not read from one. */
export async function findDocumentName(tx: Tx, planId: PlanId): Promise<string | null> {
  const row = await tx
    .selectFrom('reading')
    .innerJoin('stored_file', 'stored_file.id', 'reading.file_id')
    .select('stored_file.name')
    .where('plan_id', '=', planId)
    .limit(1)
    .executeTakeFirst()
  return row?.name ?? null
}

export type ReadingOfPlan = Omit<ReadingKept, 'planId'> & { readonly id: ReadingId; readonly fileId: FileId }

/** What was read from the document a plan came from; null when the plan was not read from one. */
export async function findReadingOfPlan(tx: Tx, planId: PlanId): Promise<ReadingOfPlan | null> {
  const row = await tx
    .selectFrom('reading')
    .select(['id', 'file_id', 'result', 'told', 'recipe_id'])
    .where('plan_id', '=', planId)
    .where('withdrawn_at', 'is', null)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!row?.result) return null
  return {
    id: row.id as ReadingId,
    fileId: row.file_id as FileId,
    result: row.result as unknown as PlanReading,
    told: row.told as unknown as Recipe | null,
    recipeId: row.recipe_id as RecipeId | null,
  }
}
