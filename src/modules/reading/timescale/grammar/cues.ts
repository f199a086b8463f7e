import { valueAt } from '../../../../kernel/value-at.ts'
import type { Cue, Doubt, Part } from '../phrase.ts'
import { type Rule, rule } from './rule.ts'

const UNITS: Readonly<Record<string, 'days' | 'weeks' | 'months' | 'years'>> = {
  d: 'days',
  w: 'weeks',
  m: 'months',
  y: 'years',
}
const UNIT = '(?:working |calendar |school )?(?<unit>days?|weeks?|wks?|months?|mths?|years?|yrs?)'
const WEEK_BEGINS: Doubt = { words: 'The week is named by its first day, which is used.', makes: 'likely' }

/** "early", "mid", "end of", "week commencing": they say which part of the time that follows. */
export const PARTS: readonly Rule[] = [
  rule('(?:w / c|w / b|wc|wb|(?:week|wk) (?:commencing|beginning|starting|of))(?: :)?', () => ({
    is: 'part',
    part: 'end',
    doubt: WEEK_BEGINS,
  })),
  rule('(?:w / e|we|(?:week|wk) ending)(?= (?:weekday|\\d|m\\d))', () => ({ is: 'part', part: 'end', doubt: null })),
  part('(?:the )?(?:very )?(?:end|close|latter part) (?:of )?(?:the )?', 'end'),
  part('(?:the )?(?:beginning|start|commencement) of (?:the )?', 'beginning'),
  part('(?:the )?early (?:in )?(?:the )?', 'early'),
  part('(?:the )?(?:mid|middle|midway)(?: -)? (?:of |in |through )?(?:the )?', 'mid'),
  part('(?:the )?(?:late|later) (?:in )?(?:the )?', 'late'),
]

/** "12 months", "1-2 years". */
export const LENGTHS: readonly Rule[] = [
  rule(
    `(?<least>\\d{1,2})(?: ${UNIT.replace('unit', 'leastUnit')})? (?:-|to|and|or|/) (?<most>\\d{1,2})(?: -)? ${UNIT}`,
    (g) => length(Number(g.least), g.most, g.unit, g.leastUnit),
  ),
  rule(`(?:the )?(?:next |first |1st )?(?<most>\\d{1,3})(?: -)? ${UNIT}`, (g) => length(null, g.most, g.unit)),
  rule('(?:a|a full) (?<unit>year|month|week)', (g) => length(null, '1', g.unit)),
]

function length(least: number | null, most: string | undefined, unit = '', leastUnit?: string) {
  const known = valueAt(UNITS, unit.slice(0, 1))
  const isMixed = leastUnit !== undefined && leastUnit[0] !== unit[0]
  if (!known || isMixed || Number(most) === 0 || (least !== null && least >= Number(most))) return null
  return { is: 'length' as const, length: { least, most: Number(most), unit: known } }
}

function part(source: string, which: Part): Rule {
  const ahead =
    "(?=(?:q|h|qtr|quarter|calendar|fy|f|financial|fiscal|academic|school|new|next|this|the|autumn|spring|summer|winter|easter|christmas|half|term|year|m\\d\\d|weekday|\\d|'))"
  const made = new RegExp(`${source}${ahead}`, 'y')
  return { pattern: made, read: () => ({ is: 'part', part: which, doubt: null }) }
}

const cue = (source: string, which: Cue): Rule => rule(source, () => ({ is: 'cue', cue: which }))

/** "Phase 2", "action 1.4": a number that is a name; before a month it may be a day all the same. */
const NUMBERED =
  '(?:week|wk|month|day|phase|stage|step|milestone|tranche|wave|priority|action|objective|outcome|item|part|option|version|level|tier|cohort|group|round|no|number|key stage|ks) \\d{1,2}(?: \\. \\d{1,2})?'

