import type { Rhythm, Said } from '../phrase.ts'
import { type Rule, rule } from './rule.ts'

const A_YEAR = '(?:(?:a|an|per|each|every|in a|in the|in every) )?(?:year|annum|annual|annually|yearly)'
const TIMES = '(?:twice|(?<times>\\d{1,2}) (?:x|times?|reports?|meetings?))'

/** Words for how often. A word with two meanings is marked so, and its commoner meaning given. */
export const RHYTHMS: readonly Rule[] = [
  rule('(?:every|each) (?:two|2|2st|other|second) (?:months?)|alternate months?', (g) => every(2, g)),
  rule('(?:every|each) (?:2st|other) years?|alternate years?|every 2 years', () => rhythm(0.5, 24)),
  rule('(?:every|each) (?:2st|other) weeks?', () => rhythm(26, 0)),
  rule(
    '(?:minimally |at least )?(?:every|each) (?<count>\\d{1,2})(?: -)? (?<unit>days?|weeks?|wks?|months?|mths?|years?|yrs?)',
    (g) => everyUnit(Number(g.count), g.unit ?? ''),
  ),
  rule('(?<count>\\d{1,2})(?: -)? (?:monthly|mthly)', (g) => every(Number(g.count), g)),
  rule('(?<count>\\d{1,2})(?: -)? (?:weekly)', (g) => (Number(g.count) > 0 ? rhythm(52 / Number(g.count), 0) : null)),
  rule('(?<count>\\d{1,2})(?: -)? yearly', (g) => everyUnit(Number(g.count), 'years')),
  rule('bi ?(?:- )?monthly|bimonthly', () => rhythm(6, 2, 'ambiguous')),
  rule(
    'bi ?(?:- )?(?:annual|annually|annualy|yearly|anual|annum)|biannual|biannually|biyearly|biennial|biennially',
    () => rhythm(2, 6, 'ambiguous'),
  ),
  rule('bi ?(?:- )?weekly|biweekly', () => rhythm(26, 0)),
  rule(`${TIMES}(?: -)? ${A_YEAR}`, (g) => timesAYear(Number(g.times ?? 2))),
  rule('(?<times>\\d{1,2}) (?:per|a|each|every) (?:year|annum)', (g) => timesAYear(Number(g.times))),
  rule('(?:half|semi)(?: -)? (?:yearly|annual|annually)|halfyearly', () => rhythm(2, 6)),
  rule('half(?: -)? (?:termly)|(?:every|each|per|once per|once a|once every) (?:half - term|half term)', () =>
    rhythm(6, 2, 'half-terms'),
  ),
  rule('termly|(?:once|1) a term|(?:once |1 )?(?:each|every|per) (?:school )?term', () => rhythm(3, 4, 'terms')),
  rule(`${TIMES} (?:a|per|each|every) (?:school )?term`, (g) =>
    Number(g.times ?? 2) === 2 ? rhythm(6, 2, 'half-terms') : null,
  ),
  rule(`${TIMES} (?:a|per|each|every) quarter`, () => rhythm(8, 0)),
  rule(`${TIMES} (?:a|per|each|every) (?:month|week)|${TIMES}(?: -)? (?:monthly|weekly)`, () => rhythm(24, 0)),
  rule(
    'quarterly|qtrly|quaterly|qrtly|(?:once|1) a (?:quarter|qtr)|(?:1 (?:[a-z]{3,12} )?|once )?(?:each|every|per) (?:quarter|qtr)',
    () => rhythm(4, 3),
  ),
  rule('fortnightly|(?:each|every|per) fortnight|2(?: -)? weekly', () => rhythm(26, 0)),
  rule('weekly|(?:once )?(?:each|every|per|a) week', () => rhythm(52, 0)),
  rule('daily|(?:each|every) (?:working )?day', () => rhythm(260, 0)),
  rule('monthly|(?:once )?(?:each|every|per|a) (?:calendar )?month', () => rhythm(12, 1)),
  rule(
    'annually|annual|annualy|anually|yearly|per annum|(?:once )?(?:each|every|per|a) (?:calendar |financial |academic |school )?year|once yearly|yearly',
    () => rhythm(1, 12),
  ),
  rule('(?:each|every)(?= (?:m\\d\\d|autumn|spring|summer|winter|easter|christmas))', () => rhythm(1, 12)),
]

type Kind = 'ambiguous' | 'terms' | 'half-terms'

/** The words themselves are put in by the parser, which knows them. */
function rhythm(timesAYear: number, months: number, kind?: Kind): Said {
  const made: Rhythm = {
    words: '',
    timesAYear,
    months,
    isAmbiguous: kind === 'ambiguous',
    by: kind === 'terms' || kind === 'half-terms' ? kind : 'months',
  }
  return { is: 'rhythm', rhythm: made }
}

function every(months: number, groups: Readonly<Record<string, string | undefined>>): Said | null {
  const count = Number(groups.count ?? months)
  return count > 0 && count <= 60 ? rhythm(12 / count, count) : null
}

function everyUnit(count: number, unit: string): Said | null {
  if (count === 0) return null
  if (/^(?:month|mth)/.test(unit)) return every(count, {})
  if (/^y/.test(unit)) return count > 10 ? null : rhythm(1 / count, count * 12)
  return rhythm((unit.startsWith('d') ? 365 : 52) / count, 0)
}

function timesAYear(times: number): Said | null {
  if (times < 1 || times > 12) return null
  return rhythm(times, 12 % times === 0 ? 12 / times : 0)
}
