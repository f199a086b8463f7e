import { aDocx, bytesOf, docxParagraph, docxTable } from '../../src/modules/reading/reading.factory.ts'
import { anOds, anXlsx, odsTable } from '../../src/modules/reading/sheets.factory.ts'
import { asPdf } from '../score/made/write-pdf.ts'

export type LongDocument = {
  readonly what: string
  readonly name: string
  readonly actions: number
  /** the longest it should take, in milliseconds, with the start of its process */
  readonly wanted: number
  readonly make: () => Uint8Array | Promise<Uint8Array>
}

const ROWS = 5_000
const PAGES = 100
const ROWS_OF_PAGE = 9
/** What fills a hundred pages of paper on its side. */
const PDF_ROWS = 1_200
const NAMES = ['Ref', 'Action', 'Measure', 'Timescale', 'Lead', 'Progress Rating', 'Impact Rating', 'Comments']
const LEADS = ['Early help group Ann Lee', 'Ann Lee/Bob Ray', 'Head of Family Hubs', 'Harbour Schools Alliance']
const TIMES = ['31 March 2027', 'Quarterly', 'September 2026', 'Twice a year: October and March', 'Ongoing']
const COLOURS = ['Green', 'Amber', 'Red', '']

/** Long documents as a partnership may have them, made here: the same rows in each format. */
export const LONG_DOCUMENTS: readonly LongDocument[] = [
  { what: `${PAGES} pages of Word`, name: 'plan.docx', actions: PAGES * ROWS_OF_PAGE, wanted: 1_500, make: wordPlan },
  { what: `${PAGES} pages of PDF`, name: 'plan.pdf', actions: PDF_ROWS, wanted: 5_000, make: printedPlan },
  {
    what: `${ROWS} rows of .xlsx`,
    name: 'plan.xlsx',
    actions: ROWS,
    wanted: 1_500,
    make: () => anXlsx([{ name: 'Plan', rows: [NAMES, ...rows(ROWS)] }]),
  },
  {
    what: `${ROWS} rows of .ods`,
    name: 'plan.ods',
    actions: ROWS,
    wanted: 1_500,
    make: () => anOds({ body: odsTable('Plan', [NAMES, ...rows(ROWS)]) }),
  },
  {
    what: `${ROWS} rows of .csv`,
    name: 'plan.csv',
    actions: ROWS,
    wanted: 1_500,
    make: () => bytesOf([NAMES, ...rows(ROWS)].map(csvLine).join('\r\n')),
  },
]

function rows(count: number): string[][] {
  return Array.from({ length: count }, (_, index) => rowOf(index))
}

function rowOf(index: number): string[] {
  const at = <T>(list: readonly T[], or: T) => list[index % list.length] ?? or
  return [
    `${Math.floor(index / 50) + 1}.${(index % 50) + 1}`,
    `Open family hub ${index + 1} with schools, health visitors and the police, so that families find help in one place`,
    `${(index % 90) + 10} families a quarter say that the hub helped them, against ${index % 10} in the year before`,
    at(TIMES, ''),
    at(LEADS, ''),
    at(COLOURS, ''),
    '',
    'The lease is signed and staff are in post; parents asked for longer hours, which the board will hear of in May.',
  ]
}

/** Each page has a heading, a paragraph and a table of nine rows, which is what such rows take. */
function wordPlan(): Uint8Array {
  const pages = Array.from({ length: PAGES }, (_, page) => {
    const own = Array.from({ length: ROWS_OF_PAGE }, (_, row) => rowOf(page * ROWS_OF_PAGE + row))
    const prose = 'Children and parents told us what stands in their way, and what follows answers them. '.repeat(4)
    return (
      docxParagraph(`Priority ${page + 1}: Families find help early`, 'H1') +
      docxParagraph(prose) +
      docxTable([NAMES, ...own])
    )
  })
  return aDocx(pages.join(''))
}

/** One table with rules that runs on over the pages, its names on the first alone. */
function printedPlan(): Uint8Array {
  const cells = [NAMES, ...rows(PDF_ROWS)].map((row) => row.map((text) => ({ text })))
  return asPdf([{ kind: 'table', rows: cells }], 'all')
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}