/** Words that say what a time beside them is: a start, an end, a limit, a doubt; or that there is no time. */
export const CUES: readonly Rule[] = [
  rule(`${NUMBERED}(?= m\\d\\d)`, () => ({ is: 'other' })),
  rule(NUMBERED, () => ({ is: 'matter' })),
  rule('start(?: date)? / (?:end|finish)(?: date)?(?: :)?', () => ({ is: 'plain' })),
  rule('(?:short|medium|long)(?: -)?(?: (?:/|-|to|and|or) (?:medium|long)(?: -)?)? terms?(?: :)?', () => ({
    is: 'terms',
  })),
  cue(
    'end(?: date)? :|end(?:s|ing|ed)(?: in| on| by)?|finish(?:es|ing)?(?: date| by)?(?: :)?|complet(?:es|ing)|completion(?: date)?(?: :| by)?',
    'ends',
  ),
  cue(
    'start(?: date)?(?: :)?|starts|starting|commence|commences|commencing|begin|begins|beginning|from|with effect from|w \\. e \\. f|wef|effective(?: from)?|kick - off|go - live|goes live',
    'starts',
  ),
  cue('commenced|started|began|begun|since|in place since|live since|running since|established(?: in)?', 'started'),
  cue('until|till|til|up to|up until|through to|through', 'until'),
  cue('onwards|onward|and beyond|beyond|forwards', 'onwards'),
  cue('then|thereafter|and then|followed by', 'then'),
  cue('not before|no earlier than|not earlier than|after|post(?: -)?|following', 'after'),
  cue('before|pre(?: -)?|prior to|ahead of|in advance of|in time for', 'before'),
  cue('no later than|not later than|by no later than|by|due(?: by| in| on)?|deadline|target(?: date)?', 'until'),
  cue('between', 'between'),
  cue(
    'as and when(?: required| needed| necessary)?|as required|as needed|as necessary|when (?:required|needed)|on going|on - going|ongoing|continuous|continuously|continual|continually|continue|continues|continued|continuing|throughout|ad hoc|ad - hoc|rolling(?: programme)?|permanent|permanently|business as usual|bau|always|perpetual',
    'ongoing',
  ),
  cue(
    'tb[acd]|t \\. b \\. [acd](?: \\.)?|to be (?:confirmed|agreed|determined|decided|advised|arranged|set|scheduled|announced|established|finalised)|not (?:yet )?(?:known|set|agreed|confirmed|decided)|unknown|n / [ak]|na|none|nil|undecided|not applicable|\\?',
    'undecided',
  ),
  cue(
    'asap|a \\. s \\. a \\. p(?: \\.)?|as soon as (?:possible|practicable|reasonably practicable)|soon as possible|immediate(?:ly)?|with immediate effect|straight ?away|urgent(?:ly)?|now|at the earliest opportunity',
    'urgent',
  ),
  cue('to be (?:completed|achieved|done|delivered|finished|closed)', 'until'),
  cue('completed?|achieved|done|closed|finished|fully complete|met|signed off|in place|already in place', 'done'),
  cue(
    'in progress|under ?way|in hand|in train|not (?:yet )?started|delayed|overdue|on track|on target|on hold|paused|slipped|behind schedule|partially complete|carried forward',
    'under-way',
  ),
  cue('as at|as of|position at|correct at|data (?:as )?at', 'as-at'),
  cue('was|were|originally|previously|formerly|original(?: date)?|had been', 'formerly'),
  cue(
    'once|upon|on completion of|on receipt of|subject to|dependent (?:up)?on|dependant (?:up)?on|depending (?:up)?on|depends (?:up)?on|dependent|pending|when|whenever|as soon as|linked to|aligned (?:to|with)|in line with|contingent on|if|unless|within \\d{1,3} (?:working )?(?:days?|weeks?|months?|years?) of',
    'depends',
  ),
  cue(
    'provisional|provisionally|approx|approximately|approximate|circa|c \\.|about|around|roughly|estimated|est|indicative|possibly|probably|hopefully|expected|anticipated|aiming for|aim|likely|target to be|subject|proposed|tentative|tentatively',
    'not-firm',
  ),
  cue('see|refer|as above|ditto|as below|above|below|as per|same as|as previous', 'see'),
]

export const JOINS: readonly Rule[] = [
  rule('/|or', () => ({ is: 'join', by: 'slash' })),
  rule('to|-|thru', () => ({ is: 'join', by: 'to' })),
  rule('and|,|;|\\+', () => ({ is: 'join', by: 'and' })),
]
