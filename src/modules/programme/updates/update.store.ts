import type { ActionId, PartnershipId, PersonId, ReportingPointId, SubmissionId } from '../../../kernel/id.ts'
import { dayFrom, instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { RatingScheme } from '../../plan/index.ts'
import type { RatingKey } from '../../reading/index.ts'
import type { ReportingPoint } from '../points/point.store.ts'
import type { Suggestion } from '../ratings/suggest-rating.ts'
import type { SaidUpdate } from './update-words.ts'

/** Of an update sent before something was asked, and where its ratings do not call for it, the words are empty. */
export type Submission = Omit<SaidUpdate, 'progress' | 'impact'> & {
  readonly id: SubmissionId
  readonly pointId: ReportingPointId
  readonly progress: RatingKey
  readonly impact: RatingKey
  /** the scheme it was rated under */
  readonly schemeId: string
  /** what the facts suggested for progress when it was sent; null of an update sent before that was kept */
  readonly suggested: Suggestion | null
  readonly submittedAt: Temporal.Instant
  readonly submittedBy: { readonly id: PersonId; readonly name: string }
  /** when what it says was first sent: of a correction, when what it corrects was */
  readonly reportedAt: Temporal.Instant
  /** the version it corrects, and its reason says why; null when it corrects none */
  readonly correctsId: SubmissionId | null
  /** what it corrects was accepted, and stands until this is */
  readonly correctsAccepted: boolean
  /** a lead took it back before anybody judged it */
  readonly withdrawal: { readonly at: Temporal.Instant; readonly by: string } | null
  readonly verdict: {
    readonly kind: 'accepted' | 'sent-back'
    readonly note: string | null
    readonly givenAt: Temporal.Instant
    readonly givenBy: string
  } | null
}

export async function insertWithdrawals(
  tx: Tx,
  partnershipId: PartnershipId,
  sent: readonly Pick<Submission, 'id'>[],
  of: { actionId: ActionId; by: PersonId; now: Temporal.Instant },
): Promise<void> {
  if (sent.length === 0) return
  const rows = sent.map(({ id }) => ({
    partnership_id: partnershipId,
    submission_id: id,
    action_id: of.actionId,
    withdrawn_at: of.now.toString(),
    withdrawn_by: of.by,
  }))
  await tx.insertInto('update_withdrawal').values(rows).execute()
}

export async function insertSubmission(
  tx: Tx,
  partnershipId: PartnershipId,
  of: {
    id: SubmissionId
    point: ReportingPoint
    said: SaidUpdate & { readonly progress: RatingKey; readonly impact: RatingKey }
    suggestion: Suggestion
    scheme: Pick<RatingScheme, 'id'>
    /** what it corrects, with the reason among its words; null for what corrects nothing */
    corrects: Pick<Submission, 'id' | 'reportedAt'> | null
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
      narrative: of.said.narrative,
      progress_rating: of.said.progress,
      impact_rating: of.said.impact,
      what_next: of.said.whatNext || null,
      recovery: of.said.recovery || null,
      return_on: of.said.returnOn?.toString() ?? null,
      forecast_rating: of.said.forecast,
      scheme_id: of.scheme.id,
      suggested_rating: of.suggestion.rating,
      suggested_because: of.suggestion.reason,
      differs_because: of.said.differsBecause || null,
      pair_because: of.said.pairBecause || null,
      corrects_id: of.corrects?.id ?? null,
      correction_reason: of.corrects ? of.said.reason : null,
      first_sent_at: of.corrects?.reportedAt.toString() ?? null,
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
    .leftJoin('update_withdrawal', 'update_withdrawal.submission_id', 'update_submission.id')
    .leftJoin('person as taker', 'taker.id', 'update_withdrawal.withdrawn_by')
    .leftJoin('update_verdict as corrected', 'corrected.submission_id', 'update_submission.corrects_id')
    .select([
      'update_submission.id',
      'point_id',
      'narrative',
      'progress_rating',
      'impact_rating',
      'what_next',
      'recovery',
      'return_on',
      'forecast_rating',
      'scheme_id',
      'suggested_rating',
      'suggested_because',
      'differs_because',
      'pair_because',
      'submitted_at',
      'submitted_by',
      'sender.name as sender_name',
      'first_sent_at',
      'corrects_id',
      'correction_reason',
      'corrected.verdict as corrected_verdict',
      'withdrawn_at',
      'taker.name as taker_name',
      'update_verdict.verdict',
      'update_verdict.note',
      'update_verdict.given_at',
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
    ...saidOf(row),
    progress: row.progress_rating as RatingKey,
    impact: row.impact_rating as RatingKey,
    schemeId: row.scheme_id,
    suggested: row.suggested_because
      ? { rating: row.suggested_rating as RatingKey | null, reason: row.suggested_because }
      : null,
    submittedAt: instantFrom(row.submitted_at),
    submittedBy: { id: row.submitted_by as PersonId, name: row.sender_name },
    reportedAt: instantFrom(row.first_sent_at ?? row.submitted_at),
    correctsId: row.corrects_id as SubmissionId | null,
    correctsAccepted: row.corrected_verdict === 'accepted',
    withdrawal: row.withdrawn_at ? { at: instantFrom(row.withdrawn_at), by: row.taker_name ?? '' } : null,
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

export type SaidRow = Pick<
  SubmissionRow,
  'narrative' | 'what_next' | 'recovery' | 'return_on' | 'forecast_rating' | 'differs_because' | 'pair_because'
> &
  Pick<SubmissionRow, 'correction_reason'>

/** The words of a version or a draft, as its row holds them. */
export function saidOf(row: SaidRow): Omit<SaidUpdate, 'progress' | 'impact'> {
  return {
    narrative: row.narrative,
    whatNext: row.what_next ?? '',
    recovery: row.recovery ?? '',
    returnOn: row.return_on ? dayFrom(row.return_on) : null,
    forecast: row.forecast_rating as RatingKey | null,
    differsBecause: row.differs_because ?? '',
    pairBecause: row.pair_because ?? '',
    reason: row.correction_reason ?? '',
  }
}
