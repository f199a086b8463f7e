/** A colour of a rating scheme. The order is the one every chart, legend and choice keeps. */
export const RATING_KEYS = ['blue', 'green', 'amber', 'red', 'grey'] as const
export type RatingKey = (typeof RATING_KEYS)[number]

/** A rating as a page shows it: the colour, and the partnership's own name for it. */
export type Rating = { readonly key: RatingKey; readonly name: string }

export type RatingShape = 'square' | 'circle' | 'triangle' | 'diamond' | 'ring'

export type RatingColour = {
  readonly word: string
  readonly letter: string
  readonly shape: RatingShape
  /** the solid colour behind a chip or a bar */
  readonly solid: string
  /** words on the solid colour */
  readonly ink: string
}

/**
 * The one place that knows the rating colours: styles, charts and papers all read it.
 * Lightness climbs in steps (blue darkest, amber lightest) so that greyscale and each colour blindness keep them apart;
 * rating-colours.test.ts measures it.
 */
export const ratingColours: Readonly<Record<RatingKey, RatingColour>> = {
  blue: { word: 'Blue', letter: 'B', shape: 'square', solid: '#17346b', ink: '#ffffff' },
  green: { word: 'Green', letter: 'G', shape: 'circle', solid: '#2f8f5b', ink: '#ffffff' },
  amber: { word: 'Amber', letter: 'A', shape: 'triangle', solid: '#f5b73b', ink: '#1d1a20' },
  red: { word: 'Red', letter: 'R', shape: 'diamond', solid: '#b3202c', ink: '#ffffff' },
  grey: { word: 'Grey', letter: 'N', shape: 'ring', solid: '#c9c6cc', ink: '#1d1a20' },
}
