import * as workbook from '@e965/xlsx'
import type { Page } from 'playwright-core'
import { readDocument } from '../../src/modules/reading/index.ts'
import { aDocx, docxParagraph, docxTable } from '../../src/modules/reading/reading.factory.ts'
import { anOds, anXlsx, escapeXml, odsTable } from '../../src/modules/reading/sheets.factory.ts'
import { zip } from '../support/zip.ts'

const TITLE = 'Harbour plan, April 2026 to March 2027'
const NAMES = ['Ref', 'Action', 'Measure', 'Timescale', 'Lead']
const ROWS = [
  ['1.1', 'Open the boathouse after school', '150 come each month, from 62', 'September 2026', 'Youth Service'],
  ['1.2', 'Light the towpath to the college', 'Lamps lit on 900 metres', 'December 2026', 'Highways'],
  ['1.3', 'Ring each family that waits for therapy', 'Complaints fall from 38 to 10', 'March 2027', 'Health Trust'],
]
const ALL = [NAMES, ...ROWS]

export type FormatFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** One plan of three actions as a file of every format that is read. The PDF is printed by the browser of the page. */
export async function planInFormats(page: Page): Promise<readonly FormatFile[]> {
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    ['plan.docx', aDocx(docxParagraph(TITLE, 'H1') + docxTable(ALL))],
    ['plan.xlsx', anXlsx([{ name: 'Plan', rows: ALL }])],
    ['plan.xls', oldWorkbook()],
    ['plan.ods', anOds({ body: odsTable('Plan', ALL) })],
    ['plan.odt', openText()],
    ['plan.html', webPage()],
    ['plan.md', `# ${TITLE}\n\n| ${NAMES.join(' | ')} |\n|${'---|'.repeat(5)}\n${bars()}\n`],
    ['plan.tsv', [TITLE, ...ALL.map((row) => row.join('\t'))].join('\n')],
    ['plan.csv', ALL.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n')],
    ['plan.txt', `${TITLE}\n\n${ALL.map(fixedWidth).join('\n')}\n`],
    ['plan.pdf', await printed(page)],
    ['plan.json', await asJson()],
  ]
  return files.map(([name, content]) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) }))
}

function bars(): string {
  return ROWS.map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function fixedWidth(row: readonly string[]): string {
  const widths = [6, 44, 34, 18, 16]
  return row
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join('')
    .trimEnd()
}

function webPage(): string {
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeXml(cell)}</${tag}>`).join('')}</tr>`
  const rows = `${row(NAMES, 'th')}${ROWS.map((cells) => row(cells, 'td')).join('')}`
  const look = 'table{border-collapse:collapse}td,th{border:1px solid;padding:4px;text-align:left;vertical-align:top}'
  return `<!doctype html><title>${TITLE}</title><style>${look}</style><h1>${TITLE}</h1><table>${rows}</table>`
}

function oldWorkbook(): Uint8Array {
  const book = workbook.utils.book_new()
  workbook.utils.book_append_sheet(book, workbook.utils.aoa_to_sheet(ALL.map((row) => [...row])), 'Plan')
  return workbook.write(book, { bookType: 'biff8', type: 'buffer' })
}

function openText(): Uint8Array {
  const names = ['office', 'text', 'table'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  const cell = (text: string) => `<table:table-cell><text:p>${escapeXml(text)}</text:p></table:table-cell>`
  const rows = ALL.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')
  const body = `<text:h text:outline-level="1">${TITLE}</text:h><table:table>${rows}</table:table>`
  const content = `<office:document-content ${names.join(' ')}><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  return zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', content },
  ])
}

async function printed(page: Page): Promise<Uint8Array> {
  const sheet = await page.context().newPage()
  await sheet.setContent(webPage())
  const pdf = await sheet.pdf({ format: 'A4', landscape: true })
  await sheet.close()
  return pdf
}

/** What `bin/trellis read --json` prints of the plan. */
async function asJson(): Promise<string> {
  const content = new TextEncoder().encode(webPage())
  const read = await readDocument({ name: 'plan.html', content })
  if (!read.ok) throw new Error(read.refusal.sentence)
  return JSON.stringify(read.value)
}
