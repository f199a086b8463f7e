import type { Day } from '../../../../kernel/day.ts'
import { parseId } from '../../../../kernel/id.ts'
import { parseRating } from '../../ratings/rating-words.ts'
import type { PlanFilter, RatingFilter } from './plan-list.store.ts'

/** The address of a plan's list with a filter, such as every count links to. */
export function planHref(planId: string, filter: Partial<PlanFilter>, page = 1, asAt: Day | null = null): string {
  const query = new URLSearchParams()
  if (filter.search) query.set('search', filter.search)
  if (filter.progress) query.set('progress', filter.progress)
  if (filter.impact) query.set('impact', filter.impact)
  if (filter.groupId) query.set('group', filter.groupId)
  if (filter.aimId) query.set('aim', filter.aimId)
  if (filter.isOverdue) query.set('overdue', 'yes')
  if (filter.isLate) query.set('late', 'yes')
  if (asAt) query.set('as-at', asAt.toString())
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/plans/${planId}?${query}` : `/plans/${planId}`
}

/** Reads a filter back from an address; what is not understood filters nothing. */
export function filterFrom(query: Readonly<Record<string, string>>): PlanFilter {
  return {
    search: (query.search ?? '').trim().slice(0, 200),
    progress: ratingFilter(query.progress ?? ''),
    impact: ratingFilter(query.impact ?? ''),
    groupId: parseId<'body'>(query.group ?? ''),
    aimId: parseId<'part'>(query.aim ?? ''),
    isOverdue: query.overdue === 'yes',
    isLate: query.late === 'yes',
  }
}

function ratingFilter(text: string): RatingFilter | null {
  return text === 'not-rated' ? text : parseRating(text)
}
