import type { Said } from '../phrase.ts'

export type Groups = Readonly<Record<string, string | undefined>>
export type DayOrder = 'day-first' | 'month-first'

/** One line of the grammar: a pattern over the tokens' forms, one space apart, and what it says; null when it does not hold after all. */
export type Rule = { readonly pattern: RegExp; readonly read: (groups: Groups, order: DayOrder) => Said | null }

/** A rule's pattern holds from one token's beginning to another's end. No pattern repeats without a bound, so that none is slow. */
export function rule(source: string, read: Rule['read']): Rule {
  return { pattern: new RegExp(`(?:${source})(?= |$)`, 'y'), read }
}

/** The year words that may follow a time: none, one calendar year, or a financial or school year by its first calendar year. */
export type YearSaid = { readonly year: number | null; readonly spanFrom: number | null }

const GLUE = '(?:(?:,|of|in|the|-|\\() ){0,3}(?:(?:financial|fiscal|academic|school) year |f y |fy )?'
const SPAN = '(?<spanFrom>(?:20)?\\d\\d) [/-] (?<spanTo>(?:20)?\\d\\d)(?! (?:st|/|m\\d\\d|-))(?: \\))?'
const YEAR = "(?:(?<year>(?:1[89]|2\\d)\\d\\d)|' (?<shortYear>\\d\\d)(?! \\d))(?: \\))?"

/** A head with each way of saying its year, the fullest first. */
export function withYear(head: string, read: (groups: Groups, said: YearSaid) => Said | null): Rule[] {
  return [
    rule(`${head} ${GLUE}${SPAN}`, (groups) => {
      const spanFrom = spanOf(groups)
      return spanFrom === null ? null : read(groups, { year: null, spanFrom })
    }),
    rule(`${head} ${GLUE}${YEAR}`, (groups) => read(groups, { year: yearOf(groups), spanFrom: null })),
    rule(head, (groups) => read(groups, { year: null, spanFrom: null })),
  ]
}

/** The first year of "2015/16", "2015-2016" or "15/16"; null when the second does not follow the first. */
export function spanOf({ spanFrom = '', spanTo = '' }: Groups): number | null {
  const first = fullYear(spanFrom)
  return (first + 1) % 100 === Number(spanTo) % 100 && fullYear(spanTo) === first + 1 ? first : null
}

export function yearOf({ year, shortYear }: Groups): number | null {
  const digits = year ?? shortYear
  return digits === undefined ? null : fullYear(digits)
}

export function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

export const SPAN_PATTERN = SPAN
export const YEAR_PATTERN = YEAR
