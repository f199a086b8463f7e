import { type Day, isBefore } from '../../../../kernel/day.ts'
import type { Body } from '../../../people/index.ts'
import { type PartShown, type Plan, type RatingScheme, trailOf } from '../../../plan/index.ts'
import { type RollUp, rollUpOf } from '../../ratings/roll-up.ts'
import type { ActionRow, PlanFilter, StandingCount } from './plan-list.store.ts'

export const ROWS_PER_PAGE = 100

export type PlanView = {
  readonly plan: Plan
  readonly today: Day
  readonly scheme: RatingScheme
  readonly progress: RollUp
  readonly impact: RollUp
  readonly overdue: number
  /** rated red for progress or for impact */
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
  scheme: RatingScheme
  parts: readonly PartShown[]
  bodies: readonly Body[]
  standings: readonly StandingCount[]
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
    progress: rollUpOf(standings.map(({ progress, count }) => ({ key: progress, count }))),
    impact: rollUpOf(standings.map(({ impact, count }) => ({ key: impact, count }))),
    offTrack: standings.reduce((sum, of) => sum + (of.progress === 'red' || of.impact === 'red' ? of.count : 0), 0),
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

function chosenFilters({ search, progress, impact, groupId, aimId, isOverdue }: PlanFilter): number {
  return [search, progress, impact, groupId, aimId, isOverdue].filter(Boolean).length
}

/** Rows under the full title of their part, in the order they come. */
function sectionsOf(parts: readonly PartShown[], rows: readonly ActionRow[]): PlanView['sections'] {
  const titleOf = ({ partId }: ActionRow): string => trailOf(parts, partId).join(' › ') || 'Under no heading'
  return [...Map.groupBy(rows, titleOf)].map(([title, under]) => ({ title, rows: under }))
}
