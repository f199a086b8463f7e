import type { RatingColour, RatingKey } from '../../design/ratings/rating-colours.ts'
import type { Paper } from './paper.ts'

/** All a printing process is told; plain JSON. */
export type PaperOrder = {
  readonly paper: Paper
  /** the moment of printing, in whole seconds since 1970 */
  readonly atSeconds: number
  readonly ratings: Readonly<Record<RatingKey, RatingColour>>
}

/** What a printing process answers: the file, or why there is none. */
export type PaperAnswer = { readonly pdf: Uint8Array } | { readonly failure: string }
