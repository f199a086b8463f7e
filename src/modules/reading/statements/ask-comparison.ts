import { capital } from '../../../kernel/capital.ts'
import { type Comparison, comparisonsIn } from './comparisons.ts'
import type { DirectionKind } from './direction-words.ts'
import { type KnownMeasure, measureIn } from './measures-of-children.ts'
import { plainNumber, quote } from './quote.ts'
import type { Figure } from './read-figures.ts'
import { type Asker, type Passage, questionOn, type Sentence, type StatementQuestion } from './statement.ts'

/** "In line with" is taken at its word up to this many points, or this part of the other figure. */
const NEAR_POINTS = 2
const NEAR_PART = 0.05

/** Direction words held against the two figures beside them, and against which way is better for the measure. */
export const askComparison: Asker = (sentence, passage) =>
  comparisonsIn(sentence, passage).flatMap((comparison): StatementQuestion[] => {
    const { own, other, ownIn } = comparison
    if (!own || !other || own.unit !== other.unit) return []
    const measure = measureOf(sentence, ownIn, passage)
    const doubt = doubtOf(comparison.direction.kind, own, other, measure)
    return doubt ? [ask(sentence, comparison, own, other, doubt)] : []
  })

/** The measure that a sentence is about: its own words, else those of the sentence before, else the heading's. */
export function measureOf(sentence: Sentence, ownIn: Sentence, passage: Passage): KnownMeasure | null {
  return measureIn(sentence.text) ?? measureIn(ownIn.text) ?? measureIn(passage.topic)
}

function doubtOf(kind: DirectionKind, own: Figure, other: Figure, measure: KnownMeasure | null): string | null {
  const order = own.value === other.value ? 'equal' : own.value > other.value ? 'higher' : 'lower'
  switch (kind) {
    case 'above':
      return order === 'higher' ? null : orderInWords(own, other)
    case 'below':
      return order === 'lower' ? null : orderInWords(own, other)
    case 'same':
      return isNear(own, other) ? null : orderInWords(own, other)
    case 'better':
    case 'worse': {
      if (order === 'equal') return orderInWords(own, other)
      if (!measure || measure.better === 'context') return null
      const isBetter = (measure.better === 'high') === (order === 'higher')
      if (isBetter === (kind === 'better')) return null
      return `For ${measure.name} a ${measure.better === 'high' ? 'higher' : 'lower'} figure is usually better, and ${orderInWords(own, other)}`
    }
  }
}

function orderInWords(own: Figure, other: Figure): string {
  if (own.value === other.value) return `${own.text} and ${other.text} are equal`
  const by = plainNumber(Math.abs(own.value - other.value))
  return `${own.text} is ${own.value > other.value ? 'higher' : 'lower'} than ${other.text}, by ${by}`
}

function isNear(own: Figure, other: Figure): boolean {
  const apart = Math.abs(own.value - other.value)
  return apart <= (own.unit === 'percent' ? NEAR_POINTS : 0) || apart <= NEAR_PART * Math.abs(other.value)
}

function ask(
  sentence: Sentence,
  { direction }: Comparison,
  own: Figure,
  other: Figure,
  doubt: string,
): StatementQuestion {
  return questionOn(sentence, {
    code: 'statement-comparison',
    figures: [own.text, other.text],
    arithmetic: `${plainNumber(own.value)} − ${plainNumber(other.value)} = ${plainNumber(own.value - other.value)}`,
    message: `The sentence says ${quote(direction.text)}; the figures read ${own.text} and ${other.text}. ${capital(doubt)}. Is the word the right one, or a figure mistyped?`,
  })
}
