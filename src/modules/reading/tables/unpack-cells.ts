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
  const month = MONTH_AT_END.exec(text)
  const cuts = [...text.matchAll(BETWEEN)].map((found) => [found.index, found.index + found[0].length] as const)
  if (month) cuts.push([month.index, month.index + 1])
  for (const [from, to] of cuts.toSorted((a, b) => a[0] - b[0])) {
    const before = text.slice(0, from).trim()
    const after = text
      .slice(to)
      .replace(/[)\]]\s*$/, '')
      .trim()
    if (before === '' || after === '') continue
    const isClear = /\d/.test(after) && !/\d/.test(before)
    if (isTime(after) && (isClear || !isTime(before))) return { lead: before, timescale: after }
    if (isTime(before) && !isTime(after)) return { lead: after, timescale: before }
  }
  return null
}

function isTime(text: string): boolean {
  return text.length <= 45 && looksLikeTime(text)
}
