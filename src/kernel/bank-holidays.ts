import { type Day, day } from './day.ts'
import { easterSunday } from './easter.ts'
import { valueAt } from './value-at.ts'

/** Holidays that were moved for an occasion: the usual day, and the day it was held on. */
const MOVED: Readonly<Record<string, string>> = {
  '1995-05-01': '1995-05-08',
  '2002-05-27': '2002-06-04',
  '2012-05-28': '2012-06-04',
  '2020-05-04': '2020-05-08',
  '2022-05-30': '2022-06-02',
}
/** Holidays of one year only: the millennium, jubilees, a wedding, a funeral and a coronation. */
const ONCE = ['1999-12-31', '2002-06-03', '2011-04-29', '2012-06-05', '2022-06-03', '2022-09-19', '2023-05-08']

/**
 * The bank holidays of England and Wales in a year, in order. One that falls on a weekend is held on the next weekday.
 *
 * @param year  from 1978, when the early May holiday began; days proclaimed later than this was written are not known
 * @see Banking and Financial Dealings Act 1971, schedule 1, and the proclamations since
 */
export function englishBankHolidays(year: number): readonly Day[] {
  const easter = easterSunday(year)
  const usual = [
    onWeekday(Temporal.PlainDate.from({ year, month: 1, day: 1 }), []),
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...christmas(year),
  ]
  const held = usual.map((on) => day(valueAt(MOVED, on.toString()) ?? on.toString()))
  const once = ONCE.map(day).filter((on) => on.year === year)
  return [...held, ...once].sort(Temporal.PlainDate.compare)
}

function christmas(year: number): readonly Day[] {
  const christmasDay = onWeekday(Temporal.PlainDate.from({ year, month: 12, day: 25 }), [])
  return [christmasDay, onWeekday(Temporal.PlainDate.from({ year, month: 12, day: 26 }), [christmasDay])]
}

/** The first weekday from a day on that is not taken. */
function onWeekday(on: Day, taken: readonly Day[]): Day {
  return on.dayOfWeek > 5 || taken.some((other) => other.equals(on)) ? onWeekday(on.add({ days: 1 }), taken) : on
}

function firstMonday(year: number, month: number): Day {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return first.add({ days: (8 - first.dayOfWeek) % 7 })
}

function lastMonday(year: number, month: number): Day {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const last = first.with({ day: first.daysInMonth })
  return last.subtract({ days: last.dayOfWeek - 1 })
}
