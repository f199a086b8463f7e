import { type Day, isBefore } from '../../../kernel/day.ts'
import type { ActionId, PartnershipId, PlanId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { today, type World } from '../../../platform/world.ts'
import type { Member } from '../../people/index.ts'
import { findAction, findActions, findPlan } from '../../plan/index.ts'
import { findRhythm } from '../asking/calendar.store.ts'
import { keepAsking } from '../asking/keep-asking.ts'
import { standingVersions } from '../updates/standing-versions.ts'
import { findSubmissionsOfAction } from '../updates/update.store.ts'
import {
  findBegun,
  findPoint,
  findPointsOfAction,
  insertPoints,
  type ReportingPoint,
  withdrawPoints,
} from './point.store.ts'
import { type DuePoint, pointsFromSchedule } from './points-from-schedule.ts'
import { refreshStandings } from './standing.store.ts'

/** When a plan is adopted, each timescale becomes its reporting points. */
export async function makePointsOfPlan(world: World, tx: Tx, by: Member, planId: PlanId): Promise<void> {
  const plan = await findPlan(tx, planId)
  if (!plan?.period) return
  const { period } = plan
  const rhythm = await findRhythm(tx, planId)
  const points = (await findActions(tx, planId)).flatMap((action) =>
    dutiesFrom(today(world), pointsFromSchedule(action.timescale, period, rhythm)).map((point) => ({
      ...point,
      id: world.newId<'reporting-point'>(),
      planId,
      actionId: action.id,
    })),
  )
  await insertPoints(tx, by.partnershipId, points, world.now())
  await refreshStandings(tx, by.partnershipId, { planId })
  await keepAsking(world, tx, by.partnershipId, { planId })
}

/**
 * When an adopted action's timescale changes, duties that no longer follow from it are withdrawn and new ones made.
 * A duty reported on, or missed, is history; one whose draft or evidence somebody began keeps their words: these stay.
 */
export async function remakePointsOfAction(
  world: World,
  tx: Tx,
  by: Member,
  planId: PlanId,
  actionId: ActionId,
): Promise<void> {
  const plan = await findPlan(tx, planId)
  const action = await findAction(tx, actionId)
  if (!plan?.period || !action) return
  const schedule = pointsFromSchedule(action.timescale, plan.period, await findRhythm(tx, planId))
  const wanted = dutiesFrom(today(world), schedule)
  const wantedDays = new Set(wanted.map(({ on }) => on.toString()))
  const standing = await findPointsOfAction(tx, actionId)
  const standingDays = new Set(standing.filter(isOfPlan).map(({ dueOn }) => dueOn.toString()))
  const reported = new Set((await findSubmissionsOfAction(tx, actionId)).map(({ pointId }) => pointId))

  const begun = await findBegun(tx, actionId)
  const now = today(world)
  const stale = standing.filter(
    (point) =>
      wantedDays.has(point.dueOn.toString()) !== isOfPlan(point) &&
      !reported.has(point.id) &&
      !begun.has(point.id) &&
      !isBefore(point.dueOn, now),
  )
  await withdrawPoints(
    tx,
    stale.map(({ id }) => id),
    world.now(),
  )
  const missing = wanted.filter(({ on }) => !standingDays.has(on.toString()))
  const points = missing.map((point) => ({ ...point, id: world.newId<'reporting-point'>(), planId, actionId }))
  await insertPoints(tx, by.partnershipId, points, world.now())
  await refreshStandings(tx, by.partnershipId, { actionId })
  await keepAsking(world, tx, by.partnershipId, { actionId })
}

/** Whether a duty follows from the plan, and not from what a lead promised. A promise for a day the plan then names is the plan's. */
function isOfPlan({ origin }: ReportingPoint): boolean {
  return origin !== 'recovery'
}

/**
 * The day by which a lead means to be back on track is a day to report on. It takes the place of the last such day to come, unless
 * somebody began to report on that one; where the action reports on that day anyway, nothing is added. Standings are refreshed by the caller.
 *
 * @param returnOn  null when nothing has to be brought back: then what was still to come of it is let go
 */
async function keepRecoveryPoint(
  world: World,
  tx: Tx,
  partnershipId: PartnershipId,
  { planId, actionId, id: reportedAt }: ReportingPoint,
  returnOn: Day | null,
): Promise<void> {
  const standing = await findPointsOfAction(tx, actionId)
  const begun = await findBegun(tx, actionId)
  const reported = new Set((await findSubmissionsOfAction(tx, actionId)).map(({ pointId }) => pointId))
  const stale = standing.filter(
    (point) =>
      !isOfPlan(point) &&
      point.id !== reportedAt &&
      !isBefore(point.dueOn, today(world)) &&
      !(returnOn && point.dueOn.equals(returnOn)) &&
      !begun.has(point.id) &&
      !reported.has(point.id),
  )
  await withdrawPoints(
    tx,
    stale.map(({ id }) => id),
    world.now(),
  )
  const open = standing.filter(({ id }) => id !== reportedAt)
  if (!returnOn || open.some(({ dueOn }) => dueOn.equals(returnOn))) return
  const point = { id: world.newId<'reporting-point'>(), planId, actionId, on: returnOn, precision: 'day' } as const
  await insertPoints(tx, partnershipId, [{ ...point, origin: 'recovery' }], world.now())
}

/** As {@link keepRecoveryPoint}, for what the update that rates the action now promises: called when one is sent, taken back or corrected. */
export async function keepPromisedDay(
  world: World,
  tx: Tx,
  partnershipId: PartnershipId,
  actionId: ActionId,
): Promise<void> {
  const [rating] = standingVersions(await findSubmissionsOfAction(tx, actionId))
  const point = rating && (await findPoint(tx, rating.pointId))
  if (rating && point) await keepRecoveryPoint(world, tx, partnershipId, point, rating.returnOn)
}

/** A day of the rhythm that was past before anybody could report was never a duty; a date of the plan's own always is. */
function dutiesFrom(on: Day, points: readonly DuePoint[]): readonly DuePoint[] {
  return points.filter((point) => point.origin === 'timescale' || !isBefore(point.on, on))
}
