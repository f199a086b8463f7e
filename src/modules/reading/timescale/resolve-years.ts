import { type Day, day, lastDayOfMonth } from '../../../kernel/day.ts'
import { includes, lastDay, type Period } from '../../../kernel/period.ts'
import type { ColumnOfTimes } from './column-of-times.ts'
import type { Doubt, Time } from './phrase.ts'
import { type Settled, settleDay } from './settle-day.ts'

/** A time with its year settled. `yearFrom` says where the year came from; the plan's period is the weakest. */
export type ResolvedTime = Settled & { readonly yearFrom: 'written' | 'neighbour' | 'plan'; readonly time: Time }

const COLUMN_SAYS_YEAR: Doubt = { words: 'The two figures are a year, as in the rest of the column.', makes: 'likely' }
const COLUMN_SAYS_DAY: Doubt = {
  words: 'The two figures are a day of the month, as in the rest of the column.',
  makes: 'likely',
}
const FIGURE_IS_OPEN: Doubt = { words: 'The two figures after the month may be a year or a day.', makes: 'unsure' }
const FIGURE_IS_YEAR: Doubt = { words: 'The two figures after the month are taken as the year.', makes: 'likely' }
const SWAPPED: Doubt = {
  words: 'Day and month may be the other way round: the American reading lies in the plan, and this one does not.',
  makes: 'unsure',
}
const DAY_FIRST: Doubt = { words: 'Day and month are read in British order.', makes: 'likely' }
const OTHER_YEARS: Doubt = {
  words: 'The year is a guess from the plan’s period; another could be meant.',
  makes: 'unsure',
}
const PLAN_YEAR: Doubt = { words: 'The year is taken from the plan’s period.', makes: 'sure' }
const SAME_YEAR: Doubt = { words: 'The year is taken from the date beside it.', makes: 'sure' }
const NOT_IN_PLAN: Doubt = {
  words: 'The year of the date beside it puts it outside the plan; another year would not.',
  makes: 'unsure',
}
const YEAR_BESIDE: Doubt = {
  words: 'The year is worked out from the date beside it, so that the list is in order.',
  makes: 'likely',
}

/**
 * Settles the year of each time: its own, else that of a dated neighbour in the list, else the plan's period, where a month
 * falls on its first occurrence. Null stands for a time that no year can be found for.
 */
export function resolveYears(
  times: readonly Time[],
  plan: Period | null,
  column: ColumnOfTimes,
): (ResolvedTime | null)[] {
  const settled = times.map((time) => settleFigure(time, plan, column))
  return settled.map((time, index) => {
    if (time.named === 'plan-end' || time.named === 'plan-year') return ofPlan(time, plan)
    if (time.year !== null) return resolved(time, ofOwnYear(time, plan), 'written', inSwappedDoubt(time, plan))
    const near = neighbourYear(settled, index)
    if (near !== null) return ofNeighbour(time, near, plan)
    return plan ? firstIn(plan, time) : null
  })
}

/** A year from the date beside it, though the plan has the same time in another year. */
function ofNeighbour(time: Time, near: { year: number; isSame: boolean }, plan: Period | null): ResolvedTime | null {
  const settled = settleDay(time, near.year)
  const isElsewhere = settled !== null && plan !== null && !includes(plan, settled.on) && firstIn(plan, time) !== null
  return resolved(time, settled, 'neighbour', [isElsewhere ? NOT_IN_PLAN : near.isSame ? SAME_YEAR : YEAR_BESIDE])
}

function resolved(
  time: Time,
  settled: Settled | null,
  yearFrom: ResolvedTime['yearFrom'],
  doubts: readonly Doubt[],
): ResolvedTime | null {
  return settled && { ...settled, doubts: [...time.doubts, ...settled.doubts, ...doubts], yearFrom, time }
}

