import type { Tx } from '../../../platform/database/index.ts'
import { findActionsAsAt, findParts, findSchemeOfPlanAsAt, trailOf } from '../../plan/index.ts'
import { findStandingsAsAt } from '../points/standings-as-at.store.ts'
import { type ClosingRow, closingRows } from './closing-row.ts'
import { findDutiesInPeriod, findEndedOn } from './duty-in-period.store.ts'
import type { ReportingPeriod } from './reporting-period.ts'

/** The rows with which a period would be closed from what was known at a moment. */
export async function rowsKnownAt(
  tx: Tx,
  { planId, within }: Pick<ReportingPeriod, 'planId' | 'within'>,
  at: Temporal.Instant,
): Promise<readonly ClosingRow[]> {
  const scheme = await findSchemeOfPlanAsAt(tx, planId, at)
  const parts = await findParts(tx, planId)
  const actions = await findActionsAsAt(tx, planId, at)
  return closingRows({
    scheme,
    actions: actions.map(({ id, version, partId }) => ({ id, version, headings: trailOf(parts, partId) })),
    standings: await findStandingsAsAt(tx, planId, at, scheme),
    duties: await findDutiesInPeriod(tx, planId, within, at),
    endedOn: await findEndedOn(tx, planId, at),
  })
}
