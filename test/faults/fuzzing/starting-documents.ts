import { anOds, anXlsx, odsTable } from '../../../src/modules/reading/sheets.factory.ts'
import { FELL, HARBOUR } from '../../score/made/made-plan.ts'
import { piecesOf, STYLES } from '../../score/made/table-of.ts'
import { asHtml, asOdt, asWord, asWorkbook } from '../../score/made/write-office.ts'
import { asPdf } from '../../score/made/write-pdf.ts'
import { asFixedWidth, asMarkdown, asSeparated } from '../../score/made/write-text.ts'

export type StartingDocument = { readonly name: string; readonly content: Uint8Array }

/** Sound documents in every format, to be broken: invented plans, and sheets with all that sheets may have. */
export async function startingDocuments(): Promise<readonly StartingDocument[]> {
  const documents: StartingDocument[] = [...richSheets()]
  for (const [index, style] of STYLES.entries()) {
    const pieces = piecesOf(index % 2 === 0 ? FELL : HARBOUR, style)
    documents.push(
      { name: 'plan.md', content: asMarkdown(pieces) },
      { name: 'plan.tsv', content: asSeparated(pieces, '\t') },
      { name: 'plan.csv', content: asSeparated(pieces, ';') },
      { name: 'wide.txt', content: asFixedWidth(pieces) },
      { name: 'plan.html', content: asHtml(pieces) },
      { name: 'plan.docx', content: await asWord(pieces) },
      { name: 'plan.xlsx', content: asWorkbook(pieces, 'xlsx') },
      { name: 'plan.xls', content: asWorkbook(pieces, 'biff8') },
      { name: 'plan.ods', content: asWorkbook(pieces, 'ods') },
      { name: 'plan.odt', content: asOdt(pieces) },
      { name: 'plan.pdf', content: asPdf(pieces, index % 2 === 0 ? 'all' : 'none') },
    )
  }
  return documents
}

function richSheets(): readonly StartingDocument[] {
  const names = ['Ref', 'Action', 'Measure', 'Due Date', 'Lead', 'RAG']
  const rows = Array.from({ length: 8 }, (_, at) => [
    { value: 1.1 + at / 10, format: '0.00' },
    'Open the hub for families',
    { value: 0.45, format: '0%' },
    { value: 42_094 + at, format: 'dd/mm/yyyy' },
    at % 2 === 0 ? { value: '', runs: '<r><rPr><strike/></rPr><t>Ann Lee</t></r><r><t> Bob Ray</t></r>' } : 'Ann Lee',
    { value: '', colour: at % 2 === 0 ? 'rgb="FF00B050"' : 'theme="5" tint="0.4"' },
  ])
  const rule =
    '<conditionalFormatting sqref="F3:F20"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"Done"</formula></cfRule></conditionalFormatting>'
  const sheet = {
    name: 'Plan',
    rows: [['Harbour plan 2015/16'], names, ...rows],
    merges: ['A1:F1', 'E3:E4'],
    hiddenRows: [4],
    hiddenColumns: [3],
    notes: { D3: 'Moved' },
    box: 'Together',
    after: rule,
  }
  const dxfs = '<dxf><fill><patternFill><bgColor rgb="FF00B050"/></patternFill></fill></dxf>'
  const ods = odsTable('Plan', [
    names,
    ...Array.from({ length: 5 }, (_, at) => [`1.${at}`, 'Open the hub', '40 families', 'May 2015', 'Ann Lee', 'Green']),
  ])
  const repeats = ods.replace('<table:table-row>', '<table:table-row table:number-rows-repeated="3">')
  return [
    { name: 'rich.xlsx', content: anXlsx([sheet, { ...sheet, name: 'Old', state: 'hidden' }], { dxfs }) },
    { name: 'rich.ods', content: anOds({ body: repeats }) },
  ]
}
