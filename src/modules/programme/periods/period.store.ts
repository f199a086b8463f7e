import type { PartnershipId, PersonId, PlanId, ReportingPeriodId } from '../../../kernel/id.ts'
import { dayFrom, inBatches, type Tx } from '../../../platform/database/index.ts'
import type { ReportingPeriod } from './reporting-period.ts'

/** No plan has more; a list that reaches it is long enough to be a mistake. */
const MOST_PERIODS = 500

type By = { readonly by: PersonId; readonly at: Temporal.Instant }

export async function insertPeriods(
  tx: Tx,
  partnershipId: PartnershipId,
  periods: readonly ReportingPeriod[],
  { by, at }: By,
): Promise<void> {
  const rows = periods.map((period) => ({
    partnership_id: partnershipId,
    id: period.id,
    plan_id: period.planId,
    name: period.name,
    starts: period.within.starts.toString(),
    ends_before: period.within.endsBefore.toString(),
    as_at: period.asAt.toString(),
    made_at: at.toString(),
    made_by: by,
  }))
  for (const some of inBatches(rows)) await tx.insertInto('reporting_period').values(some).execute()
}

export async function insertPeriodRemoval(
  tx: Tx,
  partnershipId: PartnershipId,
  { id, planId }: Pick<ReportingPeriod, 'id' | 'planId'>,
  { by, at }: By,
): Promise<void> {
  await tx
    .insertInto('reporting_period_removal')
    .values({
      partnership_id: partnershipId,
      period_id: id,
      plan_id: planId,
      removed_at: at.toString(),
      removed_by: by,
    })
    .execute()
}

/** The periods of a plan, the earliest first. */
export async function findPeriods(tx: Tx, planId: PlanId): Promise<readonly ReportingPeriod[]> {
  const rows = await periodsFrom(tx).where('reporting_period.plan_id', '=', planId).limit(MOST_PERIODS).execute()
  return rows.map(periodOf)
}

export async function findPeriod(tx: Tx, planId: PlanId, periodId: ReportingPeriodId): Promise<ReportingPeriod | null> {
  const row = await periodsFrom(tx)
    .where('reporting_period.plan_id', '=', planId)
    .where('reporting_period.id', '=', periodId)
    .executeTakeFirst()
  return row ? periodOf(row) : null
}

function periodsFrom(tx: Tx) {
  return tx
    .selectFrom('reporting_period')
    .leftJoin('reporting_period_removal as removal', (on) =>
      on
        .onRef('removal.partnership_id', '=', 'reporting_period.partnership_id')
        .onRef('removal.period_id', '=', 'reporting_period.id'),
    )
    .select(['reporting_period.id', 'reporting_period.plan_id', 'name', 'starts', 'ends_before', 'as_at'])
    .where('removal.period_id', 'is', null)
    .orderBy('starts')
    .orderBy('ends_before')
    .orderBy('reporting_period.id')
}

type PeriodRow = Awaited<ReturnType<ReturnType<typeof periodsFrom>['executeTakeFirstOrThrow']>>

function periodOf(row: PeriodRow): ReportingPeriod {
  return {
    id: row.id as ReportingPeriodId,
    planId: row.plan_id as PlanId,
    name: row.name,
    within: { starts: dayFrom(row.starts), endsBefore: dayFrom(row.ends_before) },
    asAt: dayFrom(row.as_at),
  }
}
