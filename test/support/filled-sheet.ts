import * as XLSX from '@e965/xlsx'

/** A downloaded sheet of requests as a spreadsheet program reads it: a row for each, by the heads of its columns. */
export function rowsOfSheet(content: Uint8Array): Record<string, string>[] {
  const book = XLSX.read(content)
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  if (!sheet) throw new Error('The workbook has no sheet')
  return XLSX.utils.sheet_to_json<Record<string, string>>(sheet, { defval: '' })
}

/** A downloaded sheet, filled in and saved by a spreadsheet program: what each row says anew, by the heads of its columns. */
export function fillSheet(content: Uint8Array, answers: readonly Readonly<Record<string, string>>[]): Uint8Array {
  const book = XLSX.read(content)
  const [name = ''] = book.SheetNames
  const rows = rowsOfSheet(content).map((row, at) => ({ ...row, ...answers[at] }))
  book.Sheets[name] = XLSX.utils.json_to_sheet(rows)
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }))
}
