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
  /** what choosing a colour asks for further down, by the names of `AskedWhen` */
  readonly asks?: (key: RatingKey) => string | undefined
  readonly value?: RatingKey | null | undefined
  readonly error?: string | undefined
}

/** Choosing a colour beside the rule that earns it. */
export function RatingChoice({ name, legend, hint, ratings, rules, asks, value, error }: RatingChoiceProps) {
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
          asks: asks?.(rating.key),
        }))}
      />
    </div>
  )
}

type AskedWhenProps = { readonly asked: 'recovery' | 'reason'; readonly children: Child }

/**
 * What a choice above asks for. It hides while nothing chosen asks for it, without a script; a browser that cannot tell shows it
 * always, so its labels say when it is wanted.
 */
export function AskedWhen({ asked, children }: AskedWhenProps) {
  return <div class={`trellis-asked trellis-asked--${asked}`}>{children}</div>
}
