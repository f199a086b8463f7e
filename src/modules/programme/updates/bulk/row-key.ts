import { parseId, type ReportingPointId, type SubmissionId } from '../../../../kernel/id.ts'
import { sha256 } from '../../../../kernel/sha256.ts'
import type { Draft } from '../draft.store.ts'
import type { Submission } from '../update.store.ts'
import { ANSWER_COLUMNS, type AnswerCells } from './answer-columns.ts'

/** What a row of the sheet was when it was taken out: which duty, and what stood there. */
export type RowKey = {
  readonly pointId: ReportingPointId
  /** when the draft was saved; empty where there was none */
  readonly draft: string
  /** what had been sent last; empty where nothing had */
  readonly version: SubmissionId | ''
  /** a mark of the words in the cells to fill in */
  readonly words: string
}

/** What stands at a duty now, as a key says it. */
export function standsNow(draft: Draft | null, last: Submission | null): Pick<RowKey, 'draft' | 'version'> {
  return { draft: draft?.savedAt.toString() ?? '', version: last?.id ?? '' }
}

/** A mark of what the cells say, whatever a program did to the spaces in them. */
export function wordsMark(cells: AnswerCells): string {
  const said = ANSWER_COLUMNS.map(({ field }) => cells[field].replaceAll(/\s+/g, ' ').trim())
  return sha256(JSON.stringify(said)).slice(0, 16)
}

export function writeRowKey({ pointId, draft, version, words }: RowKey): string {
  return [pointId, draft, version, words].join('|')
}

/** Reads the hidden cell of a row; null for what is none. */
export function readRowKey(text: string): RowKey | null {
  const [point = '', draft = '', version = '', words = '', ...more] = text.trim().split('|')
  const pointId = parseId<'reporting-point'>(point)
  const versionId = version === '' ? '' : parseId<'submission'>(version)
  if (!pointId || versionId === null || more.length > 0) return null
  return { pointId, draft, version: versionId, words }
}
