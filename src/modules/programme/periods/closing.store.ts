import { sql } from 'kysely'
import type { PartnershipId, PeriodClosingId, PersonId, PlanId, ReportingPeriodId } from '../../../kernel/id.ts'
import { dayFrom, inBatches, instantFrom, type Tx } from '../../../platform/database/index.ts'
import type { Head } from '../../audit/index.ts'
import type { ClosingFrame } from './closing-frame.ts'
import type { ClosingRow } from './closing-row.ts'
import type { PeriodClosing } from './reporting-period.ts'
import type { PeriodStanding, StandingTally } from './standing-in-period.ts'

type By = { readonly by: PersonId; readonly at: Temporal.Instant }

/** Holds every action of a plan until the transaction ends: updates and verdicts that are on their way land before or after it, whole. */
export async function holdActions(tx: Tx, planId: PlanId): Promise<void> {
  await tx.selectFrom('action').select('id').where('plan_id', '=', planId).orderBy('id').forShare().execute()
}

export async function insertClosing(
  tx: Tx,
  partnershipId: PartnershipId,
  closing: Pick<PeriodClosing, 'id' | 'periodId' | 'number' | 'asAt' | 'knownUntil'> & {
    readonly planId: PlanId
    readonly trail: Head
    readonly frame: ClosingFrame
  },
  rows: readonly ClosingRow[],
  { by, at }: By,
): Promise<void> {
  await tx
    .insertInto('period_closing')
    .values({
      partnership_id: partnershipId,
      id: closing.id,
      period_id: closing.periodId,
      plan_id: closing.planId,
      number: closing.number,
      as_at: closing.asAt.toString(),
      known_until: closing.knownUntil.toString(),
      closed_at: at.toString(),
      closed_by: by,
      action_count: rows.length,
      trail_number: closing.trail.number,
      trail_hash: closing.trail.hash,
      frame: JSON.stringify(closing.frame),
    })
    .execute()
  const columns = rows.map((row) => ({
    partnership_id: partnershipId,
    closing_id: closing.id,
    plan_id: closing.planId,
    action_id: row.actionId,
    position: row.position,
    version: row.version,
    headings: [...row.headings],
    standing: row.standing,
    point_id: row.pointId,
    due_on: row.dueOn?.toString() ?? null,
    answer_id: row.answerId,
    submission_id: row.submissionId,
    is_accepted: row.isAccepted,
    evidence_count: row.evidenceCount,
    duties: JSON.stringify(row.duties),
  }))
  for (const some of inBatches(columns)) await tx.insertInto('period_closing_row').values(some).execute()
}

export async function insertReopening(
  tx: Tx,
  partnershipId: PartnershipId,
  of: { readonly closingId: PeriodClosingId; readonly planId: PlanId; readonly because: string },
  { by, at }: By,
): Promise<void> {
  await tx
    .insertInto('period_reopening')
    .values({
      partnership_id: partnershipId,
      closing_id: of.closingId,
      plan_id: of.planId,
      reopened_at: at.toString(),
      reopened_by: by,
      because: of.because,
    })
    .execute()
}

/** Every closing of a plan's periods, the first of each first. */
export async function findClosings(tx: Tx, planId: PlanId): Promise<readonly PeriodClosing[]> {
  const rows = await closingsFrom(tx).where('period_closing.plan_id', '=', planId).limit(5000).execute()
  return rows.map(closingOf)
}

/** The closings of one period, the first first. */
export async function findClosingsOfPeriod(tx: Tx, periodId: ReportingPeriodId): Promise<readonly PeriodClosing[]> {
  const rows = await closingsFrom(tx).where('period_id', '=', periodId).limit(500).execute()
  return rows.map(closingOf)
}

function closingsFrom(tx: Tx) {
  return tx
    .selectFrom('period_closing')
    .innerJoin('person as closer', 'closer.id', 'closed_by')
    .leftJoin('period_reopening', 'closing_id', 'period_closing.id')
    .leftJoin('person as opener', 'opener.id', 'reopened_by')
    .select([
      'period_closing.id',
      'period_id',
      'number',
      'as_at',
      'known_until',
      'closed_at',
      'closer.name as closed_by_name',
      'action_count',
      'reopened_at',
      'opener.name as reopened_by_name',
      'because',
    ])
    .orderBy('period_id')
    .orderBy('number')
}

type ClosingColumns = Awaited<ReturnType<ReturnType<typeof closingsFrom>['executeTakeFirstOrThrow']>>

function closingOf(row: ClosingColumns): PeriodClosing {
  return {
    id: row.id as PeriodClosingId,
    periodId: row.period_id as ReportingPeriodId,
    number: row.number,
    asAt: dayFrom(row.as_at),
    knownUntil: instantFrom(row.known_until),
    closedAt: instantFrom(row.closed_at),
    closedBy: row.closed_by_name,
    actionCount: row.action_count,
    reopened:
      row.reopened_at && row.because
        ? { at: instantFrom(row.reopened_at), by: row.reopened_by_name ?? '', because: row.because }
        : null,
  }
}

/** How many actions stood where in each closing of a plan. */
export async function findTallies(
  tx: Tx,
  planId: PlanId,
): Promise<ReadonlyMap<PeriodClosingId, readonly StandingTally[]>> {
  const rows = await tx
    .selectFrom('period_closing_row')
    .select((of) => ['closing_id', 'standing', sql<number>`${of.fn.countAll()}`.as('count')])
    .where('plan_id', '=', planId)
    .groupBy(['closing_id', 'standing'])
    .execute()
  const tallies = rows.map((row) => ({
    closingId: row.closing_id as PeriodClosingId,
    standing: row.standing as PeriodStanding,
    count: row.count,
  }))
  return Map.groupBy(tallies, ({ closingId }) => closingId)
}
