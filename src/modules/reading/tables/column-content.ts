import { isGroupOrPost } from '../leads/lead-words.ts'
import { opensAsAction } from '../plan/action-words.ts'

/** What the cells of one column look like, each share from 0 to 1 of the cells that hold words. */
export type ColumnContent = {
  readonly filled: number
  readonly fillShare: number
  readonly refShare: number
  /** how many are one letter, as "a)" and "B" number rows */
  readonly letterShare: number
  readonly timeShare: number
  readonly colourShare: number
  /** how many say in a word or two how far a thing is: "Not started", "Done" */
  readonly stateShare: number
  /** how many open with a verb of doing: "Develop …", "We will …" */
  readonly verbShare: number
  /** how many name a group, a post or a person */
  readonly leadShare: number
  /** how many different texts there are, of those that hold words */
  readonly distinctShare: number
  readonly meanLength: number
}

const REFERENCE = /^(?:[A-Z]{1,4}[ .-]?)?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[.)]?$/
const TIME =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|q[1-4]|ongoing|on-going|quarterly|annually|monthly|termly|weekly|tbc|tbd|immediate(?:ly)?|easter|(?:19|20)\d\d)\b|\bterm\b|\bmonths?\b|\byears?\b|\d\d?\/\d\d?\/\d\d/i
const COLOUR = /^\W{0,2}(?:blue|red|amber|green|gr[ae]y|yellow|[brag])\b\W{0,2}(?:rated)?$/i

const LETTER = /^\(?[A-Za-z][.)]?$/
const STATE =
  /^(?:(?:not|yet|partly|partially|fully|nearly|almost) )*(?:(?:to be )?(?:started|begun|completed?|done|closed|open|achieved|met|delivered|paused|cancelled|delayed|overdue|stuck|ongoing)|in progress|underway|under way|on (?:track|target|hold|schedule)|off track|at risk|behind(?: schedule)?|working on it|to do)\W*$/i

/** Whether words are a reference such as "1.11", "A4", "3a" or "12." */
export function isReference(text: string): boolean {
  return text.length <= 12 && REFERENCE.test(text)
}

/** Whether words may be the reference of a row whose column is named so: "CYP-2024-07" as well. */
export function isNamedReference(text: string): boolean {
  return (
    isReference(text) ||
    LETTER.test(text) ||
    (/^(?=.{1,16}$)[\p{L}\d]+(?:[-./ ][\p{L}\d]+)*[.)]?$/u.test(text) && /\d|^[A-Z]{1,3}[.)]?$/.test(text))
  )
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
  const shareOf = (count: number) => (filled.length === 0 ? 0 : count / filled.length)
  const share = (test: (text: string) => boolean) => shareOf(filled.filter(test).length)
  return {
    filled: filled.length,
    fillShare: texts.length === 0 ? 0 : filled.length / texts.length,
    refShare: share(isReference),
    letterShare: share((text) => LETTER.test(text)),
    timeShare: share(looksLikeTime),
    colourShare: share(isColourWord),
    stateShare: share((text) => STATE.test(text)),
    verbShare: share(opensAsAction),
    leadShare: share((text) => text.length <= 200 && isGroupOrPost(text)),
    distinctShare: shareOf(new Set(filled).size),
    meanLength: shareOf(filled.reduce((sum, text) => sum + text.length, 0)),
  }
}
