import { z } from 'zod'
import { ANSWER_COLUMNS } from './answer-columns.ts'
import type { AnswerRow } from './read-answers.ts'

/** A field of a form takes more; so long a piece stays under its limit whatever its letters are. */
const PIECE = 60_000

const CELLS = z.record(z.enum(ANSWER_COLUMNS.map(({ field }) => field)), z.string().max(40_000))
const ROW = z.object({
  line: z.number().int().min(1).max(2_000_000),
  key: z.string().max(40_000),
  reference: z.string().max(40_000),
  action: z.string().max(40_000),
  cells: CELLS,
})

/** What the sheet said, for the form that comes back once the visitor has chosen: nothing is kept on the server meanwhile. */
export function packAnswers(rows: readonly AnswerRow[]): readonly string[] {
  const whole = JSON.stringify(rows)
  return Array.from({ length: Math.ceil(whole.length / PIECE) }, (_, at) => whole.slice(at * PIECE, (at + 1) * PIECE))
}

/** Reads what a form brings back; null for what no page of ours wrote. */
export function unpackAnswers(pieces: readonly string[], atMost: number): readonly AnswerRow[] | null {
  try {
    const read = z
      .array(ROW)
      .min(1)
      .max(atMost)
      .safeParse(JSON.parse(pieces.join('')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
