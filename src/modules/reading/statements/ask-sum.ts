import { plainNumber } from './quote.ts'
import type { Figure } from './read-figures.ts'
import { type Asker, questionOn, type Sentence, type StatementQuestion } from './statement.ts'

const OF_THESE = /^(?:of|out of|from|among) (?:these|those|them|which|whom|the)\b/i
const GOES_ON = /^(?:a further|another|the (?:other|remaining)|\d|one|two|three|four|five|six|seven|eight|nine|ten)\b/i
const THE_REST =
  /\b(?:the (?:rest|others?|remainder|remaining)|remaining|all others?|among others|including|for example|at least)\b/i
const PARTS_NOUN = /^ ?(?:\w+ )?(?:boys?|girls?|males?|females?|young men|young women|men|women)\b/i

/** Parts added up again: boys and girls against the children there are, "of these" against the total before it. */
export const askSum: Asker = (sentence, passage) => {
  const pairs = [...boysAndGirls(sentence), ...moreThanAll(sentence)]
  if (pairs.length > 0) return pairs
  const at = sentence.at
  return ofThese(sentence, passage.sentences[at - 1], passage.sentences[at + 1])
}

/** "30 children (18 boys and 14 girls)", "7 of the 12 are boys". */
function boysAndGirls(sentence: Sentence): StatementQuestion[] {
  const { text, figures } = sentence
  const counts = figures.filter(({ unit }) => unit === 'count')
  const isPart = (figure: Figure) =>
    PARTS_NOUN.test(text.slice(figure.to)) ||
    /^ ?(?:of the \d+ )?(?:are|were) (?:boys|girls|male|female)\b/i.test(text.slice(figure.to))
  const parts = counts.filter(isPart)
  const [first, second] = parts
  if (!first || !second || parts.length !== 2) return []
  const said = text.slice(first.from, second.to + 14)
  if (!/\b(?:boy|male\b|men\b)/i.test(said) || !/\b(?:girl|female|women)/i.test(said)) return []
  const total = counts.find(
    (figure) =>
      !parts.includes(figure) && figure.from < second.from && figure.value >= Math.max(first.value, second.value),
  )
  if (
    !total ||
    !/^ ?(?:\w+ ){0,3}(?:child|young|pupil|student|case|learner|people|victim|are|were)/i.test(text.slice(total.to))
  )
    return []
  return difference(sentence, total, [first, second], 'question')
}

/** "60% from girls and 45% from boys": two halves of one whole, which make more than it. */
function moreThanAll(sentence: Sentence): StatementQuestion[] {
  const { text, figures } = sentence
  const shares = figures.filter(
    ({ unit, role, to }) =>
      unit === 'percent' &&
      role === 'own' &&
      /^,? ?(?:were|are|was|is|came from|from) (?:boys|girls|male|female|men|women)\b/i.test(text.slice(to)),
  )
  const [first, second] = shares
  if (!first || !second || shares.length !== 2 || first.value + second.value <= 101) return []
  return difference(sentence, { ...first, value: 100, text: '100%' }, shares, 'question')
}

/** "A total of 76 … Of these 55 were … . 5 were …": the parts, and who is in none of them. */
function ofThese(sentence: Sentence, before: Sentence | undefined, after: Sentence | undefined): StatementQuestion[] {
  if (!before || !OF_THESE.test(sentence.text)) return []
  const total = before.figures.find(({ unit, role }) => unit === 'count' && role === 'own')
  if (!total || total.value < 6) return []
  const more = after && GOES_ON.test(after.text) ? [after] : []
  const parts = [sentence, ...more].flatMap(({ figures }) =>
    figures.filter(({ unit, role, value }) => unit === 'count' && role === 'own' && value !== total.value),
  )
  if (parts.length < 2 || [sentence, ...more].some(({ text, figures }) => THE_REST.test(text) && figures.length < 2))
    return []
  const hasOthers = [sentence, ...more].some(({ text, figures }) => THE_REST.test(text) && figures.length === 0)
  return hasOthers ? [] : difference(sentence, total, parts, 'rest')
}

function difference(
  sentence: Sentence,
  total: Figure,
  parts: readonly Figure[],
  kind: 'question' | 'rest',
): StatementQuestion[] {
  const sum = parts.reduce((all, { value }) => all + value, 0)
  if (sum === total.value) return []
  const arithmetic = `${parts.map(({ value }) => plainNumber(value)).join(' + ')} = ${plainNumber(sum)}`
  const left = total.value - sum
  const question =
    left > 0 && kind === 'rest'
      ? `What became of the other ${plainNumber(left)}?`
      : `Is a part counted twice or left out, or a figure mistyped?`
  return [
    questionOn(sentence, {
      code: 'statement-sum',
      figures: [total.text, ...parts.map(({ text }) => text)],
      arithmetic,
      message: `The total is given as ${total.text.trim()}; the parts named make ${arithmetic}. ${question}`,
    }),
  ]
}