/** A year alone ends in December, or where the plan's last year ends before that, with the plan. */
function ofOwnYear(time: Time, plan: Period | null): Settled | null {
  const settled = settleDay(time, time.year ?? 0)
  if (!settled || time.named !== 'year' || (time.part !== null && time.part !== 'end')) return settled
  const ends = plan ? lastDay(plan) : null
  if (ends && ends.year === time.year && ends.month < 12) {
    const doubt: Doubt = {
      words: 'Only a year is named, the plan’s last: it is taken as the end of the plan.',
      makes: 'unsure',
    }
    return { ...settled, on: ends, doubts: [doubt] }
  }
  const doubt: Doubt = {
    words: 'Only a year is named: it is taken as its last day.',
    makes: time.part === 'end' ? 'likely' : 'unsure',
  }
  return { ...settled, doubts: [doubt] }
}

/** "March 26" is a year where the column's other cells are months with years, a day where they are days; else it is open. */
function settleFigure(time: Time, plan: Period | null, column: ColumnOfTimes): Time {
  if (time.figure === null || time.named !== 'month') return time
  const figure = time.figure
  const is = (what: 'year' | 'day', doubt: Doubt): Time => ({
    ...time,
    ...(what === 'year' ? { year: 2000 + figure } : { named: 'day', day: figure, precision: 'day' }),
    figure: null,
    doubts: [...time.doubts, doubt],
  })
  if (figure === 0 || figure > lastDayOfMonth(2024, time.month).day) return is('year', FIGURE_IS_YEAR)
  const { monthsWithYears: years, days } = column
  if (years > days) return is('year', COLUMN_SAYS_YEAR)
  if (days > years) return is('day', COLUMN_SAYS_DAY)
  const reach = plan ? ([plan.starts.year - 1, lastDay(plan).year + 1] as const) : null
  const isInReach = !reach || (2000 + figure >= reach[0] && 2000 + figure <= reach[1])
  return is(isInReach ? 'year' : 'day', FIGURE_IS_OPEN)
}

function inSwappedDoubt({ swapped, year, month, day: date }: Time, plan: Period | null): Doubt[] {
  if (!swapped || year === null || date === null) return []
  if (!plan) return [DAY_FIRST]
  const here = Temporal.PlainDate.from({ year, month, day: date })
  const there = Temporal.PlainDate.from({ year, month: swapped.month, day: swapped.day })
  return [!includes(plan, here) && includes(plan, there) ? SWAPPED : DAY_FIRST]
}

/** The year that keeps a list in order: at or before the dated one that follows, at or after the dated one before. */
function neighbourYear(times: readonly Time[], index: number): { year: number; isSame: boolean } | null {
  const time = times[index]
  if (!time || time.month === 0) return null
  const next = times.slice(index + 1).find((each) => each.year !== null)
  if (next?.year != null) return near(next.year, time.month <= next.month ? 0 : -1)
  const before = times.slice(0, index).findLast((each) => each.year !== null)
  return before?.year != null ? near(before.year, time.month >= before.month ? 0 : 1) : null
}

function near(year: number, step: number): { year: number; isSame: boolean } {
  return { year: year + step, isSame: step === 0 }
}

function firstIn(plan: Period, time: Time): ResolvedTime | null {
  const found: Settled[] = []
  for (let year = plan.starts.year; year <= lastDay(plan).year; year++) {
    const settled = settleDay(time, year)
    if (settled && includes(plan, settled.on)) found.push(settled)
  }
  return resolved(time, found[0] ?? null, 'plan', [
    found.length > 1 || (time.named === 'feast' && time.day === null) ? OTHER_YEARS : PLAN_YEAR,
  ])
}

/** "Year 2" and "end of the plan" are counted from the plan itself. */
function ofPlan(time: Time, plan: Period | null): ResolvedTime | null {
  if (!plan) return null
  if (time.named === 'plan-end') {
    const settled: Settled = { first: plan.starts, on: lastDay(plan), precision: time.precision, doubts: [] }
    return resolved(time, settled, 'plan', [])
  }
  const first: Day = plan.starts.add({ years: (time.figure ?? 1) - 1 })
  const on = first.add({ years: 1 }).subtract({ days: 1 })
  return includes(plan, on)
    ? resolved(time, { first: day(first.toString()), on, precision: 'year', doubts: [] }, 'plan', [])
    : null
}
