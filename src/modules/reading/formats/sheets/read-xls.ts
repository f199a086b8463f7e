import { type CellObject, read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Piece } from '../../blocks.ts'
import { LIMITS } from '../../limits.ts'
import { type ReadingRefusal, refuseFile } from '../../refusal.ts'
import { squeeze } from '../inline-text.ts'
import { joinRuns, ownLines } from '../text-runs.ts'
import { notWorkedOut } from './conditions.ts'
import type { ReadSheets } from './read-xlsx.ts'
import { refuseDamaged, refuseProblem } from './refuse-sheets.ts'
import { cellName, inOrder, newBudget, putCell, type Sheet, type SheetBudget, type SheetCell } from './sheet.ts'
import { shownNumber } from './shown-number.ts'
import { readXlsLooks, type XlsLook } from './xls-looks.ts'
import { findXlsStream, plainXls } from './xls-stream.ts'

/** An old Excel workbook (.xls), opened by SheetJS: 97 to 2003, and the two before it. */
export async function readXls(name: string, content: Uint8Array): Promise<Result<ReadSheets, ReadingRefusal>> {
  set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
  const stream = findXlsStream(content)
  const book = stream && open(plainXls(stream))
  if (book === 'encrypted') {
    return refuseFile(
      'encrypted',
      name,
      'is protected by a password. Open it, remove the password, save it and choose it again.',
    )
  }
  if (!stream || !book) return refuseDamaged(name)
  const looks = readXlsLooks(stream.records)
  const budget = newBudget()
  const is1904 = book.Workbook?.WBProps?.date1904 ?? false
  const sheets = book.SheetNames.flatMap((sheetName, index) => {
    const sheet = book.Sheets[sheetName]
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    const lookOf = (row: number, column: number) => looks.lookOf(index, row, column)
    if (!sheet) return []
    const ruled = looks.ruled(index)
    const doubts = ruled.length === 0 ? [] : [notWorkedOut(ruled, sheetName)]
    return [{ ...readSheet(sheetName, sheet, { is1904, budget, lookOf }), isHidden, doubts }]
  })
  if (budget.problem) return refuseProblem(name, budget.problem)
  return ok({ sheets, findings: [] })
}

function open(content: Uint8Array): WorkBook | 'encrypted' | null {
  try {
    return read(content, {
      type: 'array',
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      sheetRows: LIMITS.tableRows + 1,
    })
  } catch (error) {
    // SheetJS throws for whatever it cannot open; its message says when a password is the reason.
    return error instanceof Error && /password|encrypt/i.test(error.message) ? 'encrypted' : null
  }
}

type Around = {
  readonly is1904: boolean
  readonly budget: SheetBudget
  readonly lookOf: (row: number, column: number) => XlsLook
}

function readSheet(
  name: string,
  sheet: WorkSheet,
  { is1904, budget, lookOf }: Around,
): Omit<Sheet, 'isHidden' | 'doubts'> {
  const rows = new Map<number, SheetCell[]>()
  const besides: Piece[] = []
  for (const [row, cells] of (sheet['!data'] ?? []).entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      if (!cell) continue
      const { isBold, isStruck } = lookOf(row, column)
      const words = [{ text: textOf(cell, is1904), isStruck }]
      putCell(rows, { row, column, text: joinRuns(words), ...ownLines(words), fill: fillOf(cell.s), isBold }, budget)
      for (const { t } of cell.c ?? []) {
        if (squeeze(t ?? '') === '') continue
        besides.push({
          text: `Note on ${cellName(row, column)}: ${squeeze(t ?? '')}`,
          where: { sheet: name, row: row + 1 },
        })
      }
    }
  }
  return {
    name,
    rows: inOrder(rows),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
      rows: { first: s.r, last: e.r },
      columns: { first: s.c, last: e.c },
    })),
    hiddenRows: new Set((sheet['!rows'] ?? []).flatMap((row, index) => (row?.hidden ? [index] : []))),
    hiddenColumns: (sheet['!cols'] ?? []).flatMap((column, index) =>
      column?.hidden ? [{ first: index, last: index }] : [],
    ),
    besides,
  }
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

function textOf({ t, v, z, f }: CellObject, is1904: boolean): string {
  if (v === undefined) return f ? `=${f}` : ''
  if (t === 'n' && typeof v === 'number') return shownNumber(v, typeof z === 'string' ? z : 'General', is1904)
  if (t === 'b') return v ? 'TRUE' : 'FALSE'
  if (t === 'e') return ERRORS[Number(v)] ?? '#N/A'
  return String(v)
}

/** The colour of a fill as SheetJS resolves it. */
function fillOf(style: unknown): string | null {
  if (typeof style !== 'object' || style === null) return null
  const pattern = 'patternType' in style ? style.patternType : null
  const front = 'fgColor' in style ? style.fgColor : null
  if (pattern === 'none' || typeof front !== 'object' || front === null || !('rgb' in front)) return null
  const { rgb } = front
  return typeof rgb === 'string' && /^[0-9a-f]{6}$/i.test(rgb.slice(-6)) ? rgb.slice(-6).toUpperCase() : null
}
