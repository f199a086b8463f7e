import { type Day, lastDayOfMonth } from '../../../kernel/day.ts'
import { type Period, period } from '../../../kernel/period.ts'
import { findDates, type WrittenDate } from '../timescale/find-dates.ts'

export type StatedPeriod = { readonly period: Period; readonly words: string }

const OPENING = /\b(?:plan|strategy|programme|charter|period|year)\b[^.;]{0,40}$/i
/** A quick look before the slow one: a plan's name, and soon after it two figures with a word or mark between that means "until". */
const SPEAKS_OF_A_PLAN =
  /\b(?:plan|strategy|programme|charter|period|year)\b[^.;]{0,60}\d[^;]{0,30}(?:\bto\b|\buntil\b|\bthrough\b|[-–—])[^;]{0,50}\d/i
const UNTIL = /^\s*(?:to|until|through|[-–—])\s*(?:the\s+end\s+of\s+)?$/i
const LONGEST_YEARS = 15

/**
 * The period of a plan that says outright from which day or month to which: "This plan covers 1 September 2025 to
 * 31 August 2026". Months run from their first day to their last. Null when the text names no such pair, or when the
 * words before it do not speak of the plan.
 */
export function statedPeriod(text: string): StatedPeriod | null {
  if (!SPEAKS_OF_A_PLAN.test(text)) return null
  const dates = findDates(text)
  for (const [index, first] of dates.entries()) {
    const last = dates[index + 1]
    if (!last || !OPENING.test(text.slice(0, first.from)) || !UNTIL.test(text.slice(first.to, last.from))) continue
    const starts = firstDay(first)
    const ends = lastDay(last)
    if (!starts || !ends || !isCredible(starts, ends)) continue
    return { period: period(starts, ends.add({ days: 1 })), words: text.slice(first.from, last.to) }
  }
  return null
}

function firstDay({ year, month, day, precision }: WrittenDate): Day | null {
  if (year === null || (precision !== 'day' && precision !== 'month')) return null
  return Temporal.PlainDate.from({ year, month, day: day ?? 1 })
}

function lastDay({ year, month, day, precision }: WrittenDate): Day | null {
  if (year === null || (precision !== 'day' && precision !== 'month')) return null
  return day === null ? lastDayOfMonth(year, month) : Temporal.PlainDate.from({ year, month, day })
}

/** Shorter than a quarter is an event, not a plan; longer than fifteen years is a misprint. */
function isCredible(starts: Day, ends: Day): boolean {
  const soonest = starts.add({ months: 3 }).subtract({ days: 1 })
  const latest = starts.add({ years: LONGEST_YEARS })
  return Temporal.PlainDate.compare(ends, soonest) >= 0 && Temporal.PlainDate.compare(ends, latest) < 0
}
