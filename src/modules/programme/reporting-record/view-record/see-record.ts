import { type Day, dayOf, isBefore } from '../../../../kernel/day.ts'
import { lastDay } from '../../../../kernel/period.ts'
import type { Tx } from '../../../../platform/database/index.ts'
import type { Plan } from '../../../plan/index.ts'
import { USUAL_RULES } from '../../asking/asking-rules.ts'
import { findAskingRules, findClosedPeriods, findMeetings } from '../../asking/calendar.store.ts'
import { requestWindow } from '../../asking/request-window.ts'
import { closedDays } from '../../asking/working-days.ts'
import { findDutyRecords } from '../duty-record.store.ts'
import type { DutyRecord } from '../reporting-tally.ts'

/** Every duty of a plan that fell due by a day, with its days of asking and grace by the plan's rules. */
export async function seeRecord(tx: Tx, plan: Plan & { readonly adoptedAt: Temporal.Instant }, today: Day) {
  const adopted = dayOf(plan.adoptedAt)
  const from = plan.period && isBefore(plan.period.starts, adopted) ? plan.period.starts : adopted
  const to = plan.period && isBefore(lastDay(plan.period), today) ? lastDay(plan.period) : today
  const found = await findDutyRecords(tx, plan.id, { from, to, today })
  const rules = (await findAskingRules(tx, [plan.id])).get(plan.id) ?? USUAL_RULES
  const isClosed = closedDays(await findClosedPeriods(tx))
  const meetings = await findMeetings(tx, [...new Set(found.flatMap(({ bodyId }) => bodyId ?? []))])
  const duties = found.map((duty): DutyRecord => {
    const calendar = { isClosed, meetings: (duty.bodyId && meetings.get(duty.bodyId)) ?? [] }
    const { graceEndsOn, opensOn } = requestWindow(duty.dueOn, rules, calendar)
    return { ...duty, graceEndsOn, opensOn }
  })
  return { from, to, duties }
}
