import { valueAt } from '../../../../kernel/value-at.ts'
import { aTime, type Doubt, type Said } from '../phrase.ts'
import { type Rule, rule, withYear, type YearSaid } from './rule.ts'

type Stretch = { readonly month: number; readonly back: number }
const TERMS: Readonly<Record<string, Stretch>> = {
  autumn: { month: 12, back: 3 },
  spring: { month: 3, back: 2 },
  summer: { month: 7, back: 3 },
}
const HALF_TERMS: Readonly<Record<string, Stretch>> = {
  autumn: { month: 10, back: 1 },
  spring: { month: 2, back: 1 },
  summer: { month: 5, back: 1 },
  m10: { month: 10, back: 1 },
  m02: { month: 2, back: 1 },
  m05: { month: 5, back: 1 },
  whitsun: { month: 5, back: 1 },
}
const SEASONS: Readonly<Record<string, Stretch>> = {
  spring: { month: 5, back: 2 },
  summer: { month: 8, back: 2 },
  autumn: { month: 11, back: 2 },
  winter: { month: 2, back: 2 },
}
const TERM: Doubt = {
  words: 'A term is taken to end with its last month: autumn December, spring March, summer July.',
  makes: 'likely',
}
const HALF_TERM: Doubt = {
  words: 'A half term is taken to end with its last month; the area’s term dates say the day.',
  makes: 'likely',
}
const SEASON: Doubt = {
  words: 'A season is taken as three months, such as September to November for autumn; a school’s term ends later.',
  makes: 'unsure',
}
const SIX_TERMS: Doubt = {
  words: 'Terms by number differ from area to area; six in a school year are assumed.',
  makes: 'unsure',
}
const WHICH_TERM: Doubt = { words: 'It does not say which term.', makes: 'unsure' }
const SEVERAL: Doubt = { words: 'Several terms are named; the last is used.', makes: 'unsure' }

/** A school term, a half term, a season, Easter or Christmas. */
export const TERMS_AND_SEASONS: readonly Rule[] = [
  ...withYear(
    '(?:the )?(?<name>autumn|spring|summer) (?:half - term|half term|half - termly|halfterm)(?: holidays?| break| week)?',
    halfTerm,
  ),
  ...withYear(
    '(?:the )?(?<name>m10|m02|m05|whitsun) (?:half - term|half term|halfterm)(?: holidays?| break| week)?',
    halfTerm,
  ),
  ...withYear('(?:the )?(?<first>1st|2st) half of (?:the )?(?<name>autumn|spring|summer) term', (g, said) =>
    g.first === '1st' ? halfTerm(g, said) : term(g, said),
  ),
  ...withYear('(?:the )?(?<name>autumn|spring|summer) (?:term )?(?<number>[12])(?: term)?', (g, said) =>
    g.number === '1' ? halfTerm(g, said) : term(g, said),
  ),
  ...withYear(
    '(?:autumn|spring|summer) ?(?:term )?(?:/|and|to|-|,) (?<name>autumn|spring|summer) terms?',
    (g, said) => {
      const read = term(g, said)
      return read?.is === 'time' ? { is: 'time', time: { ...read.time, doubts: [...read.time.doubts, SEVERAL] } } : read
    },
  ),
  ...withYear('(?:the )?(?<name>autumn|spring|summer) (?:school )?term', term),
  ...withYear('(?:the )?(?<name>summer|christmas|easter) (?:holidays?|break|recess)', (g, said) =>
    g.name === 'summer' ? stretch({ month: 8, back: 1 }, said, 'term', [HALF_TERM]) : feast(g, said),
  ),
  ...withYear('(?:the )?term (?<number>[1-6])', (g, said) =>
    stretch({ month: [10, 12, 2, 3, 5, 7][Number(g.number) - 1] ?? 7, back: 1 }, said, 'term', [SIX_TERMS]),
  ),
  rule(
    '(?:the |this |next |end of |end of the )(?:half - term|half term|term)|(?:half - term|half term|term end)',
    () => ({
      is: 'time',
      time: {
        named: 'term',
        year: null,
        month: 0,
        day: null,
        back: 0,
        precision: 'term',
        figure: null,
        swapped: null,
        part: null,
        weekday: null,
        doubts: [WHICH_TERM],
      },
    }),
  ),
  ...withYear('(?:the )?(?<name>easter|christmas|xmas)(?: (?:day|sunday|term))?', feast),
  ...withYear('(?:the )?(?<name>spring|summer|autumn|winter)', (g, said) => season(g.name ?? '', said)),
  rule('fall (?<year>(?:1[89]|2\\d)\\d\\d)', (g) => season('autumn', { year: Number(g.year), spanFrom: null })),
  ...withYear('(?:the )?new year', (_, said) =>
    stretch({ month: 1, back: 0 }, said, 'month', [{ words: 'New year is taken as January.', makes: 'unsure' }]),
  ),
]

type Named = Readonly<Record<string, string | undefined>>

function term(g: Named, said: YearSaid): Said | null {
  const found = valueAt(TERMS, g.name ?? '')
  return found ? stretch(found, said, 'term', [TERM]) : null
}

function halfTerm(g: Named, said: YearSaid): Said | null {
  const found = valueAt(HALF_TERMS, g.name ?? '')
  return found ? stretch(found, said, 'term', [HALF_TERM]) : null
}

/** In a school year by two years, September to December fall in the first. */
function stretch(
  { month, back }: Stretch,
  { year, spanFrom }: YearSaid,
  named: 'term' | 'month',
  doubts: readonly Doubt[],
): Said {
  const ends = spanFrom === null ? year : spanFrom + (month >= 9 ? 0 : 1)
  return aTime({ named, year: ends, month, back, precision: named === 'term' ? 'term' : 'month', doubts })
}

function season(name: string, { year, spanFrom }: YearSaid): Said | null {
  const found = valueAt(SEASONS, name)
  if (!found) return null
  const ends =
    spanFrom === null
      ? year === null
        ? null
        : year + (name === 'winter' ? 1 : 0)
      : spanFrom + (found.month < 9 ? 1 : 0)
  return aTime({ named: 'season', year: ends, ...found, precision: 'quarter', doubts: [SEASON] })
}

/** Easter's day moves; month 0 stands for it until the year is known. */
function feast(g: Named, { year, spanFrom }: YearSaid): Said {
  if (g.name !== 'easter') {
    const doubts: Doubt[] = [
      { words: 'Christmas is taken as 25 December; schools and offices close before.', makes: 'likely' },
    ]
    return aTime({ named: 'feast', year: year ?? spanFrom, month: 12, day: 25, precision: 'day', doubts })
  }
  const doubts: Doubt[] = [
    {
      words: 'Easter is taken as Easter Sunday; the school holidays around it differ from area to area.',
      makes: 'likely',
    },
  ]
  return aTime({
    named: 'feast',
    year: spanFrom === null ? year : spanFrom + 1,
    month: 4,
    figure: 0,
    precision: 'term',
    doubts,
  })
}
