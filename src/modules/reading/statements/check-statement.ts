import { askChange } from './ask-change.ts'
import { askComparison } from './ask-comparison.ts'
import { askDifference } from './ask-difference.ts'
import { askGap } from './ask-gap.ts'
import { askNoComparator } from './ask-no-comparator.ts'
import { askOnce } from './ask-once.ts'
import { askShare } from './ask-share.ts'
import { askSmallNumbers } from './ask-small-numbers.ts'
import { askSum } from './ask-sum.ts'
import { askYear } from './ask-year.ts'
import { directionsIn } from './direction-words.ts'
import { withRoles } from './figure-roles.ts'
import { readFigures } from './read-figures.ts'
import { paragraphsOf, type Span, sentencesOf } from './sentences.ts'
import type { Asker, Passage, StatementContext, StatementQuestion } from './statement.ts'
import { askToldTwice } from './told-twice.ts'

const ASKERS: readonly Asker[] = [
  askSmallNumbers,
  askComparison,
  askDifference,
  askGap,
  askChange,
  askShare,
  askSum,
  askNoComparator,
  askYear,
]

/**
 * Reads a text as a careful colleague would before it is sent: figures against words, sums done again, counts of children from 1 to 5.
 * Every answer is a question; none says that something is wrong.
 *
 * @param text  of any length; sentences beyond 2,000 characters are read in pieces
 * @returns questions in the order of the text
 * @see docs/methods/statements.md
 */
export function checkStatement(text: string, context: StatementContext = {}): StatementQuestion[] {
  return checkPassages(passagesOf(text, context.topic ?? ''), context)
}

/** Only the counts of children from 1 to 5 in a text: what to look for before it is printed or published. */
export function findSmallNumbers(text: string): StatementQuestion[] {
  return passagesOf(text, '').flatMap((passage) =>
    smallNumbersOnce(passage.sentences.flatMap((sentence) => askSmallNumbers(sentence, passage, {}))),
  )
}

/** The same for passages that were cut already, such as the paragraphs of a document under their headings. */
export function checkPassages(passages: readonly Passage[], context: StatementContext): StatementQuestion[] {
  const each = passages.flatMap((passage) =>
    smallNumbersOnce(passage.sentences.flatMap((sentence) => ASKERS.flatMap((ask) => ask(sentence, passage, context)))),
  )
  return onePerReason([...each, ...askOnce(passages), ...askToldTwice(passages)]).sort((a, b) => a.from - b.from)
}

/** Paragraphs of a text, each with its sentences, figures and direction words. */
export function passagesOf(text: string, topic: string): Passage[] {
  return paragraphsOf(text).map((paragraph) => passageOf(paragraph, topic))
}

/** One paragraph as it is checked. `topic` is what it is about by its heading or action, where its sentences do not say. */
export function passageOf(paragraph: Span, topic: string): Passage {
  const sentences = sentencesOf(paragraph).map((span, at) => ({
    ...span,
    at,
    figures: withRoles(span.text, readFigures(span.text)),
    directions: directionsIn(span.text),
  }))
  return { sentences, topic }
}

/** "Only 2 children … These 2 children …" is one count of one paragraph. */
function smallNumbersOnce(questions: readonly StatementQuestion[]): StatementQuestion[] {
  const told = new Set<string>()
  return questions.filter(({ code, figures }) => {
    if (code !== 'statement-small-number') return true
    const isNew = figures.some((figure) => !told.has(figure))
    for (const figure of figures) told.add(figure)
    return isNew
  })
}

/** One sentence is asked about one slip once: a wrong difference is not also a wrong comparison. */
function onePerReason(questions: readonly StatementQuestion[]): StatementQuestion[] {
  const seen = new Set<string>()
  return questions.filter(({ code, from, figures }) => {
    const key = `${code}/${from}/${figures.join('/')}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
