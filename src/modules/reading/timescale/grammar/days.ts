import { aTime, type Doubt, NO_SUCH_DAY, type Said } from '../phrase.ts'
import { type DayOrder, fullYear, type Rule, rule, YEAR_PATTERN, yearOf } from './rule.ts'

const WEEKDAY = '(?:weekday (?:, )?(?:the )?)?'
const DAY = '(?<day>\\d{1,2})(?:st)?'
const MONTH = 'm(?<month>\\d\\d)(?: \\.)?'
/** two digits after a day and its month are a year, unless they begin another date or count something */
const BARE_YEAR =
  '(?<shortYear>\\d\\d)(?! (?:m\\d\\d|/|:|%|(?:-|to) (?!\\d{1,2}(?:st)? m\\d\\d)|and \\d|(?!(?:to|and|for|then|start|end|ongoing|onwards|by|with|till|until|or|final|report)(?: |$))[a-z]))'
const SEVERAL: Doubt = { words: 'Several days are named; the last is used.', makes: 'unsure' }
const MONTH_FIRST: Doubt = { words: 'The month is written before the day, as in American dates.', makes: 'likely' }

/** A day of the calendar, in figures or in words. */
export const DAYS: readonly Rule[] = [
  rule('(?<year>(?:1[89]|2\\d)\\d\\d) (?<mark>[-/.]) (?<month>\\d\\d) \\k<mark> (?<day>\\d\\d)', (g) =>
    aDay(Number(g.year), Number(g.month), Number(g.day)),
  ),
  rule('(?<one>\\d{1,2}) (?<mark>[-/.]) (?<two>\\d{1,2}) \\k<mark> (?<year>(?:1[89]|2\\d)\\d\\d|\\d\\d)', (g, order) =>
    inFigures(Number(g.one), Number(g.two), fullYear(g.year ?? ''), order),
  ),
  rule(`(?:\\d{1,2}(?:st)?) (?:-|to|and|/) ${DAY} (?:of )?${MONTH}(?: (?:, )?(?:${YEAR_PATTERN}))?`, (g) =>
    aDay(yearOf(g), Number(g.month), Number(g.day), [SEVERAL]),
  ),
  rule(`${WEEKDAY}${DAY} (?:of |- |/ )?${MONTH} (?:[-,/] |of )?(?:${YEAR_PATTERN})`, (g) =>
    aDay(yearOf(g), Number(g.month), Number(g.day)),
  ),
  rule(`${WEEKDAY}${DAY} (?:of |- |/ )?${MONTH} (?:[-,/] )?${BARE_YEAR}`, (g) =>
    aDay(yearOf(g), Number(g.month), Number(g.day)),
  ),
  rule(`${WEEKDAY}${DAY} (?:of |- )?${MONTH}`, (g) => aDay(null, Number(g.month), Number(g.day))),
  rule(`${WEEKDAY}${MONTH} (?:the )?(?<day>\\d{1,2})st(?: (?:, )?(?:${YEAR_PATTERN}))?`, (g) =>
    aDay(yearOf(g), Number(g.month), Number(g.day)),
  ),
  rule(`${WEEKDAY}${MONTH} (?<day>\\d{1,2}) (?:, )?(?<year>(?:1[89]|2\\d)\\d\\d)`, (g) =>
    aDay(yearOf(g), Number(g.month), Number(g.day)),
  ),
]

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day, or the doubt that there is none such. */
export function aDay(year: number | null, month: number, day: number, doubts: readonly Doubt[] = []): Said | null {
  if (month < 1 || month > 12) return null
  if (day < 1 || day > 31) return null
  const isImpossible = day > (LONGEST[month - 1] ?? 31)
  return aTime({
    named: 'day',
    year,
    month,
    day,
    precision: 'day',
    doubts: isImpossible ? [NO_SUCH_DAY] : doubts,
  })
}

/** 04/01/2015 is 4 January here, and 1 April where the column shows the American order; a figure above 12 is always the day. */
function inFigures(one: number, two: number, year: number, order: DayOrder): Said | null {
  if (one > 12) return aDay(year, two, one)
  if (two > 12) return aDay(year, one, two, [MONTH_FIRST])
  const isMonthFirst = order === 'month-first'
  const said = isMonthFirst ? aDay(year, one, two, [MONTH_FIRST]) : aDay(year, two, one)
  if (said?.is !== 'time' || one === two) return said
  const swapped = isMonthFirst ? { month: two, day: one } : { month: one, day: two }
  return { is: 'time', time: { ...said.time, swapped } }
}
