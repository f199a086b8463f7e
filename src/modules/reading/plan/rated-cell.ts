import { type FieldRole, joinPieces, type RowReading } from '../tables/read-row.ts'
import type { ActionDraft } from './plan-draft.ts'

/** The two things of an action that are rated. */
export type RatedSide = 'progress' | 'impact'

/** A rating cell of an action: its words, '' where it has none, and its shade with the row that it stands in. */
export type RatedCell = { readonly text: string; readonly fill: string | null; readonly shaded: RowReading | null }

/** What an action's rating cell holds, put together from the rows that make the action. */
export function ratedCell(action: ActionDraft, side: RatedSide): RatedCell {
  const shaded = action.readings.find((reading) => reading[`${side}Fill`]) ?? null
  return { text: wordsOf(action, side), fill: shaded?.[`${side}Fill`] ?? null, shaded }
}

/** The words of one field of an action, from all the rows that make it. */
export function wordsOf(action: ActionDraft, role: FieldRole): string {
  return joinPieces(action.readings.map((reading) => reading.fields[role]))
}
