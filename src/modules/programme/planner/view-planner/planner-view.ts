import { counted } from '../../../../kernel/counted.ts'
import { type Day, isBefore } from '../../../../kernel/day.ts'
import { lastDay, type Period } from '../../../../kernel/period.ts'
import type { Plan } from '../../../plan/index.ts'
import { countedDuties, type StateCounts, statesInWords, sumDuties } from '../duty-state.ts'
import type { PlannedCount, PlannedDuty, PlannedMeeting, PlannerRows } from '../plan-year.store.ts'
import { closedInMonth } from './closed-in-month.ts'

export const MONTHS_ACROSS = 12
export const PLANNER_ROWS_PER_PAGE = 60
export const DUTIES_PER_PAGE = 200

export type PlannerRow = {
  /** null for the row of the whole plan */
  readonly key: string | null
  readonly name: string
  /** one for each month across */
  readonly cells: readonly { readonly counts: StateCounts; readonly meetings: readonly PlannedMeeting[] }[]
}

export type PlannerMonth = { readonly first: Day; readonly closed: string; readonly isNow: boolean }

export type PlannerView = {
  readonly plan: Plan
  readonly by: PlannerRows
  readonly title: string
  readonly months: readonly PlannerMonth[]
  /** the other twelvemonths there are, this among them */
  readonly years: readonly { readonly from: Day; readonly to: Day; readonly isShown: boolean }[]
  readonly whole: PlannerRow
  readonly rows: readonly PlannerRow[]
  readonly found: number
  readonly page: number
  readonly pages: number
  readonly chosen: ChosenCell | null
}

/** The members of one cell. */
export type ChosenCell = {
  readonly key: string | null
  readonly name: string
  readonly month: Day
  readonly counts: StateCounts
  readonly duties: readonly PlannedDuty[]
  readonly page: number
  readonly pages: number
}

export type PlannerFacts = {
  readonly plan: Plan
  readonly by: PlannerRows
  readonly today: Day
  readonly counts: readonly PlannedCount[]
  readonly meetings: readonly PlannedMeeting[]
  readonly closings: readonly Period[]
  /** the first month asked for; null: the twelvemonth of today */
  readonly from: Day | null
  readonly page: number
  readonly chosen: ChosenCell | null
}

const NONE: Readonly<Record<PlannerRows, string>> = { body: 'No lead group', lead: 'No lead', aim: 'Under no aim' }

export function plannerView(facts: PlannerFacts): PlannerView {
  const { plan, by, counts, today, chosen } = facts
  const years = plannerYears(plan, counts, today, facts.from)
  const shown = years.find(({ isShown }) => isShown)
  const months = shown ? monthsBetween(shown.from, shown.to) : []
  const rowsByKey = Map.groupBy(counts, ({ key }) => key)
  const row = (key: string | null, of: readonly PlannedCount[], meetings: readonly PlannedMeeting[]): PlannerRow => ({
    key,
    name: rowName(by, key, of[0]?.name ?? null),
    cells: months.map((month) => ({
      counts: countsIn(of, month),
      meetings: meetings.filter(({ on }) => sameMonth(on, month)),
    })),
  })
  const meetingsOf = (key: string) => (by === 'body' ? facts.meetings.filter(({ bodyId }) => bodyId === key) : [])
  const all = [...rowsByKey].flatMap(([key, of]) => (key === null ? [] : [row(key, of, meetingsOf(key))]))
  const pages = Math.max(1, Math.ceil(all.length / PLANNER_ROWS_PER_PAGE))
  const page = Math.min(Math.max(1, facts.page), pages)
  return {
    plan,
    by,
    title: titleOf(rowsByKey.get(null) ?? []),
    months: months.map((first) => ({
      first,
      closed: closedInMonth(first, facts.closings),
      isNow: sameMonth(first, today),
    })),
    years,
    whole: row(null, rowsByKey.get(null) ?? [], facts.meetings),
    rows: all.slice((page - 1) * PLANNER_ROWS_PER_PAGE, page * PLANNER_ROWS_PER_PAGE),
    found: all.length,
    page,
    pages,
    chosen,
  }
}

/** The months a planner could show, by twelve: of the plan, and those outside it in which something is due. */
export function plannerYears(
  plan: Pick<Plan, 'period'>,
  counts: readonly Pick<PlannedCount, 'month'>[],
  today: Day,
  from: Day | null,
): PlannerView['years'] {
  const ends = plan.period ? [plan.period.starts, lastDay(plan.period)] : []
  const firsts = [...counts.map(({ month }) => month), ...ends].map((on) => on.with({ day: 1 }))
  const [first, last] = [firsts.toSorted(Temporal.PlainDate.compare)[0], latest(firsts)]
  if (!first || !last) return []
  const starts = plan.period?.starts.with({ day: 1 }) ?? first
  const before = Math.ceil(Math.max(0, first.until(starts, { largestUnit: 'months' }).months) / MONTHS_ACROSS)
  const begin = starts.subtract({ months: before * MONTHS_ACROSS })
  const span = begin.until(last, { largestUnit: 'months' }).months + 1
  const years = Array.from({ length: Math.ceil(span / MONTHS_ACROSS) }, (_, at) => {
    const of = begin.add({ months: at * MONTHS_ACROSS })
    const to = of.add({ months: MONTHS_ACROSS - 1 })
    return { from: of, to: isBefore(last, to) ? last : to }
  })
  const wanted = (from ?? today).with({ day: 1 })
  const at = years.findIndex(({ to }) => !isBefore(to, wanted))
  const shownAt = at < 0 ? years.length - 1 : at
  return years.map((year, place) => ({ ...year, isShown: place === shownAt }))
}

export function rowName(by: PlannerRows, key: string | null, name: string | null): string {
  if (key === null) return 'The whole plan'
  return key === 'none' ? NONE[by] : name || 'Without a name'
}

export function countsIn(counts: readonly PlannedCount[], month: Day): StateCounts {
  return sumDuties(counts.filter((count) => sameMonth(count.month, month)))
}

function titleOf(counts: readonly PlannedCount[]): string {
  const sum = sumDuties(counts)
  const total = countedDuties(sum)
  return total === 0 ? 'Nothing is due to be reported' : `${counted(total, 'report')}: ${statesInWords(sum)}`
}

function monthsBetween(from: Day, to: Day): readonly Day[] {
  const span = from.until(to, { largestUnit: 'months' }).months + 1
  return Array.from({ length: span }, (_, at) => from.add({ months: at }))
}

function sameMonth(a: Day, b: Day): boolean {
  return a.year === b.year && a.month === b.month
}

function latest(days: readonly Day[]): Day | undefined {
  return days.toSorted(Temporal.PlainDate.compare).at(-1)
}
