import type { Day } from '../../../../kernel/day.ts'
import type { PlannerRows } from '../plan-year.store.ts'

type Place = {
  readonly by: PlannerRows
  /** the first month across */
  readonly from?: Day | null
  readonly page?: number
  /** the cell whose members are listed: its row (null: the whole plan) and month */
  readonly cell?: { readonly key: string | null; readonly month: Day; readonly page?: number }
}

/** The address of a planner, and of one cell's members in it. */
export function plannerHref(planId: string, { by, from = null, page = 1, cell }: Place): string {
  const query = new URLSearchParams({ by })
  if (from) query.set('from', monthWords(from))
  if (page > 1) query.set('page', String(page))
  if (cell) {
    query.set('row', cell.key ?? 'all')
    query.set('month', monthWords(cell.month))
    if (cell.page && cell.page > 1) query.set('members', String(cell.page))
  }
  return `/plans/${planId}/planner?${query}${cell ? '#members' : ''}`
}

function monthWords(on: Day): string {
  return on.toString().slice(0, 7)
}
