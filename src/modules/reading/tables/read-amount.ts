import { valueAt } from '../../../kernel/value-at.ts'
/** An amount in whole pence; null where the document has "?" or says that it does not know. */
export type Amount = { readonly text: string; readonly pence: number | null }

const UNKNOWN =
  /^(?:\?+|tbc|tbd|tba|n\/?k|not (?:yet )?known|unknown|to be (?:confirmed|determined|agreed)|awaited|\.{2,}|…)$/i
const NUMBER =
  /^\(?\s*[-–−]?\s*[£€$]?\s*[-–−]?\s*(\d{1,3}(?:[,\s]\d{3})+|\d+)(?:\.(\d{1,4}))?\s*(k|m|bn|million|thousand)?\s*\)?$/i
const TIMES_BY_WORD: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, bn: 1e9 }

/** Whether a cell holds a figure, or says that there is none: "95,030,000", "£1.2m", "0", "?", "-". */
export function isAmount(text: string): boolean {
  return readAmount(text, 1) !== null || /^[-–—]$|^n\/?a$/i.test(text) || /^[-+<>≤≥]?\s*\d[\d,.]*\s*%?$/.test(text)
}

/**
 * Reads one amount of money. "?" is unknown and never 0; an empty cell or a dash is no amount, and is null here.
 *
 * @param scale  1000 in a table "in £000s"
 */
export function readAmount(text: string, scale: number): Amount | null {
  const trimmed = text.trim()
  if (UNKNOWN.test(trimmed)) return { text, pence: null }
  const found = NUMBER.exec(trimmed)
  if (!found) return null
  const [, whole = '', fraction = '', word = ''] = found
  const times = valueAt(TIMES_BY_WORD, word.toLowerCase()) ?? scale
  const sign = /^\(.*\)$|^[£€$\s]*[-–−]/.test(trimmed) ? -1 : 1
  const pence = Math.round(Number(`${whole.replace(/[,\s]/g, '')}.${fraction || '0'}`) * times * 100)
  return Number.isSafeInteger(pence) ? { text, pence: sign * pence } : null
}
