import type { ActionReading } from '../plan-reading.ts'
import { foldWords } from './fold-words.ts'

/** The columns of a written plan that Trellis knows again, by what they hold. */
export const COLUMNS = {
  ref: 'Ref',
  text: 'Action',
  measure: 'Measure',
  timescale: 'Timescale',
  due: 'Due',
  lead: 'Lead',
  progress: 'Progress rating',
  impact: 'Impact rating',
  narrative: 'Comments',
} as const
export type ColumnKey = keyof typeof COLUMNS

/** The first two columns of a sheet, where each line says what it is and its words stand. */
export const ROW_COLUMN = 'Row'
export const WORDS_COLUMN = 'Words'

const ALWAYS: readonly ColumnKey[] = ['ref', 'text', 'measure', 'timescale', 'due', 'lead']
const KEY_BY_NAME = new Map(Object.entries(COLUMNS).map(([key, name]) => [name.toLowerCase(), key]))
const OTHER = 'Other: '

export type OtherColumn = { readonly name: string; readonly nth: number }
export type LayoutColumns = { readonly known: readonly ColumnKey[]; readonly others: readonly OtherColumn[] }
type Extras = { readonly others?: ActionReading['others'] | undefined } & Partial<
  Pick<ActionReading, 'progressRating' | 'impactRating' | 'narrative'>
>

/** The columns that these actions need: those of a plan, those of a report where one is filled, and columns of the document's own. */
export function columnsFor(actions: readonly Extras[]): LayoutColumns {
  const known = [...ALWAYS]
  if (actions.some((action) => action.progressRating)) known.push('progress')
  if (actions.some((action) => action.impactRating)) known.push('impact')
  if (actions.some((action) => action.narrative)) known.push('narrative')
  const most = new Map<string, number>()
  for (const { others = [] } of actions) {
    for (const [name, entries] of Map.groupBy(others, (other) => foldWords(other.column)))
      most.set(name, Math.max(most.get(name) ?? 0, entries.length))
  }
  const others = [...most].flatMap(([name, count]) => Array.from({ length: count }, (_, nth) => ({ name, nth })))
  return { known, others }
}

/** A column of the document's own keeps its name, marked where the name is one of ours or is there twice. */
export function otherHeader({ name, nth }: OtherColumn): string {
  const isOurs = keyOfColumn(name) !== null || name === '' || name.startsWith(OTHER.trim())
  return isOurs || nth > 0 ? `${OTHER}${name}`.trim() : name
}

/** The document's own name of such a column, its mark taken off. */
export function nameOfOther(header: string): string {
  return header.startsWith(OTHER.trim()) ? header.slice(OTHER.length) : header
}

/** What a column of Trellis' own layout holds, by its header; null for one of the document's own. */
export function keyOfColumn(header: string): ColumnKey | 'row' | null {
  const name = header.toLowerCase()
  if (name === ROW_COLUMN.toLowerCase()) return 'row'
  if (name === WORDS_COLUMN.toLowerCase()) return 'text'
  const key = KEY_BY_NAME.get(name)
  return key !== undefined && isColumnKey(key) ? key : null
}

function isColumnKey(key: string): key is ColumnKey {
  return key in COLUMNS
}
