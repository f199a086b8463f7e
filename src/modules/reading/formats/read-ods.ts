import { ok } from '../../../kernel/result.ts'
import type { FormatReader } from './format-reader.ts'
import { applyOdsConditions } from './sheets/ods-conditions.ts'
import { readOdsSheets } from './sheets/ods-sheets.ts'
import { readOdsStyles } from './sheets/ods-styles.ts'
import { refuseColumns, refuseDamaged, refuseProblem } from './sheets/refuse-sheets.ts'
import { inOrder, newBudget, type Sheet } from './sheets/sheet.ts'
import { sheetBlocks } from './sheets/sheet-blocks.ts'
import { sheetFindings } from './sheets/sheet-findings.ts'
import { unzipOpenDocument } from './unzip-open-document.ts'

/** OpenDocument sheets as blocks. A sheet says "this row a million times": repeats are counted, and written out only where they hold words. */
export const readOds: FormatReader = async (name, content, tell) => {
  const opened = await unzipOpenDocument(name, content, 'sheet')
  if (!opened.ok) return opened
  const { main, around } = opened.value
  tell?.('Reading the sheets', 0.3)
  const styles = readOdsStyles([around || '<x/>', main])
  const budget = newBudget()
  if (!styles) return refuseDamaged(name)
  const read = readOdsSheets(main, styles, budget)
  if (budget.problem) return refuseProblem(name, budget.problem)
  if (!read) return refuseDamaged(name)
  const sheets = read.map((sheet): Sheet => {
    const rows = inOrder(sheet.rows)
    return { ...sheet, rows, doubts: applyOdsConditions(rows, sheet.conditions, styles, sheet.name) }
  })
  const blocks = sheetBlocks(sheets)
  return blocks ? ok({ format: 'ods', blocks, findings: sheetFindings(sheets) }) : refuseColumns(name)
}
