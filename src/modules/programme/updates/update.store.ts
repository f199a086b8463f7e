import type { ActionId, PartnershipId, PersonId, ReportingPointId, SubmissionId } from '../../../kernel/id.ts'
import { instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { RatingKey } from '../../reading/index.ts'
import type { ReportingPoint } from '../points/point.store.ts'

export type Submission = {
  readonly id: SubmissionId
  readonly pointId: ReportingPointId
  readonly narrative: string
  readonly progress: RatingKey
  readonly impact: RatingKey
  readonly submittedAt: Temporal.Instant
  readonly submittedBy: { readonly id: PersonId; readonly name: string }
  readonly verdict: {
    readonly kind: 'accepted' | 'sent-back'
    readonly note: string | null
    readonly givenAt: Temporal.Instant
    readonly givenBy: string
  } | null
}

export type Draft = {
  readonly narrative: string
  readonly progress: RatingKey | null
  readonly impact: RatingKey | null
  readonly savedAt: Temporal.Instant
  readonly savedBy: { readonly id: PersonId; readonly name: string }
}

export async function findDraft(tx: Tx, pointId: ReportingPointId): Promise<Draft | null> {
  const row = await tx
    .selectFrom('update_draft')
    .innerJoin('person', 'person.id', 'update_draft.saved_by')
    .select(['narrative', 'progress_rating', 'impact_rating', 'saved_at', 'saved_by', 'person.name as saver'])
    .where('point_id', '=', pointId)
    .executeTakeFirst()
  if (!row) return null
  return {
    narrative: row.narrative,
    progress: row.progress_rating as RatingKey | null,
    impact: row.impact_rating as RatingKey | null,
    savedAt: instantFrom(row.saved_at),
    savedBy: { id: row.saved_by as PersonId, name: row.saver },
  }
}

export async function saveDraft(
  tx: Tx,
  partnershipId: PartnershipId,
  pointId: ReportingPointId,
  draft: { narrative: string; progress: RatingKey | null; impact: RatingKey | null },
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  const said = {
    narrative: draft.narrative,
    progress_rating: draft.progress,
    impact_rating: draft.impact,
    saved_at: now.toString(),
    saved_by: by,
  }
  await tx
    .insertInto('update_draft')
    .values({ partnership_id: partnershipId, point_id: pointId, ...said })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'point_id']).doUpdateSet(said))
    .execute()
}

export async function insertSubmission(
  tx: Tx,
  partnershipId: PartnershipId,
  of: {
    id: SubmissionId
    point: ReportingPoint
    narrative: string
    progress: RatingKey
    impact: RatingKey
    by: PersonId
    now: Temporal.Instant
  },
): Promise<void> {
  await tx
    .insertInto('update_submission')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      plan_id: of.point.planId,
      action_id: of.point.actionId,
      point_id: of.point.id,
      narrative: of.narrative,
      progress_rating: of.progress,
      impact_rating: of.impact,
      submitted_at: of.now.toString(),
      submitted_by: of.by,
    })
    .execute()
}

export async function insertVerdict(
  tx: Tx,
  partnershipId: PartnershipId,
  of: {
    submissionId: SubmissionId
    kind: 'accepted' | 'sent-back'
    note: string | null
    by: PersonId
    now: Temporal.Instant
  },
): Promise<void> {
  await tx
    .insertInto('update_verdict')
    .values({
      partnership_id: partnershipId,
      submission_id: of.submissionId,
      verdict: of.kind,
      note: of.note,
      given_at: of.now.toString(),
      given_by: of.by,
    })
    .execute()
}

/** What was sent at a reporting point, the latest first. */
export async function findSubmissionsOfPoint(tx: Tx, pointId: ReportingPointId): Promise<readonly Submission[]> {
  const rows = await submissionsFrom(tx).where('update_submission.point_id', '=', pointId).limit(100).execute()
  return rows.map(submissionOf)
}

/** What was sent for an action, the latest first. */
export async function findSubmissionsOfAction(tx: Tx, actionId: ActionId): Promise<readonly Submission[]> {
  const rows = await submissionsFrom(tx).where('update_submission.action_id', '=', actionId).limit(500).execute()
  return rows.map(submissionOf)
}

function submissionsFrom(tx: Tx) {
  return tx
    .selectFrom('update_submission')
    .innerJoin('person as sender', 'sender.id', 'update_submission.submitted_by')
    .leftJoin('update_verdict', 'update_verdict.submission_id', 'update_submission.id')
    .leftJoin('person as judge', 'judge.id', 'update_verdict.given_by')
    .select([
      'update_submission.id',
      'point_id',
      'narrative',
      'progress_rating',
      'impact_rating',
      'submitted_at',
      'submitted_by',
      'sender.name as sender_name',
      'verdict',
      'note',
      'given_at',
      'judge.name as judge_name',
    ])
    .orderBy('submitted_at', 'desc')
    .orderBy('update_submission.id', 'desc')
}

type SubmissionRow = Awaited<ReturnType<ReturnType<typeof submissionsFrom>['executeTakeFirstOrThrow']>>

function submissionOf(row: SubmissionRow): Submission {
  return {
    id: row.id as SubmissionId,
    pointId: row.point_id as ReportingPointId,
    narrative: row.narrative,
    progress: row.progress_rating as RatingKey,
    impact: row.impact_rating as RatingKey,
    submittedAt: instantFrom(row.submitted_at),
    submittedBy: { id: row.submitted_by as PersonId, name: row.sender_name },
    verdict:
      row.verdict && row.given_at
        ? {
            kind: row.verdict as 'accepted' | 'sent-back',
            note: row.note,
            givenAt: instantFrom(row.given_at),
            givenBy: row.judge_name ?? '',
          }
        : null,
  }
}
