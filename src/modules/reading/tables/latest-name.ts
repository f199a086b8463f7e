import { plainName } from './known-columns.ts'

/**
 * Of names that differ only in their time ("Update June", "Update September"; "RAG (July)" before "RAG (Apr)") the latest, by the months of
 * a financial year where each names one, else the last; null for names that differ otherwise.
 */
export function latestOf<Name extends { readonly text: string }>(names: readonly Name[]): Name | null {
  const stems = new Set(names.map((name) => plainName(name.text).replace(TIMES, '').replace(/\s+/g, ' ').trim()))
  if (names.length < 2 || stems.size !== 1) return null
  const times = names.map((name) => timeOf(plainName(name.text)))
  const isClear = times.every((time) => time !== null) && new Set(times).size === times.length
  const last = names.at(-1) ?? null
  if (!isClear) return last
  return names.reduce((top, name, at) => ((times[at] ?? 0) > (times[names.indexOf(top)] ?? 0) ? name : top))
}

const TIMES =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|q(?:uarter)? ?[1-4]|autumn|spring|summer|winter|term|(?:19|20)?\d\d)\b/g
const MONTHS = ['apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec', 'jan', 'feb', 'mar']

/** Months since April of the first year, so that January follows December where no year is named; null where no month or quarter is. */
function timeOf(text: string): number | null {
  const quarter = /\bq(?:uarter)? ?([1-4])\b/.exec(text)?.[1]
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}[a-z]*\\b`).test(text))
  if (quarter === undefined && month === -1) return null
  const year = Number(/\b(?:20)?(\d\d)\b/.exec(text)?.[1] ?? 0)
  const within = quarter === undefined ? month : 3 * (Number(quarter) - 1)
  return 12 * (month > 8 && year > 0 ? year - 1 : year) + within
}
