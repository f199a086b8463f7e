import { type Day, lastDayOfMonth, longDay, monthAndYear, monthName } from '../src/kernel/day.ts'

/** The twelve months from a first day, and the words a plan would use for them. Months count from 0. */
export type PlanYear = {
  readonly starts: Day
  readonly endsBefore: Day
  /** "June 2026" */
  readonly month: (index: number) => string
  /** "June" */
  readonly monthName: (index: number) => string
  /** "Jun", but "Sept" as people write it */
  readonly shortMonth: (index: number) => string
  /** "15 June 2026" */
  readonly longDay: (index: number, day: number) => string
  readonly lastDay: (index: number) => Day
  /** the last autumn or summer term to end within the first eleven months */
  readonly term: CalendarWords
  /** the quarter of a financial year that ends in the seventh, eighth or ninth month */
  readonly quarter: CalendarWords
}

/** Words bound to the calendar, not to the plan, and the month of the plan year they fall due in. */
export type CalendarWords = { readonly words: string; readonly dueMonth: number }

/** @throws RangeError when `starts` is not the first of a month */
export function planYear(starts: Day): PlanYear {
  if (starts.day !== 1) throw new RangeError(`A demo plan starts on the first of a month, not on ${longDay(starts)}`)
  const first = (index: number) => starts.add({ months: index })
  return {
    starts,
    endsBefore: first(12),
    month: (index) => monthAndYear(first(index)),
    monthName: (index) => monthName(first(index).month),
    shortMonth: (index) => shortMonth(first(index).month),
    longDay: (index, day) => longDay(first(index).with({ day }, { overflow: 'reject' })),
    lastDay: (index) => lastDayOfMonth(first(index).year, first(index).month),
    term: lastTermEnd(starts),
    quarter: quarterEnd(starts),
  }
}

function shortMonth(month: number): string {
  return month === 9 ? 'Sept' : monthName(month).slice(0, 3)
}

function lastTermEnd(starts: Day): CalendarWords {
  const ends = [...Array(11).keys()].map((index) => starts.add({ months: index }))
  const dueMonth = ends.findLastIndex(({ month }) => month === 12 || month === 7)
  const end = starts.add({ months: dueMonth })
  return { words: `By end of ${end.month === 12 ? 'autumn' : 'summer'} term ${end.year}`, dueMonth }
}

function quarterEnd(starts: Day): CalendarWords {
  const dueMonth = [6, 7, 8].find((index) => starts.add({ months: index }).month % 3 === 0) ?? 6
  const end = starts.add({ months: dueMonth })
  const opens = end.month === 3 ? end.year - 1 : end.year
  const number = ((end.month / 3 + 2) % 4) + 1
  return { words: `Q${number} ${opens}/${String(opens + 1).slice(2)}`, dueMonth }
}
