import { measureOf } from './ask-comparison.ts'
import { type Comparison, comparisonsIn } from './comparisons.ts'
import { COMPARATORS } from './direction-words.ts'
import { quote } from './quote.ts'
import type { Figure } from './read-figures.ts'
import { type Asker, type Passage, questionOn, type Sentence } from './statement.ts'

/** A wish, or what is still to come, needs no figure yet. */
const IS_WISH = /\b(?:would|will|aims?|target|until|to be|should|ensure|intend|aspire|goal)\b/i
const IS_JUDGED =
  /\b(?:very |extremely |relatively |exceptionally )?(?:low|high)(?: [\p{L}-]{1,15})? (?:rates?|levels?|numbers?|percentages?|proportions?)\b|\b(?:rates?|levels?|numbers?|percentages?|proportions?)\b[^.;,\d]{0,60}\b(?:is|are|was|remains?) (?:very |relatively )?(?:low|high)\b/iu

/** "similar to the national average" with our figure and not theirs: nobody can check it, nor see it again next year. */
export const askNoComparator: Asker = (sentence, passage) => {
  if (hasOtherFigure(sentence, passage) || IS_WISH.test(sentence.text)) return []
  const own = ownIn(sentence)
  if (!own) return []
  const [claim] = claimsWithoutFigure(sentence, passage)
  if (claim) {
    const message = `The sentence says ${quote(claim.words)} and gives ${own.text} for ours, with no figure for ${claim.names.join(' or ')}. What is it, of which year, and where from?`
    return [questionOn(sentence, { code: 'statement-no-comparator', figures: [own.text], message })]
  }
  const judged = IS_JUDGED.exec(sentence.text)?.[0]
  if (!judged || own.unit === 'count' || own.unit === 'duration') return []
  const message = `${quote(judged)} is said of ${own.text}. Against what: last year, England, a target?`
  return [questionOn(sentence, { code: 'statement-no-comparator', severity: 'advice', figures: [own.text], message })]
}

/** One question for all comparisons of a text that give no figure at all. */
export function askForFigures(passages: readonly Passage[]) {
  const bare = passages.flatMap((passage) =>
    passage.sentences
      .filter((sentence) => !IS_WISH.test(sentence.text) && !hasOtherFigure(sentence, passage) && !ownIn(sentence))
      .flatMap((sentence) => claimsWithoutFigure(sentence, passage).slice(0, 1))
      .filter(({ sentence }) => measureOf(sentence, sentence, passage) !== null),
  )
  const [first] = bare
  if (!first) return []
  const words = bare.slice(0, 4).map((claim) => quote(claim.words, 60))
  const list = `${words.join(', ')}${bare.length > 4 ? ` and ${bare.length - 4} more` : ''}`
  const how = bare.length === 1 ? 'A comparison is made' : `${bare.length} comparisons are made`
  const message = `${how} without any figure: ${list}. Could the figures stand beside the words, with their year and source?`
  return [questionOn(first.sentence, { code: 'statement-no-comparator', severity: 'advice', message })]
}

type Claim = { readonly sentence: Sentence; readonly words: string; readonly names: readonly string[] }

function claimsWithoutFigure(sentence: Sentence, passage: Passage): Claim[] {
  return comparisonsIn(sentence, passage)
    .filter((comparison) => !comparison.other && !isDifferenceBefore(sentence, comparison))
    .flatMap(({ direction }) => {
      const beside = sentence.text.slice(direction.to, direction.to + 60)
      const names = COMPARATORS.filter(([, pattern]) => pattern.test(beside)).map(([name]) => name)
      const words = `${direction.text}${beside.split(/[.;,(]| [–-] | (?:but|whil\w+|with|and (?:is|are|we)|which)\b/)[0] ?? ''}`
      return names.length > 0 && !names.includes('the target') ? [{ sentence, words, names }] : []
    })
}

function ownIn({ figures }: Sentence): Figure | null {
  return figures.find(({ role, unit }) => (role === 'own' || role === 'gap') && unit !== 'duration') ?? null
}

/** The figure compared with stands in the sentence or the one after. */
function hasOtherFigure(sentence: Sentence, { sentences }: Passage): boolean {
  const next = sentences[sentence.at + 1]
  return [sentence, next].some((each) =>
    each?.figures.some(({ role, unit }) => role === 'comparator' && unit !== 'duration'),
  )
}

/** "2% above the average" says how far away it is. */
function isDifferenceBefore({ figures }: Sentence, { direction }: Comparison): boolean {
  return figures.some(({ role, to }) => role === 'difference' && to <= direction.from && direction.from - to <= 12)
}
