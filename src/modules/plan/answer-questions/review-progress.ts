import { counted } from '../../../kernel/counted.ts'
import type { ReviewItem } from './review-item.ts'

/** How much of what there is to look at was looked at. */
export type ReviewProgress = { readonly lookedAt: number; readonly all: number }

/** Counts an item as looked at once anything was decided about it. */
export function progressOf(items: readonly ReviewItem[]): ReviewProgress {
  return { lookedAt: items.filter(({ answer }) => answer !== null).length, all: items.length }
}

/** "12 of 31 looked at", "Nothing to look at". */
export function progressInWords({ lookedAt, all }: ReviewProgress): string {
  if (all === 0) return 'Nothing to look at'
  return lookedAt === all
    ? `All ${all} looked at`
    : `${lookedAt} of ${counted(all, 'question or passage', 'questions and passages')} looked at`
}
