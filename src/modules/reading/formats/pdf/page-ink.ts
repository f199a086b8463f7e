/**
 * What stands on a page, before it means anything. Places are in points from the page's top left, y downwards, as the page is looked
 * at: its turning is undone.
 */
export type PageInk = {
  /** counted from 1 */
  readonly page: number
  readonly width: number
  readonly height: number
  readonly words: readonly Word[]
  readonly rules: readonly Rule[]
  readonly shades: readonly Shade[]
  /** how many of its letters no font says the meaning of */
  readonly unknownLetters: number
  /** a picture that reaches over a good part of the page */
  readonly holdsPicture: boolean
}

export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Letters that stand together; `base` is the line they stand on, `size` their height as the font counts it. */
export type Word = Box & {
  readonly text: string
  readonly base: number
  readonly size: number
  readonly isBold: boolean
  readonly colour: string
  /** the document itself says that it belongs to the page and not to the text */
  readonly isArtifact: boolean
  /** it stands across the direction of the page's text */
  readonly isTurned: boolean
}

/** A straight line: across the page at a height, or down it at a distance from the left. */
export type Rule = {
  readonly axis: 'across' | 'down'
  readonly at: number
  readonly from: number
  readonly to: number
}

/** A filled shape, in the order of drawing; `fill` is six hexadecimal digits. */
export type Shade = Box & { readonly fill: string; readonly isRound: boolean }
