import type { ReviewView } from './review-view.ts'

/** The address of a place on the review: on this page of it, or on another. */
export function reviewHref({ plan, shown }: Pick<ReviewView, 'plan' | 'shown'>, page: number, place: string): string {
  return page === shown.page ? `#${place}` : `/plans/${plan.id}/review?page=${page}#${place}`
}
