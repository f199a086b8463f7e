import { type Fraction, fractionsIn } from './number-words.ts'
import { plainNumber, quote } from './quote.ts'
import type { Figure } from './read-figures.ts'
import { sharesIn } from './shares.ts'
import { type Asker, questionOn, type Sentence, type StatementQuestion } from './statement.ts'

/** Shares worked out again: "12 of 40 (25%)", "population of 157,700 … 42,800 children (26.8% of population)", "one in five (28%)". */
export const askShare: Asker = (sentence) => [
  ...countedShares(sentence),
  ...wordedShares(sentence),
  ...aboveTheWhole(sentence),
]

function countedShares(sentence: Sentence): StatementQuestion[] {
  return sharesIn(sentence).flatMap(({ part, whole, percent }) => {
    const [least, most] = rangeOf(part, whole)
    const room = percent.step / 2 + (percent.isAbout || part.isAbout || whole.isAbout ? 2 : 0) + 1e-9
    if (percent.value >= least - room && percent.value <= most + room) return []
    const arithmetic = `${part.text.trim()} ÷ ${whole.text.trim()} = ${plainNumber((100 * part.value) / whole.value, 1)}%`
    return [
      questionOn(sentence, {
        code: 'statement-share',
        figures: [part.text, whole.text, percent.text],
        arithmetic,
        message: `${part.text.trim()} of ${whole.text.trim()} is said to be ${percent.text}; ${arithmetic}. Are the figures of different years or groups, or is one mistyped?`,
      }),
    ]
  })
}

/** The least and the most the share can be, as both counts were rounded. */
function rangeOf(part: Figure, whole: Figure): readonly [number, number] {
  const half = (figure: Figure) => (figure.step > 1 ? figure.step / 2 : 0)
  return [
    (100 * (part.value - half(part))) / (whole.value + half(whole)),
    (100 * (part.value + half(part))) / Math.max(1, whole.value - half(whole)),
  ]
}

function wordedShares(sentence: Sentence): StatementQuestion[] {
  return fractionsIn(sentence.text).flatMap((fraction) => {
    const percent = sentence.figures.find(
      ({ unit, from }) => unit === 'percent' && from >= fraction.to && from - fraction.to <= 70,
    )
    if (!percent || !/\(\s?(?:about |around )?$|[–-] ?$/.test(sentence.text.slice(fraction.to, percent.from))) return []
    if (/[.;)%\d]/.test(sentence.text.slice(fraction.to, percent.from).replace(/\(\s?(?:about |around )?$/, '')))
      return []
    if (fits(sentence.text, fraction, percent)) return []
    const worth = `${plainNumber(fraction.percent, 1)}%`
    return [
      questionOn(sentence, {
        code: 'statement-share',
        figures: [fraction.text, percent.text],
        arithmetic: `${fraction.text} = ${worth}`,
        message: `The sentence says ${quote(fraction.text)}, which is ${worth}, and gives ${percent.text}. Which is right?`,
      }),
    ]
  })
}

/** "over 100% of families": no part is more than the whole. */
function aboveTheWhole(sentence: Sentence): StatementQuestion[] {
  const { text, figures } = sentence
  return figures.flatMap(({ unit, value, from, to, text: said, role }) => {
    if (
      unit !== 'percent' ||
      role === 'difference' ||
      !/^ of (?!the (?:target|plan|budget|expected|national|average))/i.test(text.slice(to))
    )
      return []
    const isOver =
      value > 100 || (value === 100 && /\b(?:over|more than|above)\s*$/i.test(text.slice(Math.max(0, from - 12), from)))
    if (!isOver) return []
    const message = `${quote(`${isOver && value === 100 ? 'over ' : ''}${text.slice(from, to + 12)}`)} is more than the whole. Of which number is it ${said}: a target?`
    return [questionOn(sentence, { code: 'statement-share', figures: [said], message })]
  })
}

function fits(text: string, { from, percent: worth }: Fraction, percent: Figure): boolean {
  const before = text.slice(Math.max(0, from - 24), from)
  const room = Math.max(2, worth * 0.12)
  if (/\b(?:just over|over|more than|above|at least)\s*$/i.test(before))
    return percent.value > worth - 0.05 && percent.value < worth + 2 * room
  if (/\b(?:nearly|almost|just under|under|less than|below)\s*$/i.test(before))
    return percent.value < worth + 0.05 && percent.value > worth - 2 * room
  return Math.abs(percent.value - worth) <= room
}
