import { askForFigures } from './ask-no-comparator.ts'
import { plainNumber, quote } from './quote.ts'
import { type Passage, questionOn, type Sentence, type StatementQuestion } from './statement.ts'

const SIGNIFICANT =
  /\bsignificant(?:ly)?\b[^.;,]{0,30}\b(?:increas|decreas|reduc|rise|rose|fall|fell|drop|improv|above|below|higher|lower|better|worse|greater|fewer|more|less|difference|change|gap)|\b(?:increas|decreas|reduc|r[io]se|fell|dropp|improv)\w{0,4} significantly\b/i

/** Questions asked once of a whole text, however often they arise: they are about its habits. */
export function askOnce(passages: readonly Passage[]): StatementQuestion[] {
  const sentences = passages.flatMap((passage) => passage.sentences)
  return [...significance(sentences), ...pointsOrPercent(sentences), ...askForFigures(passages)]
}

function significance(sentences: readonly Sentence[]): StatementQuestion[] {
  const found = sentences.filter(
    ({ text, figures }) =>
      figures.some(({ unit }) => unit !== 'count' && unit !== 'duration') &&
      SIGNIFICANT.test(text) &&
      !/\b(?:test|interval|p ?[<=])/i.test(text),
  )
  const [first] = found
  if (!first) return []
  const words = quote(SIGNIFICANT.exec(first.text)?.[0] ?? '', 60)
  const often = found.length === 1 ? 'is said of a figure' : `and the like are said of figures ${found.length} times`
  return [
    questionOn(first, {
      code: 'statement-significant',
      severity: 'advice',
      message: `${words} ${often}, with no test named. Has it been tested, or is “large” meant?`,
    }),
  ]
}

/** "an increase of 5% from 72%": five points, or five hundredths of it? */
function pointsOrPercent(sentences: readonly Sentence[]): StatementQuestion[] {
  for (const [at, sentence] of sentences.entries()) {
    const said = sentence.figures.find(({ role, unit }) => role === 'difference' && unit === 'percent')
    const prior = sentence.figures.find(({ role, unit }) => role === 'prior' && unit === 'percent')
    const own = [sentence, sentences[at - 1]]
      .flatMap((each) => each?.figures ?? [])
      .find(
        ({ role, unit, value }) =>
          role === 'own' &&
          unit === 'percent' &&
          prior !== undefined &&
          Math.abs(Math.abs(value - prior.value) - (said?.value ?? 0)) < 0.06,
      )
    if (!said || !prior || !own || prior.value === 0) continue
    const part = (100 * Math.abs(own.value - prior.value)) / prior.value
    if (Math.abs(part - said.value) < 0.5) continue
    const arithmetic = `${plainNumber(own.value)} − ${plainNumber(prior.value)} = ${plainNumber(own.value - prior.value)} points, which is ${plainNumber(part, 1)}% of ${plainNumber(prior.value)}`
    return [
      questionOn(sentence, {
        code: 'statement-points',
        severity: 'advice',
        figures: [own.text, prior.text, said.text],
        arithmetic,
        message: `A change of ${said.text} is said where the figures go from ${prior.text} to ${own.text}: ${arithmetic}. Is “percentage points” meant, here and elsewhere?`,
      }),
    ]
  }
  return []
}
