import type { Sheet } from './sheet.ts'
import type { TextDocument } from './text-document.ts'

export type SheetFormat = 'xlsx' | 'ods' | 'csv'
/** What each is called by the program that opens it. */
export const SHEET_TYPES: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
}
export type DocumentFormat = 'docx' | 'md'

/**
 * A sheet as bytes of a format; each writer is fetched when it is needed.
 *
 * @param guard  for CSV: what is done to each text so that no program takes it for a formula
 */
export async function writeSheet(
  sheet: Sheet,
  format: SheetFormat,
  guard: (text: string) => string,
): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return (await import('./write-xlsx.ts')).writeXlsx(sheet)
    case 'ods':
      return (await import('./write-ods.ts')).writeOds(sheet)
    case 'csv':
      return (await import('./write-csv.ts')).writeCsv(sheet, guard)
  }
}

/** A document as bytes of a format; `widths` are the shares of a table's columns, by their headers, where the format sets them. */
export async function writeDocument(
  document: TextDocument,
  format: DocumentFormat,
  widths: Readonly<Record<string, number>>,
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('./write-docx.ts')).writeDocx(document, widths)
    case 'md':
      return (await import('./write-markdown.ts')).writeMarkdown(document)
  }
}
