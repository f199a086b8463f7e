import type { DatePrecision } from '../plan-reading.ts'
import { parseTimes } from './grammar/parse-phrases.ts'

/** A date as prose writes it: `year` null where only the month, or the day and month, are named. */
export type WrittenDate = {
  readonly year: number | null
  readonly month: number
  /** null where the month, quarter, term or year is all that is named */
  readonly day: number | null
  readonly precision: DatePrecision
  readonly from: number
  readonly to: number
}

/** Every date a text names outright, in its order, with its place in the text. */
export function findDates(text: string): WrittenDate[] {
  return parseTimes(text, 'day-first').flatMap((phrase) => {
    if (phrase.is !== 'time' || phrase.time.month === 0) return []
    const { year, month, day, precision, figure, doubts } = phrase.time
    const isDoubtful = figure !== null || doubts.some(({ makes }) => makes === 'unsure')
    return [{ year: isDoubtful ? null : year, month, day, precision, from: phrase.from, to: phrase.to }]
  })
}
