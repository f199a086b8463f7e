import { maskNames } from './mask-names.ts'
import { COUNT_WORDS, countOfWords } from './number-words.ts'

export type FigureUnit = 'percent' | 'points' | 'per-1000' | 'per-10000' | 'per-100000' | 'duration' | 'count'

/** A figure that counts or measures something. `step` is the size of its last digit: 0.1 for 9.6, 100 for 42,800. */
export type Figure = {
  readonly value: number
  readonly unit: FigureUnit
  readonly text: string
  readonly from: number
  readonly to: number
  readonly step: number
  /** "about", "over", "nearly" stand before it */
  readonly isAbout: boolean
  readonly role: FigureRole
}

/** What a figure is in its sentence: our own value, one to compare with, an earlier one, how much something changed. */
export type FigureRole = 'own' | 'comparator' | 'target' | 'prior' | 'difference' | 'gap'

const NUMBER = new RegExp(
  `(?<![\\w.,#-])(?:(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(\\.\\d{1,4})?|\\b(${COUNT_WORDS})\\b(?![- ](?:in|another|to one|off|stop|way|of the)\\b))(?![\\d])`,
  'gi',
)
const UNITS: readonly (readonly [RegExp, FigureUnit])[] = [
  [/^(?: ?%| ?per ?cent(?:age)?)?[ -]?(?:percentage[ -]points?|points?\b|pp\b|ppts?\b)/i, 'points'],
  [/^(?: ?%| per ?cent\b)/i, 'percent'],
  [/^ ?(?:per|in every) (?:100,?000|hundred thousand)/i, 'per-100000'],
  [/^ ?(?:per|in every) (?:10,?000|ten thousand)/i, 'per-10000'],
  [/^ ?(?:per|in every) (?:1,?000|thousand)/i, 'per-1000'],
  [
    /^ ?(?:working |school |calendar )?(?:hours?|days?|weeks?|months?|years?|minutes?|seconds?|miles?|terms?)\b/i,
    'duration',
  ],
]

/** Most sentences of a report hold no number, and are done with at once. */
const HAS_NUMBER = new RegExp(`\\d|\\b(?:${COUNT_WORDS})\\b`, 'i')

/** A sentence with more is a table without its lines; no rule reads further. */
const MOST_FIGURES = 60

/** The figures of a sentence that count or measure, in order; dates, ages, key stages and money are none. */
export function readFigures(sentence: string): Omit<Figure, 'role'>[] {
  if (!HAS_NUMBER.test(sentence)) return []
  let readTo = 0
  const masked = maskNames(sentence)
  return [...masked.matchAll(NUMBER)]
    .slice(0, MOST_FIGURES)
    .flatMap(({ 0: words, 1: whole, 2: part = '', 3: spelled, index }) => {
      if (index < readTo) return []
      const after = masked.slice(index + words.length, index + words.length + 40)
      if (/^[a-z*]|^\+/i.test(after) || isPronoun(spelled, after)) return []
      const [unitText, unit] = unitOf(after)
      const value = spelled ? countOfWords(spelled) : Number((whole ?? '').replaceAll(',', '') + part)
      if (value === null) return []
      const to = index + words.length + unitText.length
      readTo = to
      return [
        {
          value,
          unit,
          text: sentence.slice(index, to),
          from: index,
          to,
          step: part ? 10 ** (1 - part.length) : stepOf(value, unit),
          isAbout: ABOUT.test(sentence.slice(Math.max(0, index - 24), index)),
        },
      ]
    })
}

const ABOUT =
  /(?:\b(?:about|around|approximately|approx\.?|nearly|almost|just|over|under|roughly|some|up to|more than|less than|fewer than|at least|circa|c\.)|[~<>]) ?(?:over |under |below |above )?$/i

function unitOf(after: string): readonly [string, FigureUnit] {
  for (const [pattern, unit] of UNITS) {
    const found = pattern.exec(after)
    if (found) return [found[0], unit]
  }
  return ['', 'count']
}

/** "one" that counts nothing: "one of the highest", "this one", "one such". */
function isPronoun(spelled: string | undefined, after: string): boolean {
  return (
    spelled?.toLowerCase() === 'one' &&
    /^(?: of the (?:best|highest|lowest|few|most|main|key|top|first)| such\b|[.,;]|$)/i.test(after)
  )
}

/** A count that ends in two noughts or more was rounded to them. */
function stepOf(value: number, unit: FigureUnit): number {
  if (unit !== 'count' || value < 1000) return 1
  let step = 1
  while (step < 10_000 && value % (step * 10) === 0) step *= 10
  return step >= 100 ? step : 1
}
