import { roundingOf } from './ask-difference.ts'
import { plainNumber, quote } from './quote.ts'
import type { Figure } from './read-figures.ts'
import { type Asker, questionOn } from './statement.ts'

/** A gap to the country or to another place, whose figure seldom stands beside it. */
const GAP_ELSEWHERE = /\bgaps?\b[^.;%\d]{0,40}\b(?:national|england|region|average|neighbours?|county|target)/i
/** Words for a group and the others. */
const TWO_GROUPS =
  /\bnon[- ]?\w+|\b(?:boys|girls|fsm|sen|disadvantaged|pupil premium|eligible|others?|peers|all (?:children|pupils)|males?|females?|poorer|richer|most deprived|least deprived|not (?:eligible|disadvantaged))\b/i

/** "13% … 89% … a gap of 54": the gap between the two groups is subtracted again. */
export const askGap: Asker = (sentence, passage) => {
  const gap = sentence.figures.find(({ role }) => role === 'gap')
  if (!gap || GAP_ELSEWHERE.test(sentence.text)) return []
  const at = sentence.at
  const figures = passage.sentences
    .slice(Math.max(0, at - 2), at + 1)
    .flatMap((each) => each.figures.filter(({ role, unit }) => role === 'own' && unit === 'percent').map((own) => own))
  const around = passage.sentences.slice(Math.max(0, at - 2), at + 1).map(({ text }) => text)
  if (figures.length < 2 || !TWO_GROUPS.test(around.join(' '))) return []
  const pairs = figures.flatMap((a, index) => figures.slice(index + 1).map((b) => [a, b] as const))
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

function agrees(a: Figure, b: Figure, gap: Figure): boolean {
  return Math.abs(Math.abs(a.value - b.value) - gap.value) <= roundingOf([a, b, gap])
}
