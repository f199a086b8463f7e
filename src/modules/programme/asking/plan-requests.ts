import type { BodyId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { WantedReport } from './asking.store.ts'
import { USUAL_RULES } from './asking-rules.ts'
import { findAskingRules, findClosedPeriods, findMeetings } from './calendar.store.ts'
import type { RequestFacts } from './ladder.ts'
import { requestWindow } from './request-window.ts'
import { closedDays } from './working-days.ts'

/** Sets each wanted report in the days of its plan's rules and its lead group's meetings. */
export async function factsOfRequests(
  tx: Tx,
  wanted: readonly WantedReport[],
): Promise<readonly (WantedReport & RequestFacts)[]> {
  const rulesOf = await findAskingRules(tx, distinct(wanted.map(({ planId }) => planId)))
  const isClosed = closedDays(await findClosedPeriods(tx))
  const meetingsOf = await findMeetings(tx, distinct(wanted.flatMap(({ leadGroupId }) => leadGroupId ?? [])))
  const meetings = (bodyId: BodyId | null) => (bodyId && meetingsOf.get(bodyId)) ?? []
  return wanted.map((report) => {
    const rules = rulesOf.get(report.planId) ?? USUAL_RULES
    const calendar = { isClosed, meetings: meetings(report.leadGroupId) }
    return { ...report, window: requestWindow(report.dueOn, rules, calendar) }
  })
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}
