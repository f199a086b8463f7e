import { z } from 'zod'
import { ANSWER_COLUMNS } from './answer-columns.ts'
import type { AnswerRow } from './read-answers.ts'

/** A field of a form takes 200,000 bytes, and these letters are a byte each. */
const PIECE = 190_000

/** With so many pieces and every question answered, a form has as many fields as one may have. */
export const MOST_PIECES = 15

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
  const whole = JSON.stringify(rows).replaceAll(/[^\x20-\x7e]|[<>&]/g, inCode)
  return Array.from({ length: Math.ceil(whole.length / PIECE) }, (_, at) => whole.slice(at * PIECE, (at + 1) * PIECE))
}

/** Letters that a form counts as several bytes, or HTML writes otherwise, stand in it as JSON's own codes. */
function inCode(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
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
