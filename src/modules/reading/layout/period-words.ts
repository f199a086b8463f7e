import { type Day, day, isBefore, monthName } from '../../../kernel/day.ts'
import type { Period } from '../../../kernel/period.ts'

const MONTHS = Array.from({ length: 12 }, (_, at) => monthName(at + 1).toLowerCase())

/** "1 April 2014 to 31 March 2015", as `longPeriod` writes it; null for other words. */
export function readPeriodWords(text: string): Period | null {
  const [first = '', last = '', ...more] = text.split(' to ')
  const starts = readLongDay(first)
  const ends = readLongDay(last)
  return starts && ends && more.length === 0 && !isBefore(ends, starts)
    ? { starts, endsBefore: ends.add({ days: 1 }) }
    : null
}

function readLongDay(text: string): Day | null {
  const found = /^(\d{1,2}) (\p{L}+) (\d{1,4})$/u.exec(text.trim())
  const month = MONTHS.indexOf((found?.[2] ?? '').toLowerCase()) + 1
  if (!found || month === 0) return null
  try {
    return day(`${(found[3] ?? '').padStart(4, '0')}-${pad(month)}-${pad(Number(found[1]))}`)
  } catch {
    return null
  }
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
