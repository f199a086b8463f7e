import type { Blob, Buffer } from 'node:buffer'
import type Stream from 'node:stream'
import writeExcelFile, { type CellObject, type Feature } from 'write-excel-file/node'
import { escapeXml } from './escape-xml.ts'
import { SHEET_COLOURS, type Sheet, type SheetRow } from './sheet.ts'
import { wrappedLines } from './wrapped-lines.ts'

export type FileContent = Stream | Blob | Buffer

/**
 * A sheet as an Excel workbook: the names of the columns stay in sight and come back on each printed page, A4 across, as wide as the
 * page. Every cell is text, so that 1.10 stays 1.10 and =1+1 is not reckoned.
 *
 * @param sheet  its cells are at most `LONGEST_XLSX_CELL` characters long
 */
export async function writeXlsx(sheet: Sheet): Promise<Uint8Array> {
  const header = sheet.columns.map((column) => cell(column.header, HEADER))
  const rows = sheet.rows.map((row) => {
    const height = heightOf(row, sheet)
    return row.cells.map((text) => ({ ...cell(text, LOOKS[row.look]), height }))
  })
  const written = writeExcelFile(
    [header, ...rows],
    {
      sheet: sheet.name,
      orientation: 'landscape',
      stickyRowsCount: 1,
      columns: sheet.columns.map(({ width }) => ({ width })),
    },
    { fontFamily: 'Arial', fontSize: 10, features: [printable(sheet)] },
  )
  return new Uint8Array(await written.toBuffer())
}

export const HEADER: CellObject = {
  fontWeight: 'bold',
  textColor: `#${SHEET_COLOURS.headerWords}`,
  backgroundColor: `#${SHEET_COLOURS.header}`,
}
export const LOOKS: Readonly<Record<SheetRow['look'], CellObject>> = {
  plain: {},
  quiet: { textColor: `#${SHEET_COLOURS.quietWords}` },
  band: { fontWeight: 'bold', backgroundColor: `#${SHEET_COLOURS.band}` },
}

export function cell(text: string, look: CellObject): CellObject {
  return {
    value: withCodes(text),
    type: String,
    format: '@',
    wrap: true,
    alignVertical: 'top',
    borderStyle: 'thin',
    borderColor: `#${SHEET_COLOURS.line}`,
    ...look,
  }
}

const POINTS_PER_LINE = 13
/** No row of Excel is higher; the rest of a longer text is there when the row is drawn down. */
const HIGHEST_ROW = 409

/** Not every program works out how high a row must be for its words, so each row says. */
export function heightOf({ cells, look }: SheetRow, { columns }: Sheet): number {
  const room = look === 'band' ? 1 : 1.1
  const lines = cells.map((text, at) => wrappedLines(text, Math.max(3, Math.floor((columns[at]?.width ?? 10) * room))))
  return Math.min(HIGHEST_ROW, Math.max(...lines) * POINTS_PER_LINE + 2)
}

/**
 * Excel reads `_x0041_` in a text as the letter A; the underscore written as its own code keeps the text. The library loses a text that
 * is called as something every object of JavaScript has ("constructor"), so its first letter is written as a code.
 */
function withCodes(text: string): string {
  if (text in {}) return `_x${text.charCodeAt(0).toString(16).padStart(4, '0')}_${text.slice(1)}`
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

/** What the library has no option for: one page wide, the first row on every page, the title and the tab's first cell. */
export function printable({ title, name, note }: Sheet): Feature<FileContent> {
  const printTitles = `<definedName name="_xlnm.Print_Titles" localSheetId="0">'${name.replaceAll("'", "''")}'!$1:$1</definedName>`
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml
              .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(/<pageSetup /, '<pageSetup fitToWidth="1" fitToHeight="0" ')
              .replace(' xSplit="0"', '')
              .replace('activePane="bottomRight"', 'activePane="bottomLeft"'),
        },
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', `<definedNames>${printTitles}</definedNames>`),
        },
        '_rels/.rels': {
          insert: () =>
            '<Relationship Id="rId-properties" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
        },
        '[Content_Types].xml': {
          insert: () =>
            '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
        },
      },
      write: { files: () => ({ 'docProps/core.xml': coreProperties(title, note) }) },
    },
  }
}

function coreProperties(title: string, note: Sheet['note']): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Trellis</dc:creator>${note ? `<dc:description>${escapeXml(note)}</dc:description>` : ''}</cp:coreProperties>`
}
