/** A colour of a rating scheme. The order is the one every chart, legend and choice keeps. */
export const RATING_KEYS = ['blue', 'green', 'amber', 'red', 'grey'] as const
export type RatingKey = (typeof RATING_KEYS)[number]

/** A rating as a page shows it: the colour, and the partnership's own name for it; its own letter and shape where it has them. */
export type Rating = {
  readonly key: RatingKey
  readonly name: string
  readonly letter?: string
  readonly shape?: RatingShape
}

export type RatingShape = 'square' | 'circle' | 'triangle' | 'diamond' | 'ring'

export type RatingColour = {
  readonly word: string
  readonly letter: string
  readonly shape: RatingShape
  /** the solid colour behind a chip or a bar */
  readonly solid: string
  /** words on the solid colour */
  readonly ink: string
  /** the line round it, 3:1 against paper */
  readonly edge: string
}

/**
 * The one place that knows the rating colours: styles, charts and papers all read it.
 * Lightness climbs in steps (blue, red, green, grey, amber) so that greyscale and each colour blindness keep them apart;
 * rating-colours.test.ts measures it.
 */
export const ratingColours: Readonly<Record<RatingKey, RatingColour>> = {
  blue: { word: 'Blue', letter: 'B', shape: 'square', solid: '#142c5c', ink: '#ffffff', edge: '#142c5c' },
  green: { word: 'Green', letter: 'G', shape: 'circle', solid: '#1f7d52', ink: '#ffffff', edge: '#1f7d52' },
  amber: { word: 'Amber', letter: 'A', shape: 'triangle', solid: '#f0c04a', ink: '#1d1a20', edge: '#8a6410' },
  red: { word: 'Red', letter: 'R', shape: 'diamond', solid: '#8f1d26', ink: '#ffffff', edge: '#8f1d26' },
  grey: { word: 'Grey', letter: 'N', shape: 'ring', solid: '#a3a0a6', ink: '#1d1a20', edge: '#6d6a71' },
}
