import { readRating } from '../plan/rating.ts'
import { readDisposal } from '../plan/read-disposal.ts'
import type { ActionReading, RatingReading } from '../plan-reading.ts'
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
  progressColour: 'Progress colour',
  impact: 'Impact rating',
  impactColour: 'Impact colour',
  narrative: 'Comments',
  ending: 'Ending',
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
type Extras = {
  readonly others?: ActionReading['others'] | undefined
  readonly disposal?: ActionReading['disposal'] | undefined
} & Partial<Pick<ActionReading, 'progressRating' | 'impactRating' | 'narrative'>>

/**
 * The columns that these actions need: those of a plan, those of a report where one is filled, and columns of the document's own. A
 * colour and an ending have columns where the words of some action do not say the same: there the column is what counts.
 */
export function columnsFor(actions: readonly Extras[], fold: (text: string) => string = foldWords): LayoutColumns {
  const known = [...ALWAYS]
  if (actions.some((action) => action.progressRating)) known.push('progress')
  if (actions.some(({ progressRating }) => !wordsNameColour(progressRating, fold))) known.push('progressColour')
  if (actions.some((action) => action.impactRating)) known.push('impact')
  if (actions.some(({ impactRating }) => !wordsNameColour(impactRating, fold))) known.push('impactColour')
  if (actions.some((action) => action.narrative)) known.push('narrative')
  if (actions.some((action) => !wordsTellEnding(action, fold))) known.push('ending')
  const most = new Map<string, number>()
  for (const { others = [] } of actions) {
    for (const [name, entries] of Map.groupBy(others, (other) => foldWords(other.column)))
      most.set(name, Math.max(most.get(name) ?? 0, entries.length))
  }
  const others = [...most].flatMap(([name, count]) => Array.from({ length: count }, (_, nth) => ({ name, nth })))
  return { known, others }
}

/** Whether the colour of a rating is read again from its words alone. */
function wordsNameColour(rating: RatingReading | null | undefined, fold: (text: string) => string): boolean {
  return !rating || rating.key === (readRating(fold(rating.text), null)?.key ?? null)
}

/** Whether an ending is read again from the narrative alone; so it is where nothing is told of it. */
function wordsTellEnding({ narrative, disposal }: Extras, fold: (text: string) => string): boolean {
  return disposal === undefined || disposal?.kind === readDisposal(fold(narrative ?? ''))?.kind
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
