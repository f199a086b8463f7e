import { counted } from '../../../../kernel/counted.ts'
import { type Day, isBefore } from '../../../../kernel/day.ts'
import type { Body } from '../../../people/index.ts'
import { isOffTrack, type PartShown, type Plan, type RatingScheme, trailOf } from '../../../plan/index.ts'
import { type RollUp, rollUpOf } from '../../ratings/roll-up.ts'
import type { AskedDay } from '../as-at/known-at.ts'
import type { ActionRow, PlanFilter, StandingCount } from './plan-list.store.ts'

export const ROWS_PER_PAGE = 100

export type PlanView = {
  readonly plan: Plan
  /** the day it is shown for: today, or the past day asked for */
  readonly today: Day
  readonly asked: AskedDay
  /** no day after it can be asked for */
  readonly latestDay: Day
  /** on a past day: how the plan stands today */
  readonly todayInWords: string
  readonly scheme: RatingScheme
  readonly progress: RollUp
  readonly impact: RollUp
  readonly overdue: number
  /** past their last day and not complete: late doing */
  readonly late: number
  /** rated off track for progress or for impact */
  readonly offTrack: number
  readonly filter: PlanFilter
  readonly chosenFilters: number
  readonly aims: readonly PartShown[]
  readonly groups: readonly Body[]
  readonly found: number
  readonly page: number
  readonly pages: number
  readonly sections: readonly { readonly title: string; readonly rows: readonly ActionRow[] }[]
  /** the plan's promises and other parts that hold no action; told at the end of the whole list */
  readonly withoutActions: readonly PartShown[]
}

/** The page of a plan: the rows found, under their headings, and the counts of the whole plan whatever is filtered. */
export function planView(facts: {
  plan: Plan
  today: Day
  asked: AskedDay
  latestDay: Day
  todayInWords: string
  scheme: RatingScheme
  parts: readonly PartShown[]
  bodies: readonly Body[]
  standings: readonly StandingCount[]
  late: number
  filter: PlanFilter
  page: number
  found: number
  rows: readonly ActionRow[]
  withoutActions: readonly PartShown[]
}): PlanView {
  const { parts, standings, filter, rows, found, ...same } = facts
  return {
    ...same,
    filter,
    found,
    progress: rollUpOf(
      facts.scheme,
      standings.map(({ progress, count }) => ({ key: progress, count })),
    ),
    impact: rollUpOf(
      facts.scheme,
      standings.map(({ impact, count }) => ({ key: impact, count })),
    ),
    offTrack: standings.reduce((sum, of) => sum + (isOffTrack(facts.scheme, of) ? of.count : 0), 0),
    overdue: standings.reduce((sum, { overdue }) => sum + overdue, 0),
    chosenFilters: chosenFilters(filter),
    aims: parts.filter(({ level }) => level === 0),
    groups: facts.bodies,
    pages: Math.max(1, Math.ceil(found / ROWS_PER_PAGE)),
    sections: sectionsOf(parts, rows),
  }
}

/** Whether a duty passed before today and nothing was said since. */
export function isOverdue(row: Pick<ActionRow, 'unreportedSince'>, today: Day): boolean {
  return row.unreportedSince !== null && isBefore(row.unreportedSince, today)
}

function chosenFilters({ search, progress, impact, groupId, aimId, isOverdue, isLate }: PlanFilter): number {
  return [search, progress, impact, groupId, aimId, isOverdue, isLate].filter(Boolean).length
}

/** Rows under the full title of their part, in the order they come. */
function sectionsOf(parts: readonly PartShown[], rows: readonly ActionRow[]): PlanView['sections'] {
  const titleOf = ({ partId }: ActionRow): string => trailOf(parts, partId).join(' › ') || 'Under no heading'
  return [...Map.groupBy(rows, titleOf)].map(([title, under]) => ({ title, rows: under }))
}

/** How a plan stands today, beside a page that shows a past day. */
export function todayInWords(scheme: RatingScheme, standings: readonly StandingCount[]): string {
  const count = (isCounted: (of: StandingCount) => boolean) =>
    standings.reduce((sum, of) => sum + (isCounted(of) ? of.count : 0), 0)
  const overdue = standings.reduce((sum, of) => sum + of.overdue, 0)
  const offTrack = count((of) => isOffTrack(scheme, of))
  const facts = `${offTrack} off track for progress or impact, ${overdue} with an update overdue`
  return `Today it reads: ${counted(
    count(() => true),
    'action',
  )}, ${facts}.`
}
