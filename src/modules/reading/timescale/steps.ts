import { type Day, isAfter, isBefore, lastDayOfMonth } from '../../../kernel/day.ts'

const MOST_DATES = 120

/** Days a step of months apart, from the first to the last that is allowed. The end of a month stays the end of a month. */
export function stepFrom(first: Day, months: number, last: Day): Day[] {
  if (months < 1) return []
  const days: Day[] = []
  for (let count = 0; count < MOST_DATES; count++) {
    const on = stepped(first, months * count)
    if (isAfter(on, last)) break
    days.push(on)
  }
  return days
}

function stepped(from: Day, months: number): Day {
  const on = from.with({ day: 1 }).add({ months })
  if (from.day === from.daysInMonth) return lastDayOfMonth(on.year, on.month)
  return on.with({ day: Math.min(from.day, on.daysInMonth) })
}

const ENDS = { terms: [3, 7, 12], 'half-terms': [2, 3, 5, 7, 10, 12] } as const

/** The usual ends of school terms or half terms from one day to another: the last days of their months. */
export function everyTerm(from: Day, to: Day, by: keyof typeof ENDS): Day[] {
  const days: Day[] = []
  for (let year = from.year; year <= to.year && days.length < MOST_DATES; year++) {
    for (const month of ENDS[by]) {
      const on = lastDayOfMonth(year, month)
      if (!isBefore(on, from) && !isAfter(on, to)) days.push(on)
    }
  }
  return days
}
