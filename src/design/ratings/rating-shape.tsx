import type { RatingShape } from './rating-colours.ts'

/** The outline of each shape in a box of 12 by 12. */
const PATHS = {
  square: 'M1.5 1.5h9v9h-9z',
  circle: 'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1z',
  triangle: 'M6 .8 11.6 10.8H.4z',
  diamond: 'M6 0 12 6 6 12 0 6z',
  ring: 'M6 .8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 1 0 6 .8zM6 3.2a2.8 2.8 0 1 1 0 5.6A2.8 2.8 0 1 1 6 3.2z',
} as const satisfies Record<RatingShape, string>

/** The path of a shape, for drawings that place it themselves. */
export function shapePath(shape: RatingShape): string {
  return PATHS[shape]
}

export function RatingShapeIcon({ shape }: { readonly shape: RatingShape }) {
  return (
    <svg class="trellis-chip__shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
      <path d={shapePath(shape)} fill="currentColor" fill-rule="evenodd" />
    </svg>
  )
}
