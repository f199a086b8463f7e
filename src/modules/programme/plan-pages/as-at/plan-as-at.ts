import type { Day } from '../../../../kernel/day.ts'
import { endOfDay } from '../../../../kernel/day.ts'
import type { PlanId } from '../../../../kernel/id.ts'
import type { Tx } from '../../../../platform/database/index.ts'
import { findActionsAsAt, type RatingScheme } from '../../../plan/index.ts'
import { doingAsAt } from '../../points/late-doing.ts'
import { findStandingsAsAt } from '../../points/standings-as-at.store.ts'
import type { ActionRow, StandingCount } from '../view-plan/plan-list.store.ts'
import { isOverdue } from '../view-plan/plan-view.ts'
import { unreportedSince } from './known-at.ts'

/** Every action of a plan as it was known by the end of a day, from what the board report of that day reads. */
export async function findActionRowsAsAt(
  tx: Tx,
  planId: PlanId,
  asAt: Day,
  scheme: RatingScheme,
): Promise<readonly ActionRow[]> {
  const at = endOfDay(asAt)
  const standings = await findStandingsAsAt(tx, planId, at, scheme)
  return (await findActionsAsAt(tx, planId, at)).map((action) => {
    const standing = standings.get(action.id)
    return {
      id: action.id,
      partId: action.partId,
      ref: action.ref,
      text: action.text,
      measure: action.measure,
      timescale: action.timescale?.text ?? null,
      leadWords: action.leadWords,
      progress: standing?.latest?.progress ?? null,
      impact: standing?.latest?.impact ?? null,
      lateSince: doingAsAt(standing, scheme, asAt).lateSince,
      unreportedSince: unreportedSince(standing?.points ?? []),
    }
  })
}

/** How all of them stood. */
export function standingsOf(rows: readonly ActionRow[], asAt: Day): readonly StandingCount[] {
  return rows.map((row) => ({
    progress: row.progress,
    impact: row.impact,
    count: 1,
    overdue: isOverdue(row, asAt) ? 1 : 0,
  }))
}
