import type { CellRange } from './sheet.ts'

/** What SheetJS does not tell of an old workbook: which cells are bold or struck out, and which have rules that colour them. */
export type XlsLooks = {
  readonly lookOf: (sheet: number, row: number, column: number) => XlsLook
  readonly ruled: (sheet: number) => readonly CellRange[]
}
export type XlsLook = { readonly isBold: boolean; readonly isStruck: boolean }

type SheetLooks = { readonly styles: Map<number, number>; readonly ruled: CellRange[] }
type Book = {
  readonly fonts: XlsLook[]
  readonly styles: number[]
  readonly starts: number[]
  readonly sheets: Map<number, SheetLooks>
}

const PLAIN: XlsLook = { isBold: false, isStruck: false }
const [FONT, STYLE, SHEET, BEGIN, RULE] = [0x31, 0xe0, 0x85, 0x809, 0x1b0]
/** Records of one cell, which begin with its row, column and style. */
const CELLS = new Set([0x201, 0x203, 0x204, 0x205, 0x06, 0x27e, 0xfd, 0xd6])
/** Records of cells side by side, by how many bytes each takes. */
const CELLS_IN_ROW = new Map([
  [0xbd, 6],
  [0xbe, 2],
])

/** Looks through the records of a workbook, as far as they are whole. */
export function readXlsLooks(records: Uint8Array): XlsLooks {
  const book: Book = { fonts: [], styles: [], starts: [], sheets: new Map() }
  readRecords(new DataView(records.buffer, records.byteOffset, records.byteLength), book)
  const sheetAt = (sheet: number) => book.sheets.get(book.starts[sheet] ?? -1)
  return {
    lookOf: (sheet, row, column) => {
      const style = sheetAt(sheet)?.styles.get(placeOf(row, column))
      const font = style === undefined ? undefined : book.styles[style]
      return font === undefined ? PLAIN : (fontAt(book.fonts, font) ?? PLAIN)
    },
    ruled: (sheet) => sheetAt(sheet)?.ruled ?? [],
  }
}

function readRecords(view: DataView, book: Book): void {
  let sheet: SheetLooks | null = null
  for (let at = 0; at + 4 <= view.byteLength; ) {
    const kind = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    const from = at + 4
    if (from + length > view.byteLength) return
    if (kind === BEGIN) {
      sheet = { styles: new Map(), ruled: [] }
      book.sheets.set(at, sheet)
    } else if (kind === SHEET && length >= 4) book.starts.push(view.getUint32(from, true))
    else if (kind === FONT && length >= 8) book.fonts.push(fontOf(view, from))
    else if (kind === STYLE && length >= 2) book.styles.push(view.getUint16(from, true))
    else if (sheet) readCells(view, { kind, from, length }, sheet)
    at = from + length
  }
}

function readCells(view: DataView, record: { kind: number; from: number; length: number }, sheet: SheetLooks): void {
  const { kind, from, length } = record
  const word = (at: number) => view.getUint16(from + at, true)
  if (CELLS.has(kind) && length >= 6) sheet.styles.set(placeOf(word(0), word(2)), word(4))
  const step = CELLS_IN_ROW.get(kind)
  for (let at = 4, column = length >= 6 ? word(2) : 0; step && at + step <= length - 2; at += step, column++)
    sheet.styles.set(placeOf(word(0), column), word(at))
  if (kind === RULE && length >= 12)
    sheet.ruled.push({ rows: { first: word(4), last: word(6) }, columns: { first: word(8), last: word(10) } })
}

function fontOf(view: DataView, from: number): XlsLook {
  return { isStruck: (view.getUint16(from + 2, true) & 8) !== 0, isBold: view.getUint16(from + 6, true) >= 600 }
}

/** Fonts are counted without a fifth, which never was. */
function fontAt(fonts: readonly XlsLook[], index: number): XlsLook | undefined {
  return fonts[index > 4 ? index - 1 : index]
}

function placeOf(row: number, column: number): number {
  return row * 65_536 + column
}
