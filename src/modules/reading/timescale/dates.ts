import type { DatePrecision } from '../plan-reading.ts'
import { MONTH, monthNumber } from './words.ts'

/** A date as written: `year` null where only the month, or the day and month, are named. */
export type WrittenDate = {
  readonly year: number | null
  readonly month: number
  /** null where the month, quarter, term or year is all that is named */
  readonly day: number | null
  readonly precision: DatePrecision
  /** "March 26": the figure after the month, which may be a day or a year */
  readonly figure: number | null
  readonly from: number
  readonly to: number
  readonly words: string
}

const YEAR = "(?:(?:19|20)\\d\\d|['’‘]\\s?\\d\\d)"
const PATTERN = new RegExp(
  [
    '(?<isoYear>20\\d\\d)-(?<isoMonth>\\d\\d)-(?<isoDay>\\d\\d)',
    '(?<slashFirst>\\d{1,2})[/.](?<slashSecond>\\d{1,2})[/.](?<slashYear>\\d{4}|\\d\\d)\\b',
    `(?<dayFirst>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<dayMonth>${MONTH})\\b\\.?,?(?:\\s*(?<dayYear>${YEAR}))?`,
    `\\b(?<monthFirst>${MONTH})\\b\\.?\\s+(?<monthDay>\\d{1,2})(?:st|nd|rd|th|(?=,\\s*20\\d\\d))(?:,?\\s*(?<monthDayYear>20\\d\\d))?`,
    `\\b(?<month>${MONTH})\\b\\.?[\\s,-]*(?<monthYear>${YEAR})`,
    `\\b(?<bareMonth>${MONTH})\\b\\.?(?:[ -]?(?<figure>\\d\\d)(?![\\d/]))?`,
    '\\bq(?:uarter)?\\s?(?<quarter>[1-4])\\b(?:[\\s,of-]*(?<quarterYear>20\\d\\d)(?:\\s?[/–-]\\s?\\d\\d(?:\\d\\d)?)?)?',
    '\\b(?<term>autumn|spring|summer)(?:\\s+term)?\\b(?:[\\s,]*(?<termYear>20\\d\\d))?',
    '\\b(?<easter>easter)\\b(?:[\\s,]*(?<easterYear>20\\d\\d))?',
    '\\b(?<spanFirst>20\\d\\d)\\s?/\\s?(?<spanSecond>\\d\\d(?:\\d\\d)?)\\b',
    '\\b(?<yearOnly>20\\d\\d)\\b',
  ].join('|'),
  'gi',
)
const TERM_ENDS: Readonly<Record<string, number>> = { autumn: 12, spring: 3, summer: 7 }

/** Every date a text names, in its order. `order` says whether 04/01 is 4 January or 1 April. */
export function findDates(text: string, order: 'day-first' | 'month-first' = 'day-first'): WrittenDate[] {
  return [...text.matchAll(PATTERN)].flatMap((found) => {
    const date = readGroups(found.groups ?? {}, order)
    return date ? [{ ...date, from: found.index, to: found.index + found[0].length, words: found[0].trim() }] : []
  })
}

type Groups = Readonly<Record<string, string | undefined>>
type Read = Pick<WrittenDate, 'year' | 'month' | 'day' | 'precision' | 'figure'>

function readGroups(g: Groups, order: 'day-first' | 'month-first'): Read | null {
  if (g.isoYear) return dayOf(Number(g.isoYear), Number(g.isoMonth), Number(g.isoDay))
  if (g.slashFirst) {
    const [first, second] = [Number(g.slashFirst), Number(g.slashSecond)]
    const [date, month] = order === 'day-first' && second <= 12 ? [first, second] : [second, first]
    return dayOf(yearOf(g.slashYear), month, date)
  }
  if (g.dayMonth) return dayOf(yearOf(g.dayYear), monthNumber(g.dayMonth), Number(g.dayFirst))
  if (g.monthFirst) return dayOf(yearOf(g.monthDayYear), monthNumber(g.monthFirst), Number(g.monthDay))
  if (g.month) return part(yearOf(g.monthYear), monthNumber(g.month), 'month')
  if (g.bareMonth)
    return { ...part(null, monthNumber(g.bareMonth), 'month'), figure: g.figure ? Number(g.figure) : null }
  if (g.quarter) return quarterOf(Number(g.quarter), yearOf(g.quarterYear))
  if (g.term) return part(yearOf(g.termYear), TERM_ENDS[g.term.toLowerCase()] ?? 7, 'term')
  if (g.easter) return part(yearOf(g.easterYear), 4, 'term')
  if (g.spanFirst) return part(Number(g.spanFirst) + 1, 3, 'year')
  return g.yearOnly ? part(Number(g.yearOnly), 12, 'year') : null
}

/** Quarters are those of the financial year: the first is April to June, and the fourth falls in the next calendar year. */
function quarterOf(quarter: number, year: number | null): Read {
  const month = [6, 9, 12, 3][quarter - 1] ?? 3
  return part(year === null ? null : year + (quarter === 4 ? 1 : 0), month, 'quarter')
}

function dayOf(year: number | null, month: number, date: number): Read | null {
  if (month < 1 || month > 12 || date < 1) return null
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return date > (longest ?? 31) ? null : { year, month, day: date, precision: 'day', figure: null }
}

function part(year: number | null, month: number, precision: DatePrecision): Read {
  return { year, month, day: null, precision, figure: null }
}

function yearOf(text: string | undefined): number | null {
  const digits = text?.replace(/\D/g, '') ?? ''
  if (digits === '') return null
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}
