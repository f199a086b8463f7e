import { aTime, type Doubt } from '../phrase.ts'
import { fullYear, type Rule, rule, SPAN_PATTERN, spanOf, withYear, YEAR_PATTERN, yearOf } from './rule.ts'

const FISCAL: Doubt = { words: '“FY” with one year is taken as the financial year that ends in it.', makes: 'unsure' }
const SPAN: Doubt = {
  words: 'Two years with a stroke are taken as a financial year, which ends on 31 March.',
  makes: 'likely',
}
const WHICH: Doubt = { words: 'It does not say which year; the one in the plan’s period is taken.', makes: 'unsure' }
const SCHOOL: Doubt = { words: 'The school year is taken to end on 31 July.', makes: 'likely' }
const FINANCIAL = '(?:the )?(?:this |current |next |coming |new )?(?:financial|fiscal) year(?: end)?'
const ACADEMIC = '(?:the )?(?:(?:new|next|this|current|coming) )?(?:academic|school) year'

/** A year of the calendar, of the accounts, of schools or of the plan. */
export const YEARS: readonly Rule[] = [
  ...withYear(ACADEMIC, (_, { year, spanFrom }) =>
    aTime({
      ...schoolYear,
      year: spanFrom === null ? year : spanFrom + 1,
      doubts: [
        year === null ? SCHOOL : { words: 'One year is named for a school year, which has two.', makes: 'unsure' },
      ],
    }),
  ),
  rule(`ay ${SPAN_PATTERN}|(?<spanFrom>(?:20)?\\d\\d) [/-] (?<spanTo>(?:20)?\\d\\d) (?:academic|school) year`, (g) => {
    const from = spanOf(g)
    return from === null ? null : aTime({ ...schoolYear, year: from + 1, doubts: [SCHOOL] })
  }),
  rule(
    `f y (?:' )?${SPAN_PATTERN}|(?:the )?(?:fy|financial year|fiscal year)(?: end)? (?:' )?(?<spanFrom>(?:20)?\\d\\d) [/-] (?<spanTo>(?:20)?\\d\\d)`,
    (g) => financial(spanOf(g), []),
  ),
  rule(`(?:the )?(?:fy|financial year|fiscal year|year ending) ?(?:in )?(?:${YEAR_PATTERN})`, (g) =>
    financial((yearOf(g) ?? 1) - 1, [FISCAL]),
  ),
  rule('(?:fy|financial year|fiscal year) (?<shortYear>\\d\\d)(?! [/-])', (g) =>
    financial(fullYear(g.shortYear ?? '') - 1, [FISCAL]),
  ),
  rule(FINANCIAL, (g) =>
    g ? aTime({ named: 'financial-year', year: null, month: 3, back: 11, precision: 'year', doubts: [WHICH] }) : null,
  ),
  rule(`(?<spanFrom>20\\d\\d) [/] (?<spanTo>(?:20)?\\d\\d)(?: (?:financial|fiscal) year)?(?! (?:/|m\\d\\d))`, (g) =>
    financial(spanOf(g), [SPAN]),
  ),
  rule(`(?<spanFrom>20\\d\\d) - (?<spanTo>\\d\\d)(?: (?:financial|fiscal) year)?(?! (?:/|m\\d\\d|-))`, (g) =>
    financial(spanOf(g), [SPAN]),
  ),
  rule(`(?<spanFrom>\\d\\d) / (?<spanTo>\\d\\d)(?: (?:financial|fiscal) year)?(?! /)`, (g) =>
    Number(g.spanTo) > 12
      ? financial(spanOf(g), [SPAN, { words: 'The years are written with two figures.', makes: 'unsure' }])
      : null,
  ),
  rule(
    "(?:calendar year |the year |year )?(?<year>(?:19|20|21)\\d\\d)(?: calendar year)?|' (?<shortYear>\\d\\d)",
    (g) => aTime({ named: 'year', year: yearOf(g), month: 12, back: 11, precision: 'year' }),
  ),
  rule(
    '(?:the )?(?:plan |strategy )?(?:years?|yrs?) (?:[1-9] (?:-|to|and) )?(?<figure>[1-9])(?: of (?:the |this |our )?(?:plan|strategy|programme))?',
    (g) =>
      aTime({
        named: 'plan-year',
        year: null,
        month: 12,
        back: 11,
        precision: 'year',
        figure: Number(g.figure),
        doubts: [{ words: 'Years are counted from the start of the plan.', makes: 'unsure' }],
      }),
  ),
  rule(
    '(?:the )?(?:life|lifetime|duration|length|end) of (?:the |this |our )?(?:action |delivery )?(?:plan|strategy|programme)(?: period)?|(?:the )?(?:plan|strategy)(?: period)? end',
    () =>
      aTime({
        named: 'plan-end',
        year: null,
        month: 12,
        precision: 'month',
        doubts: [{ words: 'It is taken as the last day of the plan.', makes: 'unsure' }],
      }),
  ),
  rule(
    '(?:the )?(?:this|current|next|calendar) year(?: end)?|(?:the )?year(?: -)? end|(?:the )?end of (?:the |this )?year',
    () =>
      aTime({
        named: 'plan-end',
        year: null,
        month: 12,
        precision: 'year',
        doubts: [{ words: 'It does not say which year; the end of the plan is taken.', makes: 'unsure' }],
      }),
  ),
]

const schoolYear = { named: 'school-year', year: null, month: 7, back: 10, precision: 'year' } as const

function financial(from: number | null, doubts: readonly Doubt[]) {
  return from === null
    ? null
    : aTime({ named: 'financial-year', year: from + 1, month: 3, back: 11, precision: 'year', doubts })
}
