import { RatingChip } from './rating-chip.tsx'
import type { Rating } from './rating-colours.ts'

type RatingPairProps = { readonly progress: Rating | null; readonly impact: Rating | null }

/** The two ratings in running text: always progress first, each word beside its chip. */
export function RatingPair({ progress, impact }: RatingPairProps) {
  return (
    <span class="trellis-rating-pair">
      <span class="trellis-rating-pair__one">
        Progress <RatingChip rating={progress} size="small" />
      </span>{' '}
      <span class="trellis-rating-pair__one">
        Impact <RatingChip rating={impact} size="small" />
      </span>
    </span>
  )
}
