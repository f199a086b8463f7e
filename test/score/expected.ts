/** What a person who read a document by eye says it holds. A field that is left out was not looked at; null is none. */
export type ExpectedAction = {
  readonly ref?: string | null
  readonly text: string
  readonly measure?: string | null
  readonly timescale?: string | null
  readonly lead?: string | null
  readonly progress?: string | null
  readonly impact?: string | null
  /** the title of the part that the action stands under */
  readonly part?: string | null
}

export type Expected = {
  readonly name: string
  readonly layout: Layout
  /** how many actions the document has */
  readonly count: number
  /** all of them, or those that were labelled */
  readonly actions: readonly ExpectedAction[]
  /** the person wrote "; " or " / " where the document begins a new line */
  readonly marksLines?: boolean
}

/** The layouts that a figure is asked of, as the table in docs/methods/reading.md has them. */
export type Layout = 'ruled table' | 'fixed width or unruled' | 'cards or lists'

/** One space between words; formatting tags off; struck words between tildes, as the reader keeps them. */
export function fold(text: string | null | undefined): string {
  return (text ?? '')
    .replace(/<\/?s>/gi, '~~')
    .replace(/<\/?b>/gi, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** As `fold`, with the marks taken out by which a person may have shown a new line. */
export function foldLines(text: string | null | undefined): string {
  return fold(text).replace(/\s*[;/](?=\s)/g, '')
}
