import type { Period } from '../../../kernel/period.ts'
import type { Direction } from './direction-words.ts'
import type { Figure } from './read-figures.ts'

/** What is known around a text: what it reports on, and for which year. All of it may be missing. */
export type StatementContext = {
  /** the year that is reported on */
  readonly period?: Period | null
  /** words that say what the text is about, such as an action and its measure, or the heading above */
  readonly topic?: string | null
}

/** A question to the author of a text; never a verdict, and it never blocks. */
export type StatementQuestion = {
  readonly code: StatementCode
  /** `warning` is for what could let a child be known */
  readonly severity: 'warning' | 'question' | 'advice'
  /** the words asked about, as they stand in the text */
  readonly words: string
  readonly message: string
  /** figures found, as written */
  readonly figures: readonly string[]
  /** the sum that was done, such as "89 − 13 = 76"; null where none was */
  readonly arithmetic: string | null
  /** place of the sentence in the text, half-open */
  readonly from: number
  readonly to: number
}

export type StatementCode =
  | 'statement-comparison'
  | 'statement-difference'
  | 'statement-change'
  | 'statement-gap'
  | 'statement-share'
  | 'statement-sum'
  | 'statement-small-number'
  | 'statement-no-comparator'
  | 'statement-year'
  | 'statement-significant'
  | 'statement-points'
  | 'statement-told-twice'

export type Sentence = {
  readonly text: string
  /** where it begins in the whole text */
  readonly from: number
  /** which of its passage, from 0 */
  readonly at: number
  readonly figures: readonly Figure[]
  readonly directions: readonly Direction[]
}

/** One paragraph: its sentences in order, and the words that say what it is about. */
export type Passage = { readonly sentences: readonly Sentence[]; readonly topic: string }

/** One kind of question about one sentence of a passage. */
export type Asker = (sentence: Sentence, passage: Passage, context: StatementContext) => readonly StatementQuestion[]

type Said = Pick<StatementQuestion, 'code' | 'message'> & Partial<StatementQuestion>

/** A question about a sentence; what is not said is left plain. */
export function questionOn(sentence: Sentence, said: Said): StatementQuestion {
  return {
    severity: 'question',
    words: sentence.text,
    figures: [],
    arithmetic: null,
    from: sentence.from,
    to: sentence.from + sentence.text.length,
    ...said,
  }
}
