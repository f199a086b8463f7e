import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type {
  ActionId,
  FileId,
  PartnershipId,
  PersonId,
  PlanId,
  ReportingPointId,
  SubmissionId,
} from '../../kernel/id.ts'
import { dayFrom, instantFrom, type Tx } from '../../platform/database/index.ts'
import type { DatePrecision, RatingKey } from '../reading/index.ts'
import type { DuePoint } from './points-from-schedule.ts'

export type ReportingPoint = {
  readonly id: ReportingPointId
  readonly planId: PlanId
  readonly actionId: ActionId
  readonly dueOn: Day
  readonly precision: DatePrecision
}

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
}

export type Evidence = {
  readonly fileId: FileId
  readonly pointId: ReportingPointId
  readonly name: string
  readonly bytes: number
  readonly addedAt: Temporal.Instant
  readonly addedBy: string
}

export async function insertPoints(
  tx: Tx,
  partnershipId: PartnershipId,
  points: readonly (DuePoint & {
    readonly id: ReportingPointId
    readonly planId: PlanId
    readonly actionId: ActionId
  })[],
  now: Temporal.Instant,
): Promise<void> {
  const rows = points.map((point) => ({
    partnership_id: partnershipId,
    id: point.id,
    plan_id: point.planId,
    action_id: point.actionId,
    due_on: point.on.toString(),
    precision: point.precision,
    made_at: now.toString(),
  }))
  for (let from = 0; from < rows.length; from += 1000) {
    await tx
      .insertInto('reporting_point')
      .values(rows.slice(from, from + 1000))
      .execute()
  }
}

/** The duties of an action that hold now, the earliest first. */
export async function findPointsOfAction(tx: Tx, actionId: ActionId): Promise<readonly ReportingPoint[]> {
  const rows = await tx
    .selectFrom('reporting_point')
    .select(['id', 'plan_id', 'action_id', 'due_on', 'precision'])
    .where('action_id', '=', actionId)
    .where('withdrawn_at', 'is', null)
    .orderBy('due_on')
    .limit(500)
    .execute()
  return rows.map(pointOf)
}

export async function findPoint(tx: Tx, pointId: ReportingPointId): Promise<ReportingPoint | null> {
  const row = await tx
    .selectFrom('reporting_point')
    .select(['id', 'plan_id', 'action_id', 'due_on', 'precision'])
    .where('id', '=', pointId)
    .executeTakeFirst()
  return row ? pointOf(row) : null
}

/** As {@link findPoint}, held until the transaction ends, so that two steps of one update wait for each other. */
export async function lockPoint(tx: Tx, pointId: ReportingPointId): Promise<ReportingPoint | null> {
  await tx.selectFrom('reporting_point').select('id').where('id', '=', pointId).forUpdate().execute()
  return findPoint(tx, pointId)
}

export async function withdrawPoints(
  tx: Tx,
  pointIds: readonly ReportingPointId[],
  now: Temporal.Instant,
): Promise<void> {
  if (pointIds.length === 0) return
  await tx
    .updateTable('reporting_point')
    .set({ withdrawn_at: now.toString() })
    .where('id', 'in', [...pointIds])
    .execute()
}

