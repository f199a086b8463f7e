import { comparisonsIn } from './comparisons.ts'
import { COMPARATORS } from './direction-words.ts'
import { measureIn } from './measures-of-children.ts'
import { quote } from './quote.ts'
import type { Figure } from './read-figures.ts'
import { type Passage, questionOn, type Sentence, type StatementQuestion } from './statement.ts'

/** Measures that have one value for a place and a year; of the others a text may give many. */
const SINGLE = new Set(
  'neet neet-unknown first-time-entrants offending looked-after child-protection teenage-pregnancy re-referrals'.split(
    ' ',
  ),
)
/** Words that narrow a measure to some children. Sentences are held side by side only where these agree. */
const NARROWER =
  /\b(?:boys?|girls?|fsm|non-?fsm|sen|non-?sen|care leavers?|looked[- ]after|in care|cla|lac|unaccompanied|uasc|exclud\w+|reception|year \d+|reading|writing|maths|english|ks ?\d|key stage \d|level \d|aged? \d+(?: ?[-–] ?\d+)?|under \d+|new|starts?|ceas\w+|q[1-4]|cohort|more than|over|between|second|bme|disabled|fostered|residential|target|stretch|neglect|placement\w*|adopt\w*|schools?|primary|secondary|special)\b/gi
const YEAR = /\b(?:19|20)\d\d(?: ?[-/–] ?\d{2,4})?\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/g
/** "no unknown young people" says nought in words. */
const NONE_UNKNOWN = /\b(?:no|zero) ['‘"“]?(?:unknown|not known)/i
/** So many sentences on one measure are held side by side; a text of more is no report. */
const MOST = 200

type Told = {
  readonly sentence: Sentence
  readonly passage: Passage
  readonly name: string
  readonly measure: string
  /** the narrower words, and the years named */
  readonly of: string
  readonly years: string
  /** what is told: a value with its unit, or a place above, below or like something */
  readonly about: string
  readonly value: string
  readonly words: string
}

/** The same measure told in two ways: above the average in one place and like it in another; 70 here and 75 there. */
export function askToldTwice(passages: readonly Passage[]): StatementQuestion[] {
  const told = passages.flatMap((passage) => passage.sentences.flatMap((sentence) => toldBy(sentence, passage)))
  const groups = Map.groupBy(told, ({ measure, about }) => `${measure}/${about}`)
  return [...groups.values()].flatMap((group) => apart(group.slice(0, MOST)))
}

function apart(group: readonly Told[]): StatementQuestion[] {
  return group.flatMap((second, at) => {
    const first = group.slice(0, at).find((one) => one.value !== second.value && isOfSame(one, second))
    return first ? [ask(first, second)] : []
  })
}

/** Of the same children and not of two years; in one paragraph a general word and a narrower one are set side by side too. */
function isOfSame(one: Told, other: Told): boolean {
  const areOfTwoYears = one.years !== '' && other.years !== '' && one.years !== other.years
  const isGeneral = one.passage === other.passage && (one.of === '' || other.of === '')
  return one.sentence !== other.sentence && !areOfTwoYears && (one.of === other.of || isGeneral)
}

function toldBy(sentence: Sentence, passage: Passage): Told[] {
  const tells = sentence.figures.length > 0 || sentence.directions.length > 0 || NONE_UNKNOWN.test(sentence.text)
  const measure = tells ? measureIn(sentence.text) : null
  if (!measure) return []
  const narrower = [...sentence.text.matchAll(NARROWER)].map(([word]) => word.toLowerCase())
  const of = [...new Set(narrower.filter((word) => !isOfMeasure(measure.key, word)))].sort().join(' ')
  const years = [...sentence.text.matchAll(YEAR)].map(([year]) => year).join(' ')
  const told = { sentence, passage, name: measure.name, measure: measure.key, of, years }
  return [...positionsOf(told), ...valueTold(told)]
}

/** Words that say the measure itself and narrow nothing. */
function isOfMeasure(key: string, word: string): boolean {
  return (key === 'neet' && /^age/.test(word)) || (key === 'looked-after' && /^(?:looked|in care|cla|lac)/.test(word))
}

type About = Omit<Told, 'about' | 'value' | 'words'>

function positionsOf(told: About): Told[] {
  const { sentence, passage } = told
  return comparisonsIn(sentence, passage).flatMap(({ direction: { kind, text, to } }) => {
    if (kind === 'better' || kind === 'worse') return []
    const beside = sentence.text.slice(to, to + 48)
    const named = COMPARATORS.filter(([, pattern]) => pattern.test(beside)).map(([other]) => other)
    const others = named.length === 0 && /average$/.test(text) ? ['England'] : named
    const words = `${text}${beside.split(/[.;,(]| (?:but|whil\w+|and (?:is|are)|which)\b/)[0] ?? ''}`
    return others.map((other) => ({ ...told, about: other, value: kind, words }))
  })
}

function valueTold(told: About): Told[] {
  if (!SINGLE.has(told.measure)) return []
  const { text, figures } = told.sentence
  if (told.measure === 'neet-unknown' && NONE_UNKNOWN.test(text))
    return [{ ...told, about: 'percent', value: '0', words: 'none' }]
  const [own, ...more] = figures.filter(({ role, unit }) => role === 'own' && unit !== 'duration')
  if (!own || more.length > 0 || own.isAbout || isPartOf(text, own)) return []
  return [{ ...told, about: own.unit, value: String(own.value), words: own.text }]
}

/** "22% of the NEET cohort", "30 of the children": a part, not the measure. */
function isPartOf(text: string, { to }: Figure): boolean {
  return /^ ?(?:of|new|have|had|were|are|more|fewer|young people (?:were|have))\b/i.test(text.slice(to))
}

function ask(first: Told, second: Told): StatementQuestion {
  return questionOn(second.sentence, {
    code: 'statement-told-twice',
    figures: [first.words.trim(), second.words.trim()],
    message: `On ${second.name}, one sentence says ${quote(first.words)} (${quote(first.sentence.text, 80)}) and this one says ${quote(second.words)}. Are they of different years or groups, or is one out of date?`,
  })
}
