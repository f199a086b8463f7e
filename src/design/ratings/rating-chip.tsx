import { classNames } from '../class-names.ts'
import { type Rating, ratingColours } from './rating-colours.ts'
import { RatingShapeIcon } from './rating-shape.tsx'

type RatingChipProps = { readonly rating: Rating | null; readonly size?: 'small' | 'normal' }

/** A rating, said four ways: shape, letter, word and colour. Nothing rated is hollow, and says so. */
export function RatingChip({ rating, size = 'normal' }: RatingChipProps) {
  const sized = size === 'small' && 'trellis-chip--small'
  if (!rating) return <span class={classNames('trellis-chip', 'trellis-chip--none', sized)}>Not rated</span>
  const { letter, shape } = { ...ratingColours[rating.key], ...rating }
  return (
    <span class={classNames('trellis-chip', `trellis-chip--${rating.key}`, sized)}>
      <RatingShapeIcon shape={shape} />
      <span class="trellis-chip__letter">{letter}</span> <span class="trellis-chip__word">{rating.name}</span>
    </span>
  )
}
