import type { Plan } from '../plan.ts'
import type { ReviewItem } from './review-item.ts'

type PassageProps = {
  readonly item: ReviewItem
  readonly plan: Plan
  readonly once: string
  readonly actionChoices: readonly { readonly value: string; readonly text: string }[]
}

/** What a passage can become: an action of its own, or words of one. */
export function PassageChoices(_: PassageProps) {
  return null
}
