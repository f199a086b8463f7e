import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import {
  ACTION_HEADER,
  ANSWER_COLUMNS,
  type AnswerCells,
  KEY_HEADER,
  MOST_REQUESTS,
  REFERENCE_HEADER,
} from './answer-columns.ts'

/** A row of the sheet as it came back. */
export type AnswerRow = {
  readonly line: number
  /** the hidden cell, as it came */
  readonly key: string
  /** what the sheet says of it, for whoever reads about the row */
  readonly reference: string
  readonly action: string
  readonly cells: AnswerCells
}

type Line = { readonly line: number; readonly cells: readonly string[] }

/** The rows of a sheet by the heads of its columns, in whatever order; a column that was taken out is empty. */
export function readAnswers(
  lines: readonly Line[],
): Result<readonly AnswerRow[], { readonly kind: 'no-heads' | 'no-rows' | 'too-many' }> {
  const at = lines.slice(0, 10).findIndex(({ cells }) => cells.map(plain).includes(plain(KEY_HEADER)))
  const heads = lines[at]?.cells.map(plain)
  if (!heads) return refuse({ kind: 'no-heads' })
  const below = lines.slice(at + 1)
  if (below.length === 0) return refuse({ kind: 'no-rows' })
  if (below.length > MOST_REQUESTS) return refuse({ kind: 'too-many' })
  return ok(below.map((line) => rowOf(line, heads)))
}

function rowOf({ line, cells }: Line, heads: readonly string[]): AnswerRow {
  const under = (header: string) => cells[heads.indexOf(plain(header))] ?? ''
  const said = Object.fromEntries(ANSWER_COLUMNS.map(({ field, header }) => [field, under(header)]))
  return {
    line,
    key: under(KEY_HEADER),
    reference: under(REFERENCE_HEADER),
    action: under(ACTION_HEADER),
    cells: { ...NOTHING, ...said },
  }
}

const NOTHING: AnswerCells = {
  narrative: '',
  whatNext: '',
  progress: '',
  impact: '',
  recovery: '',
  returnOn: '',
  forecast: '',
  differsBecause: '',
  pairBecause: '',
  reason: '',
}

function plain(head: string): string {
  return head.replaceAll(/\s+/g, ' ').trim().toLowerCase()
}
