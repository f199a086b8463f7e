import { counted } from '../../../../kernel/counted.ts'
import type { Day } from '../../../../kernel/day.ts'
import { lastDay } from '../../../../kernel/period.ts'
import type { Plan } from '../../../plan/index.ts'
import type { DueRow, MonthCount } from './due.store.ts'

export const ROWS_PER_PAGE = 200

export type DueView = {
  readonly plan: Plan
  readonly today: Day
  readonly title: string
  readonly months: readonly MonthCount[]
  /** false when months without a duty are left out, because the plan is long */
  readonly areAllMonths: boolean
  /** the month listed, its first day */
  readonly month: Day
  /** how many duties the month has, on all its pages */
  readonly found: number
  readonly page: number
  readonly pages: number
  readonly rows: readonly DueRow[]
  /** actions whose timescale gives no date, so that nobody thinks them forgotten */
  readonly undated: number
}

export function dueView(
  facts: Omit<DueView, 'title' | 'months' | 'areAllMonths'> & { readonly counts: readonly MonthCount[] },
): DueView {
  const { counts, ...same } = facts
  const { months, areAll } = monthsShown(facts.plan, counts)
  return { ...same, months, areAllMonths: areAll, title: titleOf(counts) }
}

/** How many duties a month has, and which of its pages is shown: the one asked for, or the last there is. */
export function pageOfMonth(
  counts: readonly MonthCount[],
  month: Day,
  asked: string,
): { readonly found: number; readonly page: number; readonly pages: number } {
  const count = counts.find((of) => of.month === monthKey(month))
  const found = count ? count.reported + count.overdue + count.due : 0
  const pages = Math.max(1, Math.ceil(found / ROWS_PER_PAGE))
  const wanted = /^\d{1,6}$/.test(asked) ? Math.max(1, Number(asked)) : 1
  return { found, page: Math.min(wanted, pages), pages }
}

const MOST_MONTHS = 120

/**
 * Every month of the plan, and those outside it that have a duty; months with nothing due count nothing. When that is
 * more than ten years, only the months that have a duty.
 */
export function monthsShown(
  plan: Pick<Plan, 'period'>,
  counts: readonly MonthCount[],
): { readonly months: readonly MonthCount[]; readonly areAll: boolean } {
  const named = counts.map(({ month }) => Temporal.PlainDate.from(`${month}-01`))
  const ends = plan.period ? [plan.period.starts, lastDay(plan.period)] : []
  const firsts = [...named, ...ends].map((on) => on.with({ day: 1 })).sort(Temporal.PlainDate.compare)
  const [first, last] = [firsts[0], firsts.at(-1)]
  if (!first || !last) return { months: [], areAll: true }
  const span = first.until(last, { largestUnit: 'months' }).months + 1
  if (span > MOST_MONTHS) return { months: counts, areAll: false }
  const countByMonth = new Map(counts.map((count) => [count.month, count]))
  const months = Array.from({ length: span }, (_, at) => monthKey(first.add({ months: at })))
  return {
    months: months.map((month) => countByMonth.get(month) ?? { month, reported: 0, overdue: 0, due: 0 }),
    areAll: true,
  }
}

/** `2014-09`, from any day of it. */
export function monthKey(on: Day): string {
  return on.toString().slice(0, 7)
}

function titleOf(counts: readonly MonthCount[]): string {
  const sum = (key: 'reported' | 'overdue' | 'due') => counts.reduce((total, count) => total + count[key], 0)
  const missed = sum('overdue') === 0 ? 'No update was missed' : `${counted(sum('overdue'), 'update')} missed`
  return `${missed}; ${sum('reported')} sent and ${sum('due')} still to come`
}
