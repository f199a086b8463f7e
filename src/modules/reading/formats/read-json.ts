import { ok } from '../../../kernel/result.ts'
import { plainCell, type TableRow } from '../blocks.ts'
import { keepWords } from '../layout/fold-words.ts'
import { layoutSheet } from '../layout/layout-sheet.ts'
import { outlinePlan } from '../layout/outline-plan.ts'
import { planFromJson } from '../layout/plan-json.ts'
import { refuseFile } from '../refusal.ts'
import { decodeText } from './decode-text.ts'
import type { FormatReader } from './format-reader.ts'

/** A plan that Trellis wrote as JSON becomes the table it would be in any other format, with its words as they stand. */
export const readJson: FormatReader = async (name, content) => {
  const decoded = decodeText(name, content)
  if (!decoded.ok) return decoded
  const plan = planFromJson(decoded.value.text)
  if ('says' in plan) return refuseFile('not-what-it-says', name, plan.says)
  const { header, rows } = layoutSheet(outlinePlan(plan, null, keepWords))
  const table: TableRow[] = [header, ...rows.map((row) => row.cells)].map((cells, at) => ({
    cells: cells.map(plainCell),
    where: { row: at + 1 },
    source: cells.filter((cell) => cell !== '').join(' | '),
  }))
  return ok({ format: 'json', blocks: [{ kind: 'table', columns: header.length, rows: table }] })
}
