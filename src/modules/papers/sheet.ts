/** One table to open in a spreadsheet program: made by a pure view, written by this module in several formats. */
export type Sheet = {
  /** for the file's own properties */
  readonly title: string
  /** said in the file's properties, for it is no part of the matter; null for none */
  readonly note?: string | null
  /** the name on the sheet's tab: at most 31 characters */
  readonly name: string
  /** `width` counts letters */
  readonly columns: readonly { readonly header: string; readonly width: number }[]
  /** one cell for each column in every row */
  readonly rows: readonly SheetRow[]
}

/** `band` heads the rows under it, `quiet` is beside the matter; words are written as words, never as formulas. */
export type SheetRow = { readonly look: 'plain' | 'quiet' | 'band'; readonly cells: readonly string[] }

/** The colours of a sheet outside its words: the house's plum, lightened. */
export const SHEET_COLOURS = {
  header: '4A2545',
  headerWords: 'FFFFFF',
  band: 'EDE6EC',
  quietWords: '505A5F',
  line: 'B1B4B6',
} as const

/** A cell of Excel holds no more characters, those that a text's own codes take included. */
export const LONGEST_XLSX_CELL = 32_767
