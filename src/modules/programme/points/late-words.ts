import { type Day, longDay } from '../../../kernel/day.ts'

export function lateDoingWords(since: Day): string {
  return `The work is late: its last day was ${longDay(since)}, and it is not complete`
}

export function lateReportWords(since: Day): string {
  return `The report is late: an update was due on ${longDay(since)}`
}
