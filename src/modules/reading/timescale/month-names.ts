import { MONTH_NAMES } from '../../../kernel/month-names.ts'
import { slips } from '../../../kernel/slips.ts'
import { valueAt } from '../../../kernel/value-at.ts'

const FULL = MONTH_NAMES.map((name) => name.toLowerCase())
const SHORT: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  febr: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
}
/** Words a slip or two away from a month that are words of their own. */
const NOT_MONTHS = new Set(['match', 'marsh', 'marches', 'marched', 'marcher', 'aprils', 'augusta', 'septembers'])

/** 9, from "Sept" or "September"; null when the word is no month. */
export function monthNumber(word: string): number | null {
  const lower = word.toLowerCase()
  const at = FULL.indexOf(lower)
  return at >= 0 ? at + 1 : (valueAt(SHORT, lower) ?? null)
}

/** 9, from "Sepetember": the one month whose full name is a slip away (two in a long name), with the same first letter. */
export function misspeltMonth(word: string): number | null {
  const lower = word.toLowerCase()
  if (lower.length < 5 || lower.length > 11 || NOT_MONTHS.has(lower)) return null
  const near = FULL.flatMap((name, index) => {
    const allowed = name.length >= 7 ? 2 : 1
    return name.length >= 5 && name[0] === lower[0] && slips(name, lower, allowed) <= allowed ? [index + 1] : []
  })
  return near.length === 1 ? (near[0] ?? null) : null
}
