import { type Day, dayOf, endOfDay, isBefore } from '../../../kernel/day.ts'
import type { PlanId, ReportingPeriodId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Scope } from '../../../platform/database/index.ts'
import { today, type World } from '../../../platform/world.ts'
import { findChainHead } from '../../audit/index.ts'
import { findPartnershipName } from '../../people/index.ts'
import { findActionsAsAt, findParts, findPlan, findSchemeAsAt, trailOf } from '../../plan/index.ts'
import { type ClosedPlanRefusal, findClosedPlan, findStandingsAsAt, findVersionsUntil } from '../../programme/index.ts'
import { type BoardReport, boardReport } from './board-report.ts'

export type ReportRefusal =
  | { readonly kind: 'not-found' }
  /** on that day there was no plan to report on yet */
  | { readonly kind: 'before-adoption'; readonly adoptedOn: Day }

/** Makes the board report of a plan as at a day, for page, paper and command line alike. */
export async function makeBoardReport(
  world: Pick<World, 'db' | 'now'>,
  scope: Scope,
  planId: PlanId,
  asAt: Day,
): Promise<Result<BoardReport, ReportRefusal>> {
  return inScope(world.db, scope, async (tx): Promise<Result<BoardReport, ReportRefusal>> => {
    const plan = await findPlan(tx, planId)
    if (!plan?.adoptedAt) return refuse({ kind: 'not-found' })
    const adoptedOn = dayOf(plan.adoptedAt)
    if (isBefore(asAt, adoptedOn)) return refuse({ kind: 'before-adoption', adoptedOn })
    const at = endOfDay(asAt)
    const parts = await findParts(tx, planId)
    const actions = await findActionsAsAt(tx, planId, at)
    const scheme = await findSchemeAsAt(tx, plan, at)
    const report = boardReport({
      partnership: await findPartnershipName(tx),
      plan,
      adoptedAt: plan.adoptedAt,
      scheme,
      asAt,
      today: today(world),
      headings: new Map(actions.map(({ id, partId }) => [id, headingOf(trailOf(parts, partId))])),
      actions,
      standings: await findStandingsAsAt(tx, planId, at, scheme),
      versions: await findVersionsUntil(tx, planId, at),
      trail: await findChainHead(tx),
    })
    return ok(report)
  })
}

/**
 * Makes the board report of a closed period from what its closing holds: the same for ever, whatever happened since.
 *
 * @param number  which of its closings; null for the one in force
 */
export async function makeClosedReport(
  world: Pick<World, 'db'>,
  scope: Scope,
  which: { readonly planId: PlanId; readonly periodId: ReportingPeriodId; readonly number: number | null },
): Promise<Result<BoardReport, ClosedPlanRefusal>> {
  return inScope(world.db, scope, async (tx): Promise<Result<BoardReport, ClosedPlanRefusal>> => {
    const found = await findClosedPlan(tx, which.planId, which.periodId, which.number)
    if (!found.ok) return found
    const { partnership, plan, scheme, actions, versions, closing, period, trail } = found.value
    const { number, closedAt, reopened } = closing
    if (!plan.adoptedAt) return refuse({ kind: 'not-found' })
    return ok(
      boardReport({
        partnership,
        plan,
        adoptedAt: plan.adoptedAt,
        scheme,
        asAt: closing.asAt,
        closed: { periodId: period.id, name: period.name, number, closedAt, isInForce: reopened === null },
        today: dayOf(closedAt),
        headings: new Map(actions.map(({ id, headings }) => [id, headingOf(headings)])),
        actions,
        standings: new Map(actions.map((action) => [action.id, action.as])),
        versions,
        trail,
      }),
    )
  })
}

function headingOf(titles: readonly string[]): string {
  return titles.join(' › ')
}
