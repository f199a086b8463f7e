import type { Day } from '../../../../kernel/day.ts'
import type { PlanId, ReportingPeriodId } from '../../../../kernel/id.ts'
import type { Tx } from '../../../../platform/database/index.ts'
import { findActionsAsAt, findPlan, findSchemeOfPlanAsAt, isAdopted, type RatingScheme } from '../../../plan/index.ts'
import { doingAsAt } from '../../points/late-doing.ts'
import { findStandingsAsAt } from '../../points/standings-as-at.store.ts'
import { type ActionClosed, findActionsClosed, findClosingFrame } from '../closed-plan.store.ts'
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
  const kept = shown && (await findClosingFrame(tx, shown.id))
  const scheme = kept?.frame.scheme ?? (await findSchemeOfPlanAsAt(tx, planId, now))
  const after = shown && (await findActionsClosed(tx, shown, scheme))
  return periodView({
    plan,
    scheme,
    period,
    closings: found.map((closing) => ({ ...closing, tally: tallies.get(closing.id) ?? [] })),
    shown,
    rows: after ? after.map(rowClosed) : await rowsNow(tx, period, scheme, { now, today }),
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
  const kept = before && (await findClosingFrame(tx, before.id))
  return before && kept ? { before: await findActionsClosed(tx, before, kept.frame.scheme), after } : null
}

function rowClosed(action: ActionClosed): PeriodRow {
  const { id, ref, text, leadWords, standing, dueOn, as, lateSince } = action
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
    lateSince,
  }
}

async function rowsNow(
  tx: Tx,
  period: ReportingPeriod,
  scheme: RatingScheme,
  { now, today }: { readonly now: Temporal.Instant; readonly today: Day },
): Promise<readonly PeriodRow[]> {
  const actions = new Map((await findActionsAsAt(tx, period.planId, now)).map((action) => [action.id, action]))
  const standings = await findStandingsAsAt(tx, period.planId, now, scheme)
  return (await rowsKnownAt(tx, period, now)).flatMap((row): readonly PeriodRow[] => {
    const action = actions.get(row.actionId)
    const known = standings.get(row.actionId)
    if (!action) return []
    const { id, ref, text, leadWords } = action
    const { standing, dueOn, submissionId, isAccepted, evidenceCount } = row
    const rated = { progress: known?.latest?.progress ?? null, impact: known?.latest?.impact ?? null }
    const { lateSince } = doingAsAt(known, scheme, today)
    return [{ id, ref, text, leadWords, standing, dueOn, submissionId, isAccepted, evidenceCount, lateSince, ...rated }]
  })
}
