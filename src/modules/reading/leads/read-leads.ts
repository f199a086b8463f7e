import type { LeadReading } from '../plan-reading.ts'
import { type KnownGroups, LONGEST_CELL } from './known-groups.ts'
import { readSegment } from './read-segment.ts'
import { splitCell } from './split-cell.ts'

export { findGroups, type KnownGroups } from './known-groups.ts'
export { withoutTitle } from './lead-words.ts'

/**
 * Splits a lead's cell into people, posts, groups and organisations: "Education Alliance Ann Hill/Tom Reid" is a group and
 * two people. Every word of the cell but joining words is in one of them; what cannot be told is `unknown`.
 *
 * @see docs/methods/leads.md
 */
export function readLeads(cell: string, known: KnownGroups): LeadReading[] {
  if (cell.length > LONGEST_CELL) return [{ text: cell, kind: 'unknown' }]
  return splitCell(cell).flatMap((segment) => readSegment(segment, known))
}
