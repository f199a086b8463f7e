import { sql } from 'kysely'
import { type Day, dayOf } from '../../../kernel/day.ts'
import type { ActionId, PeriodClosingId, ReportingPointId, SubmissionId } from '../../../kernel/id.ts'
import { dayFrom, instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { Head } from '../../audit/index.ts'
import { type ActionThen, contentFrom, type RatingScheme } from '../../plan/index.ts'
import type { RatingKey } from '../../reading/index.ts'
import { doingAsAt, openFrom } from '../points/late-doing.ts'
import type { StandingAsAt } from '../points/standings-as-at.store.ts'
import type { ClosingFrame } from './closing-frame.ts'
import type { PeriodClosing } from './reporting-period.ts'
import type { PeriodStanding } from './standing-in-period.ts'

/** An action as a closing holds it: what its version said, and where it stood. */
export type ActionClosed = ActionThen & {
  readonly headings: readonly string[]
  readonly standing: PeriodStanding
  /** the last duty it had in the period */
  readonly dueOn: Day | null
  readonly as: StandingAsAt
  /** its last day, where the work was late when the period was closed, whatever was reported */
  readonly lateSince: Day | null
}

/** Every action of a closing in the order of the plan, read by the versions it names and by nothing that holds today. */
export async function findActionsClosed(
  tx: Tx,
  closing: Pick<PeriodClosing, 'id' | 'asAt' | 'closedAt'>,
  scheme: RatingScheme,
): Promise<readonly ActionClosed[]> {
  const rows = await tx
    .selectFrom('period_closing_row as row')
    .innerJoin('action_version as said', (on) =>
      on
        .onRef('said.partnership_id', '=', 'row.partnership_id')
        .onRef('said.action_id', '=', 'row.action_id')
        .onRef('said.version', '=', 'row.version'),
    )
    .innerJoin('period_closing as closing', (on) =>
      on.onRef('closing.partnership_id', '=', 'row.partnership_id').onRef('closing.id', '=', 'row.closing_id'),
    )
    .leftJoin('update_submission as sent', (on) =>
      on.onRef('sent.partnership_id', '=', 'row.partnership_id').onRef('sent.id', '=', 'row.submission_id'),
    )
    .select([
      'row.action_id',
      'row.version',
      'row.headings',
      'row.standing',
      'row.due_on',
      'row.is_accepted',
      'row.evidence_count',
      'row.duties',
      'said.content',
      'sent.id as submission_id',
      'sent.narrative',
      'sent.submitted_at',
      'sent.what_next',
      'sent.recovery',
      'sent.return_on',
    ])
    .select([
      countedInFrame('progress_rating').as('progress_rating'),
      countedInFrame('impact_rating').as('impact_rating'),
      countedInFrame('forecast_rating').as('forecast_rating'),
    ])
    .where('closing_id', '=', closing.id)
    .orderBy('position')
    .execute()
  const notPassed = openFrom(closing.asAt, dayOf(closing.closedAt))
  return rows.map((row) => {
    const id = row.action_id as ActionId
    const as = standingFrom(row)
    return {
      ...contentFrom(row.content),
      id,
      partId: null,
      version: row.version,
      headings: row.headings,
      standing: row.standing as PeriodStanding,
      dueOn: row.due_on ? dayFrom(row.due_on) : null,
      as,
      lateSince: doingAsAt(as, scheme, notPassed).lateSince,
    }
  })
}

type StandingColumns = {
  action_id: string
  submission_id: string | null
  submitted_at: string | null
  progress_rating: string | null
  impact_rating: string | null
  forecast_rating: string | null
  narrative: string | null
  what_next: string | null
  recovery: string | null
  return_on: string | null
  is_accepted: boolean
  duties: unknown
  evidence_count: number
}

function standingFrom(row: StandingColumns): StandingAsAt {
  return {
    actionId: row.action_id as ActionId,
    latest:
      row.submission_id && row.submitted_at
        ? {
            id: row.submission_id as SubmissionId,
            progress: row.progress_rating as RatingKey | null,
            impact: row.impact_rating as RatingKey | null,
            narrative: row.narrative ?? '',
            whatNext: row.what_next,
            wayBack: row.recovery && row.return_on ? { words: row.recovery, by: dayFrom(row.return_on) } : null,
            forecast: row.forecast_rating as RatingKey | null,
            submittedAt: instantFrom(row.submitted_at),
            isAccepted: row.is_accepted,
          }
        : null,
    points: dutiesFrom(row.duties),
    evidenceCount: row.evidence_count,
  }
}

/** A rating as it counts in the scheme that the closing keeps. */
function countedInFrame(column: 'progress_rating' | 'impact_rating' | 'forecast_rating') {
  const kept = sql`(closing.frame->'scheme'->>'id')::uuid`
  return sql<string | null>`counted_rating(sent.partnership_id, sent.scheme_id, ${sql.ref(`sent.${column}`)}, ${kept})`
}

function dutiesFrom(kept: unknown): StandingAsAt['points'] {
  const duties = kept as readonly {
    id: string
    dueOn: string
    isReported: boolean
    isDated: boolean
    reportedAt: string | null
  }[]
  return duties.map((duty) => ({
    id: duty.id as ReportingPointId,
    dueOn: dayFrom(duty.dueOn),
    isReported: duty.isReported,
    isDated: duty.isDated,
    reportedAt: duty.reportedAt ? instantFrom(duty.reportedAt) : null,
  }))
}

/** What a closing keeps as it read, and where the audit trail stood. */
export async function findClosingFrame(
  tx: Tx,
  closingId: PeriodClosingId,
): Promise<{ readonly frame: ClosingFrame; readonly trail: Head } | null> {
  const row = await tx
    .selectFrom('period_closing')
    .select(['frame', 'trail_number', 'trail_hash'])
    .where('id', '=', closingId)
    .executeTakeFirst()
  if (!row) return null
  return { frame: row.frame as unknown as ClosingFrame, trail: { number: row.trail_number, hash: row.trail_hash } }
}
