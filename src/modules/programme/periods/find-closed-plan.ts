import type { PlanId, ReportingPeriodId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Head } from '../../audit/index.ts'
import { findPlan, type Plan, type RatingScheme } from '../../plan/index.ts'
import { findVersionsOfClosing } from '../movement/movement.store.ts'
import type { Moving } from '../movement/movement.ts'
import { type ActionClosed, findActionsClosed, findClosingFrame } from './closed-plan.store.ts'
import { findClosingsOfPeriod } from './closing.store.ts'
import { planInFrame } from './closing-frame.ts'
import { findPeriod } from './period.store.ts'
import { closingInForce, type PeriodClosing, type ReportingPeriod } from './reporting-period.ts'

/** A plan as a closing of one of its periods holds it: everything a report of the period needs, and nothing that changes. */
export type ClosedPlan = {
  readonly period: ReportingPeriod
  readonly closing: PeriodClosing
  readonly partnership: string
  readonly plan: Plan
  readonly scheme: RatingScheme
  readonly actions: readonly ActionClosed[]
  /** what each action said from the first to the version that the closing names */
  readonly versions: readonly Moving[]
  readonly trail: Head
}

export type ClosedPlanRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-closed'; readonly period: ReportingPeriod; readonly closings: readonly PeriodClosing[] }

/**
 * A closed period of a plan, as its closing holds it.
 *
 * @param number  which of its closings; null for the one in force, which a period has that was not opened again
 */
export async function findClosedPlan(
  tx: Tx,
  planId: PlanId,
  periodId: ReportingPeriodId,
  number: number | null = null,
): Promise<Result<ClosedPlan, ClosedPlanRefusal>> {
  const plan = await findPlan(tx, planId)
  const period = await findPeriod(tx, planId, periodId)
  if (!plan || !period) return refuse({ kind: 'not-found' })
  const closings = await findClosingsOfPeriod(tx, periodId)
  const closing = number === null ? closingInForce(closings) : closings.find((each) => each.number === number)
  if (!closing)
    return number === null ? refuse({ kind: 'not-closed', period, closings }) : refuse({ kind: 'not-found' })
  const kept = await findClosingFrame(tx, closing.id)
  if (!kept) return refuse({ kind: 'not-found' })
  const { frame, trail } = kept
  return ok({
    period,
    closing,
    partnership: frame.partnership,
    plan: planInFrame(plan, frame),
    scheme: frame.scheme,
    actions: await findActionsClosed(tx, closing, frame.scheme),
    versions: await findVersionsOfClosing(tx, closing.id),
    trail,
  })
}
