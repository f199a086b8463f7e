import { counted } from '../../../../kernel/counted.ts'
import { type Day, isBefore, longDay } from '../../../../kernel/day.ts'
import type { BodyId } from '../../../../kernel/id.ts'
import type { Meeting } from '../../asking/calendar.store.ts'
import type { ForwardReport } from './forward-plan.store.ts'
import { meetingOfReport } from './meeting-of-report.ts'

export type ForwardPlanView = {
  readonly body: { readonly id: BodyId; readonly name: string }
  readonly today: Day
  readonly title: string
  readonly meetings: readonly (Meeting & { readonly reports: readonly ForwardReport[] })[]
  /** due within the year and after what the calendar's last meeting receives */
  readonly later: readonly ForwardReport[]
}

/**
 * What each coming meeting of a body will receive.
 *
 * @param meetings  of the body, past ones too, in order
 */
export function forwardPlanView(
  body: ForwardPlanView['body'],
  meetings: readonly Meeting[],
  reports: readonly ForwardReport[],
  today: Day,
): ForwardPlanView {
  const byMeeting = Map.groupBy(reports, ({ dueOn }) => meetingOfReport(dueOn, meetings))
  const coming = meetings.filter(({ on }) => !isBefore(on, today))
  const [next] = coming
  const later = (byMeeting.get(null) ?? []).filter(({ dueOn }) => !isBefore(dueOn, today))
  return {
    body,
    today,
    title: next
      ? `Next meeting on ${longDay(next.on)}: ${counted(byMeeting.get(next)?.length ?? 0, 'report')} to receive`
      : 'No meeting to come is in the calendar',
    meetings: coming.map((meeting) => ({ ...meeting, reports: byMeeting.get(meeting) ?? [] })),
    later,
  }
}
