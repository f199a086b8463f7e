import { ok } from '../../../kernel/result.ts'
import type { FormatReader } from './format-reader.ts'
import { readXls } from './sheets/read-xls.ts'
import { readXlsx } from './sheets/read-xlsx.ts'
import { refuseColumns } from './sheets/refuse-sheets.ts'
import { sheetBlocks } from './sheets/sheet-blocks.ts'
import { sheetFindings } from './sheets/sheet-findings.ts'

/** An Excel workbook, new (.xlsx, .xlsm) or old (.xls), as blocks: each sheet's tables with merged and shaded cells, and the text round them. */
export const readWorkbook: FormatReader = async (name, content, tell) => {
  const isOld = content[0] === 0xd0
  const said = (fraction: number) => tell?.('Reading the sheets', fraction)
  const read = isOld ? await readXls(name, content) : await readXlsx(name, content, said)
  if (!read.ok) return read
  const blocks = sheetBlocks(read.value.sheets)
  if (!blocks) return refuseColumns(name)
  const findings = [...read.value.findings, ...sheetFindings(read.value.sheets)]
  return ok({ format: isOld ? 'xls' : 'xlsx', blocks, findings })
}
