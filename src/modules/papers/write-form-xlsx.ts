import writeExcelFile, { type CellObject, type Feature } from 'write-excel-file/node'
import { escapeXml } from './escape-xml.ts'
import type { FormSheet } from './form-sheet.ts'
import { cell, type FileContent, HEADER, heightOf, LOOKS, printable } from './write-xlsx.ts'

/** The colour of the cells to fill in; by it the style that is not locked is known. */
const OPEN = 'FFFBE6'

/** Room to write in, in points: programs do not make a row higher while somebody types. */
const LOWEST_ROW = 60

/**
 * A sheet to fill in as an Excel workbook: its heads stay in sight, only its open cells can be written in (without a password: it guards
 * against slips), and cells with choices offer them. Every cell is text.
 */
export async function writeFormXlsx(form: FormSheet): Promise<Uint8Array> {
  const sheets = [form, ...form.behind].map((sheet, at) => ({
    data: [
      sheet.columns.map(({ header }) => cell(header, HEADER)),
      ...sheet.rows.map((row) => {
        const height = Math.max(at === 0 ? LOWEST_ROW : 0, heightOf(row, sheet))
        const looks = (column: number): CellObject =>
          at === 0 && form.kinds[column] === 'open' ? { backgroundColor: `#${OPEN}` } : LOOKS[row.look]
        return row.cells.map((text, column) => ({ ...cell(text, looks(column)), height }))
      }),
    ],
    sheet: sheet.name,
    orientation: 'landscape' as const,
    stickyRowsCount: 1,
    columns: sheet.columns.map(({ width }) => ({ width })),
  }))
  const features = [printable(form), held(form)]
  return new Uint8Array(await writeExcelFile(sheets, { fontFamily: 'Arial', fontSize: 10, features }).toBuffer())
}

/** What the library has no option for: hidden columns, held cells and lists to choose from. */
function held(form: FormSheet): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/styles.xml': { transform: opened },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetId }) => (String(sheetId) === '1' ? asForm(xml, form) : xml),
        },
      },
    },
  }
}

const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0" sort="0"/>'

function asForm(xml: string, { kinds, choices }: FormSheet): string {
  const columns = kinds.flatMap((kind, column) => (kind === 'hidden' ? [column + 1] : []))
  const hidden = columns.reduce((text, at) => text.replace(`<col min="${at}" `, `<col hidden="1" min="${at}" `), xml)
  return hidden.replace('</sheetData>', `</sheetData>${PROTECTION}${validations(choices)}`)
}

function validations(choices: FormSheet['choices']): string {
  if (choices.length === 0) return ''
  const each = choices.map(
    ({ cells, from }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Not in the list" error="Choose one of the list, or leave the cell empty." sqref="${cells.join(' ')}"><formula1>${escapeXml(from)}</formula1></dataValidation>`,
  )
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`
}

/** Unlocks the style whose fill is the colour of open cells. */
function opened(xml: string): string {
  const fill = (xml.match(/<fill>.*?<\/fill>/gs) ?? []).findIndex((each) => each.includes(OPEN))
  return xml.replace(
    new RegExp(`<xf ([^>]*fillId="${fill}"[^>]*)>(.*?)</xf>`, 'gs'),
    '<xf $1 applyProtection="1">$2<protection locked="0"/></xf>',
  )
}
