import { roundingOf } from './ask-difference.ts'
import { plainNumber, quote } from './quote.ts'
import type { Figure } from './read-figures.ts'
import { type Asker, type Passage, questionOn, type Sentence } from './statement.ts'

/** A gap to the country or to another place, whose figure seldom stands beside it. */
const GAP_ELSEWHERE = /\bgaps?\b[^.;%\d]{0,40}\b(?:national|england|region|average|neighbours?|county|target)/i
/** Words for a group and the others. */
const TWO_GROUPS =
  /\bnon[- ]?\w+|\b(?:boys|girls|fsm|sen|disadvantaged|pupil premium|eligible|others?|peers|all (?:children|pupils)|males?|females?|poorer|richer|most deprived|least deprived|not (?:eligible|disadvantaged))\b/i

/** "13% … 89% … a gap of 54": the gap between the two groups is subtracted again; with or without their signs. */
export const askGap: Asker = (sentence, passage) => {
  const gap = sentence.figures.find(({ role }) => role === 'gap')
  if (!gap || gap.unit === 'duration') return []
  const named = betweenIn(sentence, gap)
  const pairs = named ? [named] : GAP_ELSEWHERE.test(sentence.text) ? [] : pairsAround(sentence, passage, gap)
  if (pairs.some(([a, b]) => agrees(a, b, gap))) return []
  const pair = pairs.at(-1)
  if (!pair) return []
  const [high, low] = pair[0].value >= pair[1].value ? pair : [pair[1], pair[0]]
  const arithmetic = `${plainNumber(high.value)} − ${plainNumber(low.value)} = ${plainNumber(high.value - low.value)}`
  return [
    questionOn(sentence, {
      code: 'statement-gap',
      figures: [gap.text, high.text, low.text],
      arithmetic,
      message: `The gap is said to be ${gap.text}; the figures of the two groups read ${high.text} and ${low.text}: ${arithmetic}. Is another group or year meant, or a figure mistyped in ${quote(sentence.text, 90)}?`,
    }),
  ]
}

type Pair = readonly [Figure, Figure]

/** "a gap of 54 between 13 and 89", "the gap between girls (13) and boys (89) is 54": the two figures that the gap is said to be between. */
function betweenIn({ text, figures }: Sentence, gap: Figure): Pair | null {
  const others = figures.filter((figure) => figure !== gap && MAY_BE_APART.has(figure.unit))
  for (const [at, one] of others.entries()) {
    const other = others[at + 1]
    const isAfter = gap.to <= one.from
    if (!other || (!isAfter && gap.from < other.to)) continue
    const before = isAfter ? text.slice(gap.to, one.from) : text.slice(Math.max(0, one.from - 120), one.from)
    const isBetween = isAfter ? BETWEEN.test(before) : GAP_BETWEEN.test(before)
    if (isBetween && AND.test(text.slice(one.to, other.from)) && ENDS.test(text.slice(other.to))) return [one, other]
  }
  return null
}

const MAY_BE_APART: ReadonlySet<Figure['unit']> = new Set(['count', 'percent', 'points'])
const BETWEEN = /^[^.;\d]{0,60}\bbetween\b[^.;\d]{0,60}$/i
const GAP_BETWEEN = /\bgaps? between\b[^.;\d]{0,60}$/i
/** What follows the first figure: nothing that it would count, such as "40 schools". */
const AND = /^\)?,? ?(?:(?:for|in|among|at|per) [^.;\d]{1,60}? )?and\b[^.;\d]{0,60}$/i
const ENDS = /^\)?(?:$|[.,;:)]| (?:for|in|among|at|per|is|was|has|had|remains?|stands|stood)\b)/i

/** The figures of two groups in this sentence and the two before it; without a percent sign, in this sentence alone. */
function pairsAround(sentence: Sentence, passage: Passage, gap: Figure): readonly Pair[] {
  const near = passage.sentences.slice(Math.max(0, sentence.at - 2), sentence.at + 1)
  if (!TWO_GROUPS.test(near.map(({ text }) => text).join(' '))) return []
  const own = near.flatMap(({ figures }) => figures.filter(({ role, unit }) => role === 'own' && unit === 'percent'))
  if (own.length > 1) return pairsOf(own)
  const bare = sentence.figures.filter(({ role, unit }) => role === 'own' && unit === 'count')
  const isOfCounts = gap.unit === 'count' || gap.unit === 'points'
  return own.length === 0 && isOfCounts && bare.length === 2 && TWO_GROUPS.test(sentence.text) ? pairsOf(bare) : []
}

function pairsOf(figures: readonly Figure[]): readonly Pair[] {
  return figures.flatMap((a, index) => figures.slice(index + 1).map((b) => [a, b] as const))
}

function agrees(a: Figure, b: Figure, gap: Figure): boolean {
  return Math.abs(Math.abs(a.value - b.value) - gap.value) <= roundingOf([a, b, gap])
}
