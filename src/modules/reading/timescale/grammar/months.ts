import { aTime, type Doubt } from '../phrase.ts'
import { fullYear, type Rule, rule, spanOf, withYear } from './rule.ts'

const MONTH = 'm(?<month>\\d\\d)(?: \\.)?'
/** The two figures count nothing and begin no other date. */
const NOT_COUNTED =
  '(?! (?:m\\d\\d|/ \\d|:|%|\\. \\d|- \\d|st |(?!(?:to|and|for|then|start|end|ongoing|onwards|by|with|till|until|or|final|report)(?: |$))[a-z]))'
const IN_FINANCIAL_YEAR: Doubt = { words: 'The year is a financial year, from April to March.', makes: 'likely' }
const TWO_FIGURES: Doubt = { words: 'The figures after the month are taken as a financial year.', makes: 'unsure' }
const FIGURE_IS_YEAR: Doubt = { words: 'The two figures after the month are taken as the year.', makes: 'likely' }

/** A month, with its year or without. */
export const MONTHS: readonly Rule[] = [
  rule(`${MONTH} [-/] (?<shortYear>\\d\\d)(?! (?:st|m\\d\\d|/|-|%))`, (g) =>
    Number(g.shortYear) < 13 && Number(g.shortYear) > 0
      ? null
      : aTime({ ...month(g.month, fullYear(g.shortYear ?? '')), doubts: [FIGURE_IS_YEAR] }),
  ),
  ...withYear(MONTH, (g, { year, spanFrom }) =>
    spanFrom === null
      ? year === null
        ? null
        : aTime(month(g.month, year))
      : aTime({
          ...month(g.month, spanFrom + (Number(g.month) < 4 ? 1 : 0)),
          doubts: [g.spanFrom?.length === 2 ? TWO_FIGURES : IN_FINANCIAL_YEAR],
        }),
  ),
  rule(`(?<year>(?:1[89]|2\\d)\\d\\d) (?:- )?${MONTH}`, (g) => aTime(month(g.month, Number(g.year)))),
  rule('(?<month>0\\d|1[0-2]|\\d) / (?<year>(?:1[89]|2\\d)\\d\\d)(?! /)(?! - \\d{1,2}(?: [^/]|$))', (g) =>
    aTime(month(g.month, Number(g.year))),
  ),
  rule('(?<year>(?:1[89]|2\\d)\\d\\d) [-/] (?<month>0\\d|1[0-2])(?! [-/])', (g) =>
    spanOf({ spanFrom: g.year, spanTo: g.month }) === null && Number(g.month) > 0
      ? aTime(month(g.month, Number(g.year)))
      : null,
  ),
  rule(`m(?<month>\\d\\d) (?:- )?(?<figure>\\d\\d)${NOT_COUNTED}`, (g) =>
    aTime({ ...month(g.month, null), figure: Number(g.figure) }),
  ),
  rule(MONTH, (g) => aTime(month(g.month, null))),
]

function month(digits: string | undefined, year: number | null) {
  return { named: 'month', year, month: Number(digits), precision: 'month' } as const
}
