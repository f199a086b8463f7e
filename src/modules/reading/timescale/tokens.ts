import { valueAt } from '../../../kernel/value-at.ts'
import { misspeltMonth, monthNumber } from './month-names.ts'

/** A word, number or mark of a timescale: where it stands, and the one form in which the grammar knows it. */
export type Token = {
  readonly form: string
  readonly from: number
  readonly to: number
  /** the month a misspelt word was taken for */
  readonly misspelt?: true
}

const PIECE = /\p{L}[\p{L}\p{M}]*|\d+|[^\s\p{L}\d]/gu
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']
const MORE_NUMBERS: Readonly<Record<string, string>> = { eighteen: '18', twenty: '20', once: 'once', twice: 'twice' }
const WEEKDAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thurs?|thu|fri)$/
const MARKS: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  '‐': '-',
  '&': 'and',
  '+': '+',
  '•': ';',
  '·': ';',
}
const VERB_AFTER_MAY =
  /^(?:be|need|have|not|also|change|vary|require|take|continue|move|slip|extend|well|still|become)$/

/**
 * Cuts a text into tokens: months become `m09`, numbers and number words digits, ordinals `31st`, days of the week `weekday`;
 * dashes, quotes and ampersands have one form each. Nothing but white space is left out.
 */
export function tokenise(text: string): Token[] {
  const pieces = [...text.matchAll(PIECE)].map((found) => ({ text: found[0], from: found.index }))
  const tokens: Token[] = []
  for (const [index, piece] of pieces.entries()) {
    const before = tokens.at(-1)
    if (before && /^\d{1,2}$/.test(before.form) && before.to === piece.from && /^(?:st|nd|rd|th)$/i.test(piece.text)) {
      tokens[tokens.length - 1] = { ...before, form: `${Number(before.form)}st`, to: piece.from + piece.text.length }
      continue
    }
    const to = piece.from + piece.text.length
    const around = [pieces[index - 1]?.text ?? '', pieces[index + 1]?.text ?? ''] as const
    tokens.push({ from: piece.from, to, ...formOf(piece.text, around, pieces.length) })
  }
  return tokens
}

/** 1 for "Monday" or "Mon". */
export function weekdayNumber(words: string): number {
  return ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].indexOf(words.slice(0, 2).toLowerCase()) + 1
}

function formOf(text: string, around: readonly [string, string], count: number): Pick<Token, 'form' | 'misspelt'> {
  const lower = text.toLowerCase()
  const mark = valueAt(MARKS, lower)
  if (mark) return { form: mark }
  if (lower === 'may') return { form: isMay(text, around, count) ? 'm05' : 'may' }
  const month = monthNumber(lower)
  if (month !== null) return { form: monthForm(month) }
  const number = NUMBERS.indexOf(lower) + 1
  if (number > 0) return { form: String(number) }
  const ordinal = ORDINALS.indexOf(lower) + 1
  if (ordinal > 0) return { form: `${ordinal}st` }
  if (WEEKDAY.test(lower)) return { form: 'weekday' }
  const misspelt = misspeltMonth(lower)
  if (misspelt !== null && (count === 1 || around.some((word) => /^(?:\d+|['’‘.,/-])$/.test(word))))
    return { form: monthForm(misspelt), misspelt: true }
  return { form: valueAt(MORE_NUMBERS, lower) ?? lower }
}

/** "May 2015" is a month; "this may be late" is not, nor is "May be delayed". */
function isMay(text: string, [before, after]: readonly [string, string], count: number): boolean {
  if (VERB_AFTER_MAY.test(after.toLowerCase())) return false
  if (text !== 'may' || count === 1) return true
  return [before, after].some((word) => /\d|^['’‘/&,()-]$/.test(word) || monthNumber(word) !== null)
}

function monthForm(month: number): string {
  return `m${String(month).padStart(2, '0')}`
}
