import { COMPARATORS, type Direction } from './direction-words.ts'
import type { Figure } from './read-figures.ts'
import type { Passage, Sentence } from './statement.ts'

/** A direction word with the two figures it sets against each other, as far as they are given. */
export type Comparison = {
  readonly direction: Direction
  readonly own: Figure | null
  /** the sentence `own` stands in */
  readonly ownIn: Sentence
  readonly other: Figure | null
}

/** No further apart, or the words belong to something else. */
const REACH = 90
/** A pair that is set against each other in so many words may stand further off. */
const FAR = 160

/** Every direction word of a sentence with its figures; the figure compared may stand in the sentence before. */
export function comparisonsIn(sentence: Sentence, passage: Passage): Comparison[] {
  return sentence.directions.flatMap((direction) => {
    const pair = pairAfter(sentence, direction)
    if (pair) return [{ direction, own: pair[0], ownIn: sentence, other: pair[1] }]
    const after = figuresAfter(sentence, direction)
    const others = after.length > 0 ? after : comparatorBefore(sentence, direction)
    if (others.length === 0) return [{ direction, ...ownOf(sentence, passage, direction, null), other: null }]
    return paired(sentence, passage, direction, others)
  })
}

/** Figures to compare with right after the words: "above the average of 60%", "above national (56%) and regional (54%)". */
function figuresAfter(sentence: Sentence, direction: Direction): Figure[] {
  const found: Figure[] = []
  let at = direction.to
  for (const figure of sentence.figures) {
    if (figure.from < direction.to) continue
    const between = sentence.text.slice(at, figure.from)
    if (
      between.length > REACH ||
      /[;:]|\s[–—-]\s(?!\s)/.test(between) ||
      hasDirection(sentence, direction.to, figure.from)
    )
      break
    // "for the last three years" is no figure to compare with, where ours is no length of time
    if (figure.unit === 'duration' && !hasOwnDuration(sentence, direction)) break
    if (found.length > 0 && !/^\)?,? ?(?:and|or)\b/i.test(between)) break
    const isPlainOther = figure.role === 'own' && found.length === 0 && /\(\s*$/.test(between)
    if (figure.role !== 'comparator' && figure.role !== 'target' && figure.role !== 'prior' && !isPlainOther) break
    found.push(figure)
    at = figure.to
  }
  return found
}

function hasOwnDuration({ figures }: Sentence, { from }: Direction): boolean {
  return figures.some(({ unit, role, to }) => unit === 'duration' && role === 'own' && to <= from)
}

function hasDirection(sentence: Sentence, from: number, to: number): boolean {
  return sentence.directions.some((other) => other.from >= from && other.to <= to)
}

/** "worse than the country (7% compared to 5%)": ours and theirs, in that order. */
function pairAfter({ text, figures }: Sentence, direction: Direction): readonly [Figure, Figure] | null {
  const at = figures.findIndex(({ from }) => from >= direction.to)
  const [first, second] = at < 0 ? [] : figures.slice(at, at + 2)
  if (!first || !second || first.unit !== second.unit || first.from - direction.to > FAR) return null
  if (/[.;]/.test(text.slice(direction.to, first.from))) return null
  const between = text.slice(first.to, second.from)
  return between.length <= 30 && AGAINST.test(between) ? [first, second] : null
}

const AGAINST = /^\)?,? ?(?:nationally |locally )?\(?(?:compared (?:to|with)|against|versus|vs?\.?)\s/i

/** "9%, compared to 12% nationally, which is better": the figure stands before the words. */
function comparatorBefore(sentence: Sentence, direction: Direction): Figure[] {
  const rest = sentence.text.slice(direction.to)
  if (/\d/.test(rest)) return []
  const before = sentence.figures.filter(({ role, to }) => role === 'comparator' && to <= direction.from).slice(-1)
  if (direction.kind === 'better' || direction.kind === 'worse') return before
  // "91%, national 93%, so we are above the national figure"
  const named = COMPARATORS.filter(([, pattern]) => pattern.test(rest.slice(0, 48)))
  return before.filter(({ from, to }) =>
    named.some(([, pattern]) => pattern.test(sentence.text.slice(Math.max(0, from - 40), to + 24))),
  )
}

function paired(sentence: Sentence, passage: Passage, direction: Direction, others: readonly Figure[]): Comparison[] {
  const owns = sentence.figures.filter(({ role, to }) => role === 'own' && to <= direction.from).slice(-others.length)
  const isRespective = /\brespectively\b/i.test(sentence.text) && others.length > 1 && owns.length === others.length
  return others.map((other, at) =>
    isRespective
      ? { direction, own: owns[at] ?? null, ownIn: sentence, other }
      : { direction, ...ownOf(sentence, passage, direction, other), other },
  )
}

/** The figure that is compared: the nearest before the words, else one of the sentence before, which "this" points to. */
function ownOf(
  sentence: Sentence,
  passage: Passage,
  direction: Direction,
  other: Figure | null,
): Pick<Comparison, 'own' | 'ownIn'> {
  const fits = (figure: Figure) =>
    (figure.role === 'own' || figure.role === 'gap') &&
    (other === null || figure.unit === other.unit) &&
    figure !== other
  const here = sentence.figures.findLast((figure) => fits(figure) && figure.to <= direction.from)
  if (here) return { own: here, ownIn: sentence }
  const later = other && sentence.figures.find((figure) => fits(figure) && isReached(sentence, other, figure))
  if (later) return { own: later, ownIn: sentence }
  const before = passage.sentences[sentence.at - 1]
  if (before && /^(?:this|that|these|it|which|both|the (?:figure|rate|result))\b/i.test(sentence.text)) {
    const own = before.figures.findLast(fits)
    if (own) return { own, ownIn: before }
  }
  return { own: null, ownIn: sentence }
}

/** "exceeded the target of 90%, with 86% done": ours stands after the other. */
function isReached({ text }: Sentence, other: Figure, figure: Figure): boolean {
  const between = text.slice(other.to, figure.from)
  return (
    figure.from > other.to &&
    between.length <= 60 &&
    /\b(?:with|at|reaching|reached|achieving|achieved)\b[^.;]{0,30}$|[:–(]\s*$/i.test(between)
  )
}