export async function findDraft(tx: Tx, pointId: ReportingPointId): Promise<Draft | null> {
  const row = await tx
    .selectFrom('update_draft')
    .select(['narrative', 'progress_rating', 'impact_rating', 'saved_at'])
    .where('point_id', '=', pointId)
    .executeTakeFirst()
  if (!row) return null
  return {
    narrative: row.narrative,
    progress: row.progress_rating as RatingKey | null,
    impact: row.impact_rating as RatingKey | null,
    savedAt: instantFrom(row.saved_at),
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

export async function insertEvidence(
  tx: Tx,
  partnershipId: PartnershipId,
  of: { id: string; pointId: ReportingPointId; fileId: FileId; by: PersonId; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('evidence')
    .values({
      partnership_id: partnershipId,
      id: of.id,
      point_id: of.pointId,
      file_id: of.fileId,
      added_at: of.now.toString(),
      added_by: of.by,
    })
    .execute()
}

/** The files attached at any reporting point of an action, in the order they came. */
export async function findEvidenceOfAction(tx: Tx, actionId: ActionId): Promise<readonly Evidence[]> {
  const rows = await tx
    .selectFrom('evidence')
    .innerJoin('reporting_point', 'reporting_point.id', 'evidence.point_id')
    .innerJoin('stored_file', 'stored_file.id', 'evidence.file_id')
    .innerJoin('person', 'person.id', 'evidence.added_by')
    .select(['evidence.file_id', 'evidence.point_id', 'stored_file.name', 'bytes', 'evidence.added_at'])
    .select('person.name as added_by_name')
    .where('reporting_point.action_id', '=', actionId)
    .orderBy('evidence.added_at')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    fileId: row.file_id as FileId,
    pointId: row.point_id as ReportingPointId,
    name: row.name,
    bytes: row.bytes,
    addedAt: instantFrom(row.added_at),
    addedBy: row.added_by_name,
  }))
}

/** Whether a file is evidence of an update; other files are not handed out here. */
export async function isEvidence(tx: Tx, fileId: FileId): Promise<boolean> {
  const row = await tx.selectFrom('evidence').select('id').where('file_id', '=', fileId).executeTakeFirst()
  return row !== undefined
}

/**
 * Works out afresh where actions stand: the ratings of the last update not sent back, the first duty since the last one
 * reported on, and the last duty of all. A duty skipped before a later report was missed, and is overdue no more. Called in the transaction of every change that could move them.
 */
export async function refreshStandings(
  tx: Tx,
  partnershipId: PartnershipId,
  of: { planId: PlanId } | { actionId: ActionId },
): Promise<void> {
  const which = 'planId' in of ? sql`action.plan_id = ${of.planId}` : sql`action.id = ${of.actionId}`
  await sql`
    insert into action_standing
      (partnership_id, action_id, plan_id, progress_rating, impact_rating, rated_at, unreported_since, last_due_on)
    select action.partnership_id, action.id, action.plan_id,
      rated.progress_rating, rated.impact_rating, rated.submitted_at, due.unreported_since, due.last_due_on
    from action
    left join lateral (
      select s.progress_rating, s.impact_rating, s.submitted_at
      from update_submission s
      left join update_verdict v on v.partnership_id = s.partnership_id and v.submission_id = s.id
      where s.partnership_id = action.partnership_id and s.action_id = action.id
        and v.verdict is distinct from 'sent-back'
      order by s.submitted_at desc
      limit 1
    ) rated on true
    left join lateral (
      select min(p.due_on) filter (where p.due_on > coalesce(met.last_on, '-infinity')) as unreported_since,
        max(p.due_on) as last_due_on
      from reporting_point p, lateral (
        select max(reported.due_on) as last_on
        from reporting_point reported
        where reported.partnership_id = action.partnership_id and reported.action_id = action.id and exists (
          select from update_submission s
          left join update_verdict v on v.partnership_id = s.partnership_id and v.submission_id = s.id
          where s.partnership_id = reported.partnership_id and s.point_id = reported.id
            and v.verdict is distinct from 'sent-back'
        )
      ) met
      where p.partnership_id = action.partnership_id and p.action_id = action.id and p.withdrawn_at is null
    ) due on true
    where action.partnership_id = ${partnershipId} and ${which}
    on conflict (partnership_id, action_id) do update set
      progress_rating = excluded.progress_rating, impact_rating = excluded.impact_rating,
      rated_at = excluded.rated_at, unreported_since = excluded.unreported_since, last_due_on = excluded.last_due_on
  `.execute(tx)
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

function pointOf(row: {
  id: string
  plan_id: string
  action_id: string
  due_on: string
  precision: string
}): ReportingPoint {
  return {
    id: row.id as ReportingPointId,
    planId: row.plan_id as PlanId,
    actionId: row.action_id as ActionId,
    dueOn: dayFrom(row.due_on),
    precision: row.precision as DatePrecision,
  }
}
