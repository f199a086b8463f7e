import { ok, type Result } from '../../../../kernel/result.ts'
import type { Finding } from '../../plan-reading.ts'
import type { ReadingRefusal } from '../../refusal.ts'
import { unzipParts } from '../unzip-parts.ts'
import { applyConditions } from './conditions.ts'
import { refuseDamaged, refuseProblem } from './refuse-sheets.ts'
import { inOrder, newBudget, type Sheet } from './sheet.ts'
import { ask } from './sheet-findings.ts'
import { wordsBesides } from './xlsx-besides.ts'
import { readTheme } from './xlsx-colours.ts'
import { type Parts, partsOf, readWorkbookPart, type SheetEntry } from './xlsx-parts.ts'
import { readXlsxSheet, type XlsxContext } from './xlsx-sheet.ts'
import { readSharedStrings } from './xlsx-strings.ts'
import { readStyles } from './xlsx-styles.ts'

const WANTED =
  /^\[Content_Types\]\.xml$|^xl\/(?:(?:workbook|styles|sharedStrings|comments\d*)\.xml|_rels\/workbook\.xml\.rels|worksheets\/(?:_rels\/)?[^/]+|theme\/[^/]+\.xml|comments\/[^/]+\.xml|drawings\/[^/]+\.xml)$/i

export type ReadSheets = { readonly sheets: readonly Sheet[]; readonly findings: readonly Finding[] }

/** An Excel workbook (.xlsx, .xlsm) as sheets; sizes are checked before anything is unpacked, and macros are never run. */
export async function readXlsx(
  name: string,
  content: Uint8Array,
  tell: (fraction: number) => void,
): Promise<Result<ReadSheets, ReadingRefusal>> {
  const unzipped = await unzipParts(name, content, WANTED)
  if (!unzipped.ok) return unzipped
  const parts = partsOf(unzipped.value)
  const workbook = readWorkbookPart(parts)
  const styles = readStyles(parts.get('xl/styles.xml') ?? '<x/>', readTheme(themeOf(parts)))
  const strings = readSharedStrings(parts.get('xl/sharedStrings.xml') ?? '<x/>')
  if (!workbook || !styles || !strings) return refuseDamaged(name)
  const context: XlsxContext = { strings, styles, is1904: workbook.is1904, budget: newBudget() }
  const sheets: Sheet[] = []
  for (const [index, entry] of workbook.sheets.entries()) {
    const sheet = readSheet(parts, entry, context)
    if (context.budget.problem) return refuseProblem(name, context.budget.problem)
    if (!sheet) return refuseDamaged(name)
    sheets.push(sheet)
    tell((index + 1) / workbook.sheets.length)
  }
  return ok({ sheets, findings: findingsOf(parts) })
}

function readSheet(parts: Parts, { name, path, isHidden }: SheetEntry, context: XlsxContext): Sheet | false {
  const xml = parts.get(path)
  // A sheet that is a chart alone has a part of another kind, and no cells.
  const read = readXlsxSheet(xml ?? '<x/>', context)
  if (!read) return false
  const rows = inOrder(read.rows)
  const doubts = applyConditions(rows, read.rules, context.styles.conditionFills, name)
  if (read.formulasWithoutValue > 0) doubts.push(uncounted(name, read.formulasWithoutValue))
  return { ...read, name, isHidden, rows, doubts, besides: wordsBesides(parts, path, name, read.furniture) }
}

function uncounted(sheet: string, count: number): Finding {
  const what = count === 1 ? 'one formula has no value' : `${count} formulas have no value`
  return ask(
    'formula-without-value',
    sheet,
    `On sheet “${sheet}”, ${what} kept beside it; the formula stands in its place. Open the workbook, let it calculate, save it and choose it again?`,
  )
}

function findingsOf(parts: Parts): Finding[] {
  const types = parts.get('[Content_Types].xml') ?? ''
  const macros = ask(
    'macros-ignored',
    null,
    'The workbook holds macros. They were not run; words that only they would show are not here. Is anything missing?',
  )
  const links = ask(
    'values-from-other-files',
    null,
    'Some cells take their values from other files. They were read as they stood when the workbook was last saved. Are they up to date?',
  )
  return [...(/vbaProject|macroEnabled/i.test(types) ? [macros] : []), ...(/externalLink/i.test(types) ? [links] : [])]
}

function themeOf(parts: Parts): string {
  const path = parts.paths.find((each) => /^xl\/theme\//i.test(each))
  return (path === undefined ? undefined : parts.get(path)) ?? '<x/>'
}
