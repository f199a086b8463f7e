/** Something to ask of the words of an update, with the phrase it is asked about. */
export type NarrativeQuestion = { readonly words: string; readonly message: string }

const EMPTY =
  /\b(?:(?:good |steady |excellent |satisfactory )?progress (?:is (?:good|steady|satisfactory|being made)|has been made|continues)|(?:work|this) is (?:on ?going|in hand|progressing(?: well)?|continuing)|on ?going|on track|as planned|no change|nothing to report|going well)\b/giu
const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december'
const COUNTED =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozen|hundred|half|first|second|third|quarter|all|none|every'
const FIGURE = new RegExp(`\\d|\\b(?:${MONTHS}|${COUNTED})\\b`, 'iu')
/** Words that say something however short they are need at least so many. */
const SHORT = 4

/**
 * Gentle questions about a narrative: phrases that say nothing by themselves, the words of last time again, a narrative of fewer than
 * four words, or one without a number or a date. Each shows the phrase it is about; none says that anything is wrong.
 *
 * @param lastTime  what was said at the duty before; null when nothing was
 */
export function narrativeQuestions(narrative: string, lastTime: string | null): readonly NarrativeQuestion[] {
  const said = narrative.trim()
  if (said === '') return []
  const questions: NarrativeQuestion[] = emptyPhrases(said)
  if (lastTime !== null && plain(lastTime) === plain(said)) {
    questions.push({ words: said, message: 'These are the words of last time. What is different now?' })
  }
  if (said.split(/\s+/u).length < SHORT) {
    questions.push({ words: said, message: 'This is short. What would somebody who was not there want to know?' })
  }
  if (!FIGURE.test(said)) {
    questions.push({ words: said, message: 'No number and no date is in it. Is there one that shows what was done?' })
  }
  return questions
}

/** Phrases that could be said of anything, where no number or date stands in the same sentence. */
export function emptyPhrases(narrative: string): NarrativeQuestion[] {
  return narrative
    .split(/(?<=[.!?])\s+|\n+/u)
    .filter((sentence) => !FIGURE.test(sentence))
    .flatMap((sentence) => [...sentence.matchAll(EMPTY)])
    .map(([phrase]) => ({
      words: phrase,
      message: 'What was done, and how can one tell?',
    }))
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
