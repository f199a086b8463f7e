import type { Answer } from '../../platform/http/route.ts'
import { LONGEST_XLSX_CELL, SHEET_TYPES, type Sheet, type SheetFormat, writeSheet } from '../papers/index.ts'
import { markFormula } from '../reading/index.ts'

/** A format of spreadsheets by the end of a file's name; null for one that is not written. */
export function sheetFormat(words: string): SheetFormat | null {
  return (['xlsx', 'ods', 'csv'] as const).find((format) => format === words) ?? null
}

/** A sheet as a download: "Movement 2014-04-01 to 2015-03-31.xlsx". */
export async function sheetFile(sheet: Sheet, format: SheetFormat, name: string): Promise<Answer> {
  const content = await writeSheet(within(sheet, format), format, markFormula)
  return { kind: 'file', name: `${fileName(name)}.${format}`, type: SHEET_TYPES[format], content }
}

/** Letters that every system takes in a name. */
function fileName(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N} ().-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
}

/** Excel holds no more in a cell than this; the other formats do. */
function within(sheet: Sheet, format: SheetFormat): Sheet {
  if (format !== 'xlsx') return sheet
  const rows = sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.slice(0, LONGEST_XLSX_CELL)) }))
  return { ...sheet, rows }
}
