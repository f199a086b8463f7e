import { capital } from '../../../kernel/capital.ts'
import type { Where } from '../../reading/index.ts'

/** "Page 3, line 41", "Sheet Actions, row 12", "Lines 4 to 6". */
export function placeInWords({ sheet, page, row, line, endLine }: Where): string {
  const lines =
    line === undefined ? null : endLine !== undefined && endLine > line ? `lines ${line} to ${endLine}` : `line ${line}`
  const place =
    sheet !== undefined
      ? [`sheet ${sheet}`, row === undefined ? lines : `row ${row}`]
      : [page === undefined ? null : `page ${page}`, lines ?? (row === undefined ? null : `row ${row}`)]
  const words = place.filter((each) => each !== null).join(', ') || 'in the document'
  return capital(words)
}
