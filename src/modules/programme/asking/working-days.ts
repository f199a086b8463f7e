import { englishBankHolidays } from '../../../kernel/bank-holidays.ts'
import type { Day } from '../../../kernel/day.ts'
import { includes, type Period } from '../../../kernel/period.ts'

/** Whether nobody is at work on a day. */
export type IsClosed = (on: Day) => boolean

/**
 * Weekends, the bank holidays of England and what a partnership adds, such as the days between Christmas and New Year.
 * A partnership that closes for ever is not believed: a search stops after a year and gives the day it began with.
 */
export function closedDays(ownClosings: readonly Period[] = []): IsClosed {
  const holidaysOf = new Map<number, ReadonlySet<string>>()
  return (on) => {
    if (on.dayOfWeek > 5) return true
    let holidays = holidaysOf.get(on.year)
    if (!holidays) {
      holidays = new Set(englishBankHolidays(on.year).map(String))
      holidaysOf.set(on.year, holidays)
    }
    return holidays.has(on.toString()) || ownClosings.some((closing) => includes(closing, on))
  }
}

/** The day itself when people are at work on it, else the last working day before. */
export function workingDayBefore(on: Day, isClosed: IsClosed): Day {
  return search(on, isClosed, -1)
}

/** The day itself when people are at work on it, else the next working day. */
export function workingDayAfter(on: Day, isClosed: IsClosed): Day {
  return search(on, isClosed, 1)
}

function search(from: Day, isClosed: IsClosed, step: 1 | -1): Day {
  for (let days = 0; days <= 366; days++) {
    const on = from.add({ days: days * step })
    if (!isClosed(on)) return on
  }
  return from
}
