import { roleOf } from '../plan/lists/read-item.ts'
import { splitFields } from '../plan/lists/split-fields.ts'
import { looksLikeTime } from './column-content.ts'
import type { Role } from './column-names.ts'
import { plainName } from './known-columns.ts'
import type { ColumnMap } from './map-columns.ts'
import type { RowReading } from './read-row.ts'

type Taken = 'lead' | 'timescale' | 'measure' | 'starts'
type Pair = { readonly lead: string; readonly timescale: string }

/**
 * Readings with what one cell says for several columns: "Lead: Ann Lee" under the action where the table has no column for leads, and
 * who and when together ("Ann Lee, March 2026") where it has one column for both.
 */
export function unpackCells(readings: readonly RowReading[], map: ColumnMap): readonly RowReading[] {
  const roles = new Set<Role | undefined>(map.byColumn.map((name) => name?.role))
  const named = readings.map((reading) => takeNamedFields(reading, roles))
  return takeWhoAndWhen(named, map, roles)
}

function takeNamedFields(reading: RowReading, roles: ReadonlySet<Role | undefined>): RowReading {
  const { action } = reading.fields
  if (!action.includes(':')) return reading
  const { head, fields } = splitFields(action)
  const taken = fields.map(({ label, value }) => ({ label, value, role: roleOf(label) }))
  const isPlain = taken.every(({ role, value }) => isTaken(role) && !roles.has(role) && value !== '')
  if (head === '' || taken.length === 0 || !isPlain) return reading
  if (new Set(taken.map(({ role }) => role)).size < taken.length) return reading
  const given = Object.fromEntries(taken.map(({ role, value }) => [role, value]))
  return {
    ...reading,
    fields: { ...reading.fields, ...given, action: head },
    labels: [...(reading.labels ?? []), ...taken.map(({ label }) => label)],
  }
}

function isTaken(role: string | null): role is Taken {
  return role === 'lead' || role === 'timescale' || role === 'measure' || role === 'starts'
}

function takeWhoAndWhen(
  readings: readonly RowReading[],
  map: ColumnMap,
  roles: ReadonlySet<Role | undefined>,
): readonly RowReading[] {
  const role = roles.has('lead') ? 'lead' : 'timescale'
  if (!roles.has(role) || (roles.has('lead') && roles.has('timescale'))) return readings
  const isBoth = map.byColumn.some((name) => name?.role === role && SAYS_BOTH.test(plainName(name.text)))
  const pairs = readings.map((reading) => splitPair(reading.fields[role]))
  const filled = readings.filter((reading) => reading.fields[role] !== '').length
  const found = pairs.filter(Boolean).length
  if (!isBoth && (role === 'timescale' || found < 2 || found < 0.6 * filled)) return readings
  return readings.map((reading, at) => {
    const pair = pairs[at]
    return pair ? { ...reading, fields: { ...reading.fields, ...pair } } : reading
  })
}

const SAYS_BOTH =
  /\b(?:who|leads?|owners?|responsib\w+|whom|officer)\b.*\b(?:when|dates?|deadline|time ?scales?|due|timing|time ?frames?)\b|\b(?:when|dates?|deadline|time ?scales?|due|timing|time ?frames?)\b.*\b(?:who|leads?|owners?|responsib\w+|whom|officer)\b/
const BETWEEN = /\s*[;,]\s+|\s+[–—-]\s+|\s*[()[\]]\s*/g
const MONTH_AT_END =
  /\s(?=(?:(?:by|from|end of|before)\s+)*(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:20)?\d\d$)/i

/** "J Smith, March 2025" and "March 2025 – J Smith" are who and when; null for words that are not clearly both. */
function splitPair(text: string): Pair | null {
  if (text.length > 200) return null
  const cuts = [...text.matchAll(BETWEEN)].map((found) => ({ from: found.index, to: found.index + found[0].length }))
  const month = MONTH_AT_END.exec(text)
  if (month && !cuts.some(({ to }) => to === month.index + 1)) cuts.push({ from: month.index, to: month.index + 1 })
  cuts.sort((a, b) => a.from - b.from)
  const parts = cuts.map(({ from, to }) => ({
    before: text.slice(0, from).trim(),
    after: withoutBracket(text.slice(to)),
  }))
  const [first] = parts
  const last = parts.findLast(({ before, after }) => before !== '' && isTime(after))
  if (!first || (!last && !isTime(first.before))) return null
  if (!last || (isTime(first.before) && !isTime(first.after))) {
    return first.after === '' || isTime(first.after) ? null : { lead: first.after, timescale: first.before }
  }
  // "31 March, 2025": what stands before a cut may still be time, and then has a figure too.
  let at = parts.indexOf(last)
  while (at > 0 && parts[at - 1]?.before !== '' && isDated(parts[at - 1]?.after ?? '', parts[at]?.after ?? '')) at--
  const { before, after } = parts[at] ?? last
  return isTime(before) && !/\d/.test(after) ? null : { lead: before, timescale: after }
}

function isDated(after: string, end: string): boolean {
  const own = after.slice(0, after.length - end.length)
  return /\d/.test(own) && looksLikeTime(own)
}

function withoutBracket(text: string): string {
  return text.replace(/[)\]]\s*$/, '').trim()
}

function isTime(text: string): boolean {
  return text.length <= 80 && looksLikeTime(text)
}
