import type { Day } from '../../../kernel/day.ts'
import type { ActionId, PartnershipId, PlanId, ReportingPointId } from '../../../kernel/id.ts'
import { dayFrom, inBatches, type Tx } from '../../../platform/database/index.ts'
import type { DatePrecision } from '../../reading/index.ts'
import type { DuePoint, PointOrigin } from './points-from-schedule.ts'

export type ReportingPoint = {
  readonly id: ReportingPointId
  readonly planId: PlanId
  readonly actionId: ActionId
  readonly dueOn: Day
  readonly precision: DatePrecision
  readonly origin: PointOrigin
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
    origin: point.origin,
    made_at: now.toString(),
  }))
  for (const some of inBatches(rows)) await tx.insertInto('reporting_point').values(some).execute()
}

/** The duties of an action that hold now, the earliest first. */
export async function findPointsOfAction(tx: Tx, actionId: ActionId): Promise<readonly ReportingPoint[]> {
  const rows = await tx
    .selectFrom('reporting_point')
    .select(['id', 'plan_id', 'action_id', 'due_on', 'precision', 'origin'])
    .where('action_id', '=', actionId)
    .where('withdrawn_at', 'is', null)
    .orderBy('due_on')
    .limit(500)
    .execute()
  return rows.map(pointOf)
}

/** The duties of an action that held at a moment, the earliest first. */
export async function findPointsOfActionAsAt(
  tx: Tx,
  actionId: ActionId,
  at: Temporal.Instant,
): Promise<readonly ReportingPoint[]> {
  const rows = await tx
    .selectFrom('reporting_point')
    .select(['id', 'plan_id', 'action_id', 'due_on', 'precision', 'origin'])
    .where('action_id', '=', actionId)
    .where('made_at', '<=', at.toString())
    .where(({ or, eb }) => or([eb('withdrawn_at', 'is', null), eb('withdrawn_at', '>', at.toString())]))
    .orderBy('due_on')
    .limit(500)
    .execute()
  return rows.map(pointOf)
}

/** A duty that holds; one withdrawn since is no duty any more, and nobody can report on it. */
export async function findPoint(tx: Tx, pointId: ReportingPointId): Promise<ReportingPoint | null> {
  const row = await tx
    .selectFrom('reporting_point')
    .select(['id', 'plan_id', 'action_id', 'due_on', 'precision', 'origin'])
    .where('id', '=', pointId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row ? pointOf(row) : null
}

/**
 * As {@link findPoint}, with its action held until the transaction ends: every step that moves where an action stands, and
 * every change of its timescale, waits for the one before it. The plan is held first and against its closing only, in the order that whoever
 * changes an action holds both.
 */
export async function lockPoint(tx: Tx, pointId: ReportingPointId): Promise<ReportingPoint | null> {
  await tx
    .selectFrom('plan')
    .innerJoin('reporting_point', 'reporting_point.plan_id', 'plan.id')
    .select('plan.id')
    .where('reporting_point.id', '=', pointId)
    .forShare('plan')
    .execute()
  await tx
    .selectFrom('action')
    .innerJoin('reporting_point', 'reporting_point.action_id', 'action.id')
    .select('action.id')
    .where('reporting_point.id', '=', pointId)
    .forUpdate('action')
    .execute()
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

function pointOf(row: {
  id: string
  plan_id: string
  action_id: string
  due_on: string
  precision: string
  origin: string
}): ReportingPoint {
  return {
    id: row.id as ReportingPointId,
    planId: row.plan_id as PlanId,
    actionId: row.action_id as ActionId,
    dueOn: dayFrom(row.due_on),
    precision: row.precision as DatePrecision,
    origin: row.origin as PointOrigin,
  }
}

/** The duties of an action for which somebody has saved words or attached a file. */
export async function findBegun(tx: Tx, actionId: ActionId): Promise<ReadonlySet<ReportingPointId>> {
  const rows = await tx
    .selectFrom('reporting_point')
    .select('reporting_point.id')
    .where('action_id', '=', actionId)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(selectFrom('update_draft').select('point_id').whereRef('point_id', '=', 'reporting_point.id')),
        exists(selectFrom('evidence').select('evidence.id').whereRef('point_id', '=', 'reporting_point.id')),
      ]),
    )
    .execute()
  return new Set(rows.map(({ id }) => id as ReportingPointId))
}
