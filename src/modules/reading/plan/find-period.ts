import { type Period, period } from '../../../kernel/period.ts'
import type { Piece } from '../blocks.ts'
import { statedPeriod } from './stated-period.ts'

/** The plan's period as its own words suggest it, with the words, for a person to confirm. */
export type ProposedPeriod = {
  readonly period: Period
  readonly words: string
  readonly basis: 'stated' | 'financial-year' | 'calendar-year'
}

const YEARS = /\b(20\d\d)\s*(?:[-–—/]|to)\s*(20\d\d|\d\d?)\b(?!\d)/
/** "Our 2027/28 Play Plan" */
const YEARS_BEFORE_WORD = /\b(20\d\d)\s*(?:[-–—/]|to)\s*(20\d\d|\d\d)\s+(?:[\p{L}&’']+\s+){0,7}(?:plan|strategy)\b/iu
const YEARS_AFTER_WORD = /\b(?:year|period|plan)s?\b[^.\n]{0,20}?\b(20\d\d)\s*(?:[-–—/]|to)\s*(20\d\d|\d\d?)\b/i

/**
 * Proposes the period a plan runs for: from the days or months it states, else from the years in its title, else from
 * words such as "for the year 2014/15".
 * Two years are read as financial years, from 1 April of the first to 31 March of the second; one year as a calendar year.
 */
export function proposePeriod(title: string | null, prose: readonly Piece[]): ProposedPeriod | null {
  for (const text of [title ?? '', ...prose.slice(0, 40).map((piece) => piece.text.slice(0, 2_000))]) {
    const stated = statedPeriod(text)
    if (stated) return { ...stated, basis: 'stated' }
  }
  const inTitle = title ? readYears(YEARS.exec(title)) : null
  if (inTitle) return inTitle
  const single = title ? /\b(20\d\d)\b/.exec(title)?.[1] : undefined
  if (single)
    return { period: period(`${single}-01-01`, `${Number(single) + 1}-01-01`), words: single, basis: 'calendar-year' }
  for (const piece of prose.slice(0, 40)) {
    const text = piece.text.slice(0, 2_000)
    const found = readYears(YEARS_AFTER_WORD.exec(text)) ?? readYears(YEARS_BEFORE_WORD.exec(text))
    if (found) return found
  }
  return null
}

function readYears(found: RegExpExecArray | null): ProposedPeriod | null {
  const [words, first = '', second = ''] = found ?? []
  if (words === undefined) return null
  const starts = Number(first)
  const ends = second.length === 4 ? Number(second) : Number(first.slice(0, 4 - second.length) + second)
  if (ends <= starts || ends - starts > 15) return null
  return { period: period(`${starts}-04-01`, `${ends}-04-01`), words, basis: 'financial-year' }
}
