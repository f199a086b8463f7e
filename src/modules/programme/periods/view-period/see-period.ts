import type { Day } from '../../../../kernel/day.ts'
import type { PlanId, ReportingPeriodId } from '../../../../kernel/id.ts'
import type { Tx } from '../../../../platform/database/index.ts'
import { findActionsAsAt, findPlan, findSchemeOfPlanAsAt, isAdopted } from '../../../plan/index.ts'
import { findStandingsAsAt } from '../../points/standings-as-at.store.ts'
import { type ActionClosed, findActionsClosed } from '../closed-plan.store.ts'
import { findClosingsOfPeriod, findTallies } from '../closing.store.ts'
import { findLateArrivals } from '../duty-in-period.store.ts'
import { findPeriod } from '../period.store.ts'
import { closingInForce, type PeriodClosing, type ReportingPeriod } from '../reporting-period.ts'
import { rowsKnownAt } from '../rows-known-at.ts'
import type { PeriodStanding } from '../standing-in-period.ts'
import { type PeriodRow, type PeriodView, periodView } from './period-view.ts'

export type AskedPeriod = {
  readonly planId: PlanId
  readonly periodId: ReportingPeriodId
  /** which of its closings; null for the one in force, or how it stands now */
  readonly number: number | null
  readonly standing: PeriodStanding | null
}

/** One period of a plan: as one of its closings holds it, or, while it is open, as it stands now. */
export async function seePeriod(
  tx: Tx,
  { planId, periodId, number, standing }: AskedPeriod,
  { now, today }: { readonly now: Temporal.Instant; readonly today: Day },
): Promise<PeriodView | null> {
  const plan = await findPlan(tx, planId)
  const period = await findPeriod(tx, planId, periodId)
  if (!plan || !isAdopted(plan) || !period) return null
  const found = await findClosingsOfPeriod(tx, periodId)
  const shown = number === null ? closingInForce(found) : (found.find((each) => each.number === number) ?? null)
  if (number !== null && !shown) return null
  const tallies = await findTallies(tx, planId)
  const after = shown && (await findActionsClosed(tx, shown.id))
  return periodView({
    plan,
    period,
    closings: found.map((closing) => ({ ...closing, tally: tallies.get(closing.id) ?? [] })),
    shown,
    rows: after ? after.map(rowClosed) : await rowsNow(tx, period, now),
    standing,
    late: shown ? await findLateArrivals(tx, planId, period.within, shown.knownUntil) : [],
    compared: after && (await comparedWith(tx, found, shown, after)),
    today,
  })
}

async function comparedWith(
  tx: Tx,
  closings: readonly PeriodClosing[],
  shown: PeriodClosing | null,
  after: readonly ActionClosed[],
) {
  const before = closings.find(({ number }) => shown !== null && number === shown.number - 1)
  return before ? { before: await findActionsClosed(tx, before.id), after } : null
}

function rowClosed(action: ActionClosed): PeriodRow {
  const { id, ref, text, leadWords, standing, dueOn, as } = action
  return {
    id,
    ref,
    text,
    leadWords,
    standing,
    dueOn,
    submissionId: as.latest?.id ?? null,
    progress: as.latest?.progress ?? null,
    impact: as.latest?.impact ?? null,
    isAccepted: as.latest?.isAccepted ?? false,
    evidenceCount: as.evidenceCount,
  }
}

async function rowsNow(tx: Tx, period: ReportingPeriod, now: Temporal.Instant): Promise<readonly PeriodRow[]> {
  const actions = new Map((await findActionsAsAt(tx, period.planId, now)).map((action) => [action.id, action]))
  const scheme = await findSchemeOfPlanAsAt(tx, period.planId, now)
  const standings = await findStandingsAsAt(tx, period.planId, now, scheme)
  return (await rowsKnownAt(tx, period, now)).flatMap((row): readonly PeriodRow[] => {
    const action = actions.get(row.actionId)
    const latest = standings.get(row.actionId)?.latest
    if (!action) return []
    const { id, ref, text, leadWords } = action
    const { standing, dueOn, submissionId, isAccepted, evidenceCount } = row
    const rated = { progress: latest?.progress ?? null, impact: latest?.impact ?? null }
    return [{ id, ref, text, leadWords, standing, dueOn, submissionId, isAccepted, evidenceCount, ...rated }]
  })
}
