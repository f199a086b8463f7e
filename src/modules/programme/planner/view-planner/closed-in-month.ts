import { englishBankHolidays } from '../../../../kernel/bank-holidays.ts'
import { type Day, isAfter, isBefore, lastDayOfMonth } from '../../../../kernel/day.ts'
import { lastDay, type Period } from '../../../../kernel/period.ts'

/** The days of a month on which nobody is there, besides weekends: "25–26, 29–31". Empty when there are none. */
export function closedInMonth(month: Day, closings: readonly Period[]): string {
  const end = lastDayOfMonth(month.year, month.month)
  const closed = new Set<number>()
  for (const on of englishBankHolidays(month.year)) if (on.month === month.month) closed.add(on.day)
  for (const closing of closings) {
    const to = isAfter(lastDay(closing), end) ? end : lastDay(closing)
    const from = isBefore(closing.starts, month) ? month : closing.starts
    for (let on = from; !isAfter(on, to); on = on.add({ days: 1 })) closed.add(on.day)
  }
  return rangesOf([...closed].sort((a, b) => a - b))
}

function rangesOf(days: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const day of days) {
    const last = ranges.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else ranges.push([day, day])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
