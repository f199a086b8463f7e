/** What the cells of one column look like, each share from 0 to 1 of the cells that hold words. */
export type ColumnContent = {
  readonly filled: number
  readonly fillShare: number
  readonly refShare: number
  readonly timeShare: number
  readonly colourShare: number
  readonly meanLength: number
}

const REFERENCE = /^(?:[A-Z]{1,4}[ .-]?)?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[.)]?$/
const TIME =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|q[1-4]|ongoing|on-going|quarterly|annually|monthly|termly|weekly|tbc|tbd|immediate(?:ly)?|easter|(?:19|20)\d\d)\b|\bterm\b|\bmonths?\b|\byears?\b|\d\d?\/\d\d?\/\d\d/i
const COLOUR = /^\W{0,2}(?:blue|red|amber|green|gr[ae]y|yellow|[brag])\b\W{0,2}(?:rated)?$/i

/** Whether words are a reference such as "1.11", "A4", "3a" or "12." */
export function isReference(text: string): boolean {
  return text.length <= 12 && REFERENCE.test(text)
}

/** Whether words are a reference with a dot, such as "1.11", which no count of things looks like. */
export function isDottedReference(text: string): boolean {
  return /\d\.\d/.test(text) && isReference(text)
}

/** Whether a short text names a time: a month, quarter, year or rhythm. */
export function looksLikeTime(text: string): boolean {
  return text.length <= 90 && TIME.test(text)
}

export function isColourWord(text: string): boolean {
  return text.length <= 14 && COLOUR.test(text)
}

export function describeColumn(texts: readonly string[]): ColumnContent {
  const filled = texts.filter((text) => text !== '')
  const share = (test: (text: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length
  return {
    filled: filled.length,
    fillShare: texts.length === 0 ? 0 : filled.length / texts.length,
    refShare: share(isReference),
    timeShare: share(looksLikeTime),
    colourShare: share(isColourWord),
    meanLength: filled.length === 0 ? 0 : filled.reduce((sum, text) => sum + text.length, 0) / filled.length,
  }
}
