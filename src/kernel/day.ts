import { MONTH_NAMES } from './month-names.ts'

/** A day of the calendar, with no hour and no zone. */
export type Day = Temporal.PlainDate

/** Reads `2014-09-30`; throws RangeError when it is not a day of the calendar. */
export function day(text: string): Day {
  return Temporal.PlainDate.from(text, { overflow: 'reject' })
}

/** Reads what a person or a link wrote as `2014-09-30`; null when it is not a day of the calendar from 1900 to 2199. */
export function parseDay(text: string): Day | null {
  if (!/^(?:19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return day(text)
  } catch {
    return null
  }
}

/** The last day of a month, which is when "September 2014" falls due. */
export function lastDayOfMonth(year: number, month: number): Day {
  const first = Temporal.PlainDate.from({ year, month, day: 1 }, { overflow: 'reject' })
  return first.with({ day: first.daysInMonth })
}

export function isBefore(a: Day, b: Day): boolean {
  return Temporal.PlainDate.compare(a, b) < 0
}

export function isAfter(a: Day, b: Day): boolean {
  return Temporal.PlainDate.compare(a, b) > 0
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return from.until(to, { largestUnit: 'days' }).days
}

/** The day it is in England at a moment. */
export function dayOf(moment: Temporal.Instant): Day {
  return moment.toZonedDateTimeISO('Europe/London').toPlainDate()
}

/** The last instant of a day in England: what "as at 31 March" includes. */
export function endOfDay(on: Day): Temporal.Instant {
  return on.add({ days: 1 }).toZonedDateTime('Europe/London').toInstant().subtract({ milliseconds: 1 })
}

/** "September", from 9. */
export function monthName(month: number): string {
  const name = MONTH_NAMES[month - 1]
  if (!name) throw new RangeError(`No month ${month}`)
  return name
}

/** "30 September 2014", for text. */
export function longDay(on: Day): string {
  return `${on.day} ${monthName(on.month)} ${on.year}`
}

/** "30 Sep 14", for tables. */
export function shortDay(on: Day): string {
  return `${on.day} ${monthName(on.month).slice(0, 3)} ${String(on.year).slice(2)}`
}

/** "September 2014". */
export function monthAndYear(on: Day): string {
  return `${monthName(on.month)} ${on.year}`
}

/** "30 September 2014 at 14:05", a moment as England's clocks show it. */
export function longMoment(moment: Temporal.Instant): string {
  return `${longDay(dayOf(moment))} at ${clockTime(moment)}`
}

/** "30 Sep 14, 14:05", for tables. */
export function shortMoment(moment: Temporal.Instant): string {
  return `${shortDay(dayOf(moment))}, ${clockTime(moment)}`
}

function clockTime(moment: Temporal.Instant): string {
  const { hour, minute } = moment.toZonedDateTimeISO('Europe/London')
  return `${hour}:${String(minute).padStart(2, '0')}`
}
