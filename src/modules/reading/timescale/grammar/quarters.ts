import { aTime, type Doubt, type Said } from '../phrase.ts'
import { type Rule, rule, SPAN_PATTERN, spanOf, withYear, type YearSaid } from './rule.ts'

const QUARTER =
  '(?:the )?(?:(?:calendar )?(?:q|quarter|qtr)(?: \\.)? ?(?<number>[1-4])|(?<nth>[1-4])st (?:quarter|qtr))(?: \\))?'
const HALF = '(?:the )?(?:h (?<number>[12])|(?<nth>[12])st half)(?: of)?(?: the)?'
const CALENDAR =
  '(?:calendar (?:q|quarter|qtr) (?<number>[1-4])|(?:q|quarter|qtr) (?<nth>[1-4])) (?:\\( )?(?:of )?(?:the )?calendar(?: year)? ?(?:\\) )?(?<year>(?:1[89]|2\\d)\\d\\d)?(?: \\))?'

const FINANCIAL: Doubt = {
  words: 'Quarters are those of the financial year: the first is April to June.',
  makes: 'sure',
}
const WHICH_YEAR: Doubt = {
  words: 'One year is named: in a financial year the quarter is another than in a calendar year.',
  makes: 'unsure',
}
const NO_YEAR: Doubt = { words: 'The quarter has no year; the plan’s is taken, by financial year.', makes: 'unsure' }

/** A quarter or a half of a financial year, or of a calendar year where the words say so. */
export const QUARTERS: readonly Rule[] = [
  rule('(?:q|quarter) (?<number>[1-4]) (?<year>(?:1[89]|2\\d)\\d\\d) (?:\\( )?calendar(?: year)?(?: \\))?', (g) =>
    calendar(Number(g.number), Number(g.year)),
  ),
  rule(CALENDAR, (g) => calendar(Number(g.number ?? g.nth), g.year ? Number(g.year) : null)),
  rule('calendar (?:q|quarter|qtr) (?<number>[1-4])(?: (?:of )?(?<year>(?:1[89]|2\\d)\\d\\d))?', (g) =>
    calendar(Number(g.number), g.year ? Number(g.year) : null),
  ),
  rule(`${SPAN_PATTERN} (?:[-,:] )?(?:\\( )?(?:q|quarter|qtr) (?<number>[1-4])(?: \\))?`, (g) => {
    const spanFrom = spanOf(g)
    return spanFrom === null ? null : stretch(Number(g.number), 3, { year: null, spanFrom })
  }),
  rule('(?<year>(?:1[89]|2\\d)\\d\\d) (?:[-,] )?(?:q|quarter|qtr) (?<number>[1-4])', (g) =>
    stretch(Number(g.number), 3, { year: Number(g.year), spanFrom: null }),
  ),
  ...withYear(QUARTER, (g, said) => stretch(Number(g.number ?? g.nth), 3, said)),
  ...withYear(HALF, (g, said) =>
    said.year === null
      ? stretch(Number(g.number ?? g.nth), 6, said)
      : halfOfCalendar(Number(g.number ?? g.nth), said.year),
  ),
]

function calendar(number: number, year: number | null): Said {
  const doubts: Doubt[] = [
    {
      words: 'The quarter is that of the calendar year, as the words say.',
      makes: year === null ? 'unsure' : 'likely',
    },
  ]
  return aTime({ named: 'quarter', year, month: number * 3, back: 2, precision: 'quarter', doubts })
}

/** The nth stretch of a financial year, of three months or of six. */
function stretch(number: number, months: 3 | 6, { year, spanFrom }: YearSaid): Said {
  const month = ((3 + number * months - 1) % 12) + 1
  const isNextYear = month < 4
  const ends =
    spanFrom === null ? (year === null ? null : year + (isNextYear ? 1 : 0)) : spanFrom + (isNextYear ? 1 : 0)
  const doubt = spanFrom !== null ? FINANCIAL : year === null ? NO_YEAR : WHICH_YEAR
  return aTime({
    named: months === 3 ? 'quarter' : 'half',
    year: ends,
    month,
    back: months - 1,
    precision: months === 3 ? 'quarter' : 'month',
    doubts: [doubt],
  })
}

function halfOfCalendar(number: number, year: number): Said {
  const doubts: Doubt[] = [{ words: 'The half is taken as that of the calendar year.', makes: 'unsure' }]
  return aTime({ named: 'half', year, month: number * 6, back: 5, precision: 'month', doubts })
}
