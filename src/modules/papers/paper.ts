/** A document to print, whatever the format: made by a pure view, rendered by this module. */
export type Paper = {
  readonly partnership: string
  readonly title: string
  readonly subtitle: string
  /** the paper's own reference, on every page */
  readonly reference: string
  /** "As at 31 March 2015", on every page */
  readonly asAt: string
  /** one paragraph for the document's metadata */
  readonly description: string
  readonly blocks: readonly PaperBlock[]
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** the answer first: one large sentence in a panel */
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** quiet small print: a source, a date, a caution */
  | { readonly kind: 'note'; readonly text: string }
  /** where each heading of levels 1 and 2 is; worth its room from about ten pages */
  | { readonly kind: 'contents' }
  | PaperTable
  | PaperRatingBar

export type PaperTable = {
  readonly kind: 'table'
  readonly caption: string
  /** `weight` is the column's share of the width, above 0 */
  readonly columns: readonly { readonly header: string; readonly weight: number; readonly align: 'start' | 'end' }[]
  /** one cell per column in every row */
  readonly rows: readonly (readonly PaperCell[])[]
  /** said instead of the table when there is no row */
  readonly whenEmpty: string
}

export type PaperCell = { readonly text: string; readonly detail?: string } | { readonly rating: PaperRating | null }

export type PaperRatingKey = 'blue' | 'red' | 'amber' | 'green' | 'grey'

/** A chip: colour by key, and letter and shape too where it has none of its own. */
export type PaperRating = {
  readonly key: PaperRatingKey
  readonly name: string
  readonly letter?: string
  readonly shape?: 'square' | 'circle' | 'triangle' | 'diamond' | 'ring'
}

/** One stacked bar with its figures beside it; `notRated` is drawn hollow. */
export type PaperRatingBar = {
  readonly kind: 'rating-bar'
  readonly title: string
  readonly counts: readonly { readonly rating: PaperRating; readonly count: number }[]
  readonly notRated: number
  /** what is counted, in the plural: "actions" */
  readonly counted?: string
}
