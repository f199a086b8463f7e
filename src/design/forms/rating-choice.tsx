import type { Child } from '../child.ts'
import { RatingChip } from '../ratings/rating-chip.tsx'
import type { Rating, RatingKey } from '../ratings/rating-colours.ts'
import { Radios } from './choices.tsx'

type RatingChoiceProps = {
  readonly name: string
  readonly legend: Child
  readonly hint?: Child
  /** the colours of the plan's scheme, in its order */
  readonly ratings: readonly Rating[]
  /** what each colour means, in the plan's words */
  readonly rules: Readonly<Partial<Record<RatingKey, string>>>
  readonly value?: RatingKey | null | undefined
  readonly error?: string | undefined
}

/** Choosing a colour beside the rule that earns it. */
export function RatingChoice({ name, legend, hint, ratings, rules, value, error }: RatingChoiceProps) {
  return (
    <div class="trellis-rating-choice">
      <Radios
        {...{ name, hint, error }}
        label={legend}
        value={value ?? undefined}
        items={ratings.map((rating) => ({
          value: rating.key,
          text: <RatingChip rating={rating} />,
          hint: rules[rating.key],
        }))}
      />
    </div>
  )
}
