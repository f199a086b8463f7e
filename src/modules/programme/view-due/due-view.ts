import { type Day, isBefore } from '../../../kernel/day.ts'
import { lastDay } from '../../../kernel/period.ts'
import type { Plan } from '../../plan/index.ts'
import type { DueRow, MonthCount } from './due.store.ts'

export type DueView = {
  readonly plan: Plan
  readonly today: Day
  readonly title: string
  readonly months: readonly MonthCount[]
  /** the month listed, its first day */
  readonly month: Day
  readonly rows: readonly DueRow[]
  /** actions whose timescale gives no date, so that nobody thinks them forgotten */
  readonly undated: number
}

export function dueView(
  facts: Omit<DueView, 'title' | 'months'> & { readonly counts: readonly MonthCount[] },
): DueView {
  const { counts, ...same } = facts
  return { ...same, months: everyMonth(facts.plan, counts), title: titleOf(counts) }
}

/** Every month of the plan, and those outside it that have a duty; months with nothing due count nothing. */
export function everyMonth(plan: Plan, counts: readonly MonthCount[]): readonly MonthCount[] {
  const named = counts.map(({ month }) => Temporal.PlainDate.from(`${month}-01`))
  const ends = plan.period ? [plan.period.starts, lastDay(plan.period)] : []
  const days = [...named, ...ends].sort(Temporal.PlainDate.compare)
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return []
  const countByMonth = new Map(counts.map((count) => [count.month, count]))
  const months: MonthCount[] = []
  for (let on = first.with({ day: 1 }); !isBefore(last, on) && months.length < 120; on = on.add({ months: 1 })) {
    const month = on.toString().slice(0, 7)
    months.push(countByMonth.get(month) ?? { month, reported: 0, overdue: 0, due: 0 })
  }
  return months
}

function titleOf(counts: readonly MonthCount[]): string {
  const sum = (key: 'reported' | 'overdue' | 'due') => counts.reduce((total, count) => total + count[key], 0)
  const updates = (count: number) => (count === 1 ? '1 update' : `${count} updates`)
  const missed = sum('overdue') === 0 ? 'No update was missed' : `${updates(sum('overdue'))} missed`
  return `${missed}; ${sum('reported')} sent and ${sum('due')} still to come`
}
