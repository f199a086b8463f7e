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
  | PaperTable
  | PaperRatingBar

export type PaperTable = {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly { readonly header: string; readonly weight: number; readonly align: 'start' | 'end' }[]
  readonly rows: readonly (readonly PaperCell[])[]
  /** said instead of the table when there is no row */
  readonly whenEmpty: string
}

export type PaperCell =
  | { readonly text: string; readonly detail?: string }
  | { readonly rating: PaperRating | null }

/** A chip: letter, word, colour and shape by key. */
export type PaperRating = { readonly key: 'blue' | 'red' | 'amber' | 'green' | 'grey'; readonly name: string }

/** One stacked bar with its figures beside it; `notRated` is drawn hollow. */
export type PaperRatingBar = {
  readonly kind: 'rating-bar'
  readonly title: string
  readonly counts: readonly { readonly rating: PaperRating; readonly count: number }[]
  readonly notRated: number
}
