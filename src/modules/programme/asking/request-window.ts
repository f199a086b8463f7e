import { type Day, isAfter, isBefore } from '../../../kernel/day.ts'
import type { AskingRules } from './asking-rules.ts'
import { type IsClosed, workingDayAfter, workingDayBefore } from './working-days.ts'

/** The days of one request for an update, each a working day but the duty itself, which nothing moves. */
export type RequestWindow = {
  readonly opensOn: Day
  /** null when the rules ask for no reminder */
  readonly remindsOn: Day | null
  /** the day the lead is told that it is due: the duty's own, or the last working day before it */
  readonly dueStepOn: Day
  /** the duty, as the plan's timescale gives it */
  readonly dueOn: Day
  readonly graceEndsOn: Day
  readonly chairOn: Day
  readonly managerOn: Day
  /** the last day on which anybody is asked */
  readonly closesOn: Day
  /** the meeting whose papers the update is for; null when none draws the asking forward */
  readonly meetingOn: Day | null
}

export type AskingCalendar = {
  readonly isClosed: IsClosed
  /** the meetings of the action's lead group, in order, with the day its papers close */
  readonly meetings: readonly { readonly on: Day; readonly papersOn: Day }[]
}

/** A meeting draws the asking forward when its papers close in the fortnight before the day a report is due. */
const MEETING_DRAWS_WITHIN_DAYS = 14

/**
 * When a report due on a day is asked for, reminded of and chased. Holidays and meetings move the asking, never the
 * duty: what is asked before counts back from the day the papers of the lead group's meeting close, where there is one
 * shortly before; what is chased after counts from the duty itself.
 */
export function requestWindow(dueOn: Day, rules: AskingRules, { isClosed, meetings }: AskingCalendar): RequestWindow {
  const earliest = dueOn.subtract({ days: MEETING_DRAWS_WITHIN_DAYS })
  const meeting = meetings.findLast(({ papersOn }) => !isBefore(papersOn, earliest) && !isAfter(papersOn, dueOn))
  const wantedOn = meeting?.papersOn ?? dueOn
  const before = (days: number) => workingDayBefore(wantedOn.subtract({ days }), isClosed)
  const after = (days: number) => workingDayAfter(dueOn.add({ days }), isClosed)
  return {
    opensOn: before(rules.askAhead),
    remindsOn: rules.remindAhead === null ? null : before(rules.remindAhead),
    dueStepOn: before(0),
    dueOn,
    graceEndsOn: after(rules.graceDays),
    chairOn: after(rules.chairAfter),
    managerOn: after(rules.managerAfter),
    closesOn: after(rules.closesAfter),
    meetingOn: meeting?.on ?? null,
  }
}
