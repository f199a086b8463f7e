import { type Day, dayOf } from '../../../kernel/day.ts'
import { type IsClosed, workingDayAfter } from './working-days.ts'

/** Messages that nobody waits for go out between these hours of a working day, by England's clocks. */
const FIRST_HOUR = 8
const LAST_HOUR = 18

/** The moment from which a message may go: now in the hours of a working day, else the first hour of the next. */
export function momentToSend(now: Temporal.Instant, isClosed: IsClosed): Temporal.Instant {
  const on = dayOf(now)
  if (!isClosed(on)) {
    if (isBeforeMoment(now, hourOf(on, FIRST_HOUR))) return hourOf(on, FIRST_HOUR)
    if (isBeforeMoment(now, hourOf(on, LAST_HOUR))) return now
  }
  return hourOf(workingDayAfter(on.add({ days: 1 }), isClosed), FIRST_HOUR)
}

function hourOf(on: Day, hour: number): Temporal.Instant {
  return on.toZonedDateTime({ timeZone: 'Europe/London', plainTime: { hour } }).toInstant()
}

function isBeforeMoment(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}
