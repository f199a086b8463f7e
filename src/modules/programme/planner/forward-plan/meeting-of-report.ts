import { type Day, isAfter, isBefore } from '../../../../kernel/day.ts'

/** The days between the close of papers and the day a report is due within which a meeting draws the asking forward. */
const DRAWS_WITHIN_DAYS = 14

/**
 * The meeting of an action's lead group that receives a report: the last whose papers close in the fortnight before it is due,
 * for then it is asked for by that day; else the first whose papers close after.
 *
 * @param meetings  of one body, in order
 * @returns null when no meeting in the calendar is late enough
 * @see docs/methods/planner.md
 */
export function meetingOfReport<M extends { readonly papersOn: Day }>(dueOn: Day, meetings: readonly M[]): M | null {
  const earliest = dueOn.subtract({ days: DRAWS_WITHIN_DAYS })
  const draws = meetings.findLast(({ papersOn }) => !isBefore(papersOn, earliest) && !isAfter(papersOn, dueOn))
  return draws ?? meetings.find(({ papersOn }) => isAfter(papersOn, dueOn)) ?? null
}
