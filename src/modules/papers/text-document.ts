/** A document to read and to edit: made by a pure view, written by this module as Word or Markdown. */
export type TextDocument = {
  readonly title: string | null
  /** said in the file's properties, for it is no part of the matter; null for none */
  readonly note?: string | null
  readonly pieces: readonly TextPiece[]
}

export type TextPiece =
  /** a line of small print under the title: "Period: 1 April 2014 to 31 March 2015" */
  | { readonly kind: 'fact'; readonly label: string; readonly words: string }
  /** `depth` 2 is the outermost under the title */
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
  | { readonly kind: 'words'; readonly label: string; readonly words: string }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
