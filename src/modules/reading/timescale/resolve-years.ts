import { type Day, day, lastDayOfMonth } from '../../../kernel/day.ts'
import { includes, lastDay, type Period } from '../../../kernel/period.ts'
import type { DatePrecision } from '../plan-reading.ts'
import type { ColumnOfTimes } from './column-of-times.ts'
import type { WrittenDate } from './dates.ts'

/** A date with its year settled. `from` says where the year came from; `to` the plan's period is the weakest. */
export type ResolvedDate = {
  readonly on: Day
  readonly precision: DatePrecision
  readonly yearFrom: 'written' | 'neighbour' | 'column' | 'plan' | 'plan-guess'
  readonly written: WrittenDate
}

/**
 * Settles the year of each date: its own, else that of a dated neighbour in the list, else the plan's period, where a month
 * falls on its first occurrence. A date that no year can be found for is left out.
 */
export function resolveYears(
  dates: readonly WrittenDate[],
  plan: Period | null,
  column: ColumnOfTimes,
): ResolvedDate[] {
  const settled = dates.map((date) => settleFigure(date, plan, column))
  return settled.flatMap((date, index): ResolvedDate[] => {
    const own = date.date.year
    if (own !== null) return resolved(date.date, own, date.from)
    const near = neighbourYear(
      settled.map((each) => each.date),
      index,
    )
    if (near !== null) return resolved(date.date, near, 'neighbour')
    const inPlan = plan ? firstYearIn(plan, date.date) : null
    if (inPlan === null || !plan) return []
    const isOneYear = plan.starts.until(plan.endsBefore, { largestUnit: 'months' }).months <= 12
    return resolved(date.date, inPlan, isOneYear ? 'plan' : 'plan-guess')
  })
}

/** "March 26" is a year where the column's other cells are months with years, or where the plan reaches 2026; else a day. */
function settleFigure(
  date: WrittenDate,
  plan: Period | null,
  column: ColumnOfTimes,
): { date: WrittenDate; from: ResolvedDate['yearFrom'] } {
  if (date.figure === null) return { date, from: 'written' }
  const asYear = { ...date, year: 2000 + date.figure, figure: null }
  const asDay: WrittenDate = { ...date, day: date.figure, precision: 'day', figure: null }
  if (date.figure > 31 || date.figure === 0) return { date: asYear, from: 'written' }
  const { monthsWithYears: years, days } = column
  if (years > days) return { date: asYear, from: 'column' }
  if (days > years) return { date: asDay, from: 'column' }
  const isInPlan =
    plan !== null &&
    Math.abs(2000 + date.figure - plan.starts.year) <= Math.max(1, lastDay(plan).year - plan.starts.year)
  return { date: isInPlan || plan === null ? asYear : asDay, from: 'plan-guess' }
}

/** The year that keeps a list in order: at or before the dated one that follows, at or after the dated one before. */
function neighbourYear(dates: readonly WrittenDate[], index: number): number | null {
  const date = dates[index]
  if (!date) return null
  const next = dates.slice(index + 1).find((each) => each.year !== null)
  if (next?.year != null) return date.month <= next.month ? next.year : next.year - 1
  const before = dates.slice(0, index).findLast((each) => each.year !== null)
  if (before?.year != null) return date.month >= before.month ? before.year : before.year + 1
  return null
}

function firstYearIn(plan: Period, date: WrittenDate): number | null {
  for (let year = plan.starts.year; year <= lastDay(plan).year; year++)
    if (includes(plan, dueDay(date, year))) return year
  return null
}

function resolved(date: WrittenDate, year: number, yearFrom: ResolvedDate['yearFrom']): ResolvedDate[] {
  return [{ on: dueDay(date, year), precision: date.precision, yearFrom, written: date }]
}

/** The day a date falls due: the day named, else the last day of the month that is named or that ends the quarter, term or year. */
export function dueDay(date: WrittenDate, year: number): Day {
  const last = lastDayOfMonth(year, date.month)
  return date.day === null || date.day > last.day ? last : last.with({ day: date.day })
}

/** The first day that a written date reaches back to: for "September 2014", 1 September. */
export function firstDayOf(date: ResolvedDate): Day {
  if (date.precision === 'day') return date.on
  const months = { month: 0, quarter: 2, term: 3, year: 11 }[date.precision]
  return day(date.on.with({ day: 1 }).subtract({ months }).toString())
}
