import type { UpdateWords } from '../update-words.ts'

/** What is written in the cells of one request, as text. */
export type AnswerCells = Readonly<Record<keyof UpdateWords, string>>

/** The columns to fill in, in their order on the sheet. */
export const ANSWER_COLUMNS = [
  { field: 'narrative', header: 'What has happened', width: 60 },
  { field: 'whatNext', header: 'What happens next', width: 40 },
  { field: 'progress', header: 'Progress', width: 16 },
  { field: 'impact', header: 'Impact', width: 16 },
  { field: 'recovery', header: 'What will bring it back', width: 40 },
  { field: 'returnOn', header: 'Back on track by', width: 14 },
  { field: 'forecast', header: 'Expected at year end', width: 16 },
  { field: 'differsBecause', header: 'Why not what the facts suggest', width: 30 },
  { field: 'pairBecause', header: 'How the two ratings go together', width: 30 },
  { field: 'reason', header: 'Why it is corrected', width: 30 },
] as const satisfies readonly { field: keyof UpdateWords; header: string; width: number }[]

export const KEY_HEADER = 'Leave this as it is'
export const REFERENCE_HEADER = 'Reference'
export const ACTION_HEADER = 'Action'

/** More requests than these are another sheet. */
export const MOST_REQUESTS = 200

/** What a field is called, for a problem that is told beside its row. */
export function headerOf(field: keyof UpdateWords): string {
  return ANSWER_COLUMNS.find((column) => column.field === field)?.header ?? field
}
