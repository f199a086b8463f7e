import { type Day, dayOf, endOfDay, isBefore } from '../../../kernel/day.ts'
import type { PlanId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope, type Scope } from '../../../platform/database/index.ts'
import { today, type World } from '../../../platform/world.ts'
import { findChainHead } from '../../audit/index.ts'
import { findPartnershipName } from '../../people/index.ts'
import { findActionsAsAt, findParts, findPlan, findRatingScheme } from '../../plan/index.ts'
import { findStandingsAsAt } from '../../programme/index.ts'
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
    const report = boardReport({
      partnership: await findPartnershipName(tx),
      plan,
      scheme: await findRatingScheme(tx, plan.ratingSchemeId),
      asAt,
      today: today(world),
      parts: await findParts(tx, planId),
      actions: await findActionsAsAt(tx, planId, at),
      standings: await findStandingsAsAt(tx, planId, at),
      trail: await findChainHead(tx),
    })
    return ok(report)
  })
}
