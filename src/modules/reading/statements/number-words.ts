import { valueAt } from '../../../kernel/value-at.ts'

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Number words up to ninety-nine, as the inside of a regular expression. */
export const COUNT_WORDS = `(?:${TENS.join('|')})(?:[- ](?:${ONES.slice(1, 10).join('|')}))?|${[...ONES].reverse().join('|')}`

/** "twenty-five" as 25; null for what is no number word. */
export function countOfWords(words: string): number | null {
  const [first = '', second] = words.toLowerCase().split(/[- ]/)
  const ten = TENS.indexOf(first)
  if (ten >= 0) return (ten + 2) * 10 + (second ? Math.max(0, ONES.indexOf(second)) : 0)
  const one = ONES.indexOf(first)
  return one >= 0 && second === undefined ? one : null
}

export type Fraction = { readonly percent: number; readonly text: string; readonly from: number; readonly to: number }

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  tenth: 10,
  tenths: 10,
}
const FRACTION = new RegExp(
  `\\b(?:(${COUNT_WORDS}|\\d{1,3}) (?:in|out of) (?:every )?(${COUNT_WORDS}|\\d{1,3})\\b|(?:(a|one|two|three|four)[ -])?(half|thirds?|quarters?|fifths?|tenths?)\\b)`,
  'gi',
)

/** Shares in words: "one in five", "a third", "two thirds", "half". */
export function fractionsIn(text: string): Fraction[] {
  return [...text.matchAll(FRACTION)].flatMap(
    ({ 0: words, 1: count, 2: outOf, 3: many, 4: part, index }): Fraction[] => {
      if (part && many === undefined && part.toLowerCase() !== 'half') return []
      const top = part ? countOfWords(many === undefined || many.toLowerCase() === 'a' ? 'one' : many) : numberOf(count)
      const bottom = part ? valueAt(PARTS, part.toLowerCase()) : numberOf(outOf)
      if (!bottom || top === null || top > bottom) return []
      return [{ percent: (100 * top) / bottom, text: words, from: index, to: index + words.length }]
    },
  )
}

function numberOf(words: string | undefined): number | null {
  if (words === undefined) return null
  return /^\d/.test(words) ? Number(words) : countOfWords(words)
}
