/** What a document may at most hold, so that a hostile one is refused and not suffered. */
export const LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  /** what a zip may hold when unpacked, all entries together */
  expandedBytes: 200 * 1024 * 1024,
  /** the main part of a Word document, unpacked */
  documentBytes: 60 * 1024 * 1024,
  zipEntries: 5_000,
  tableRows: 20_000,
  tableColumns: 250,
  /** cells and their characters, all sheets of a workbook together */
  sheetCells: 500_000,
  sheetCharacters: 20_000_000,
  lines: 200_000,
  /** paragraphs, items, headings and rows of tables, in any format: every page of a review walks over them */
  pieces: 50_000,
  /** letters of them all: some 3,000 pages */
  characters: 8_000_000,
  pdfPages: 500,
} as const
