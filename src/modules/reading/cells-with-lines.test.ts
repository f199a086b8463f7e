import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { utils, write } from '@e965/xlsx'
import { readBytes, readText } from './reading.factory.ts'
import { anOds, anXlsx } from './sheets.factory.ts'

const NAMES = ['Objective', 'Actions', 'Lead', 'Date', 'Success criteria']
const ROW = [
  'Fewer suspensions',
  '1.1 Audit four schools\n1.2 Sign the protocol',
  'Adviser\nFair access chair',
  'May 2025\nJune 2025',
  'A fifth fewer',
]
const TOLD = [
  ['1.1', 'Audit four schools', 'Adviser', 'May 2025', 'A fifth fewer'],
  ['1.2', 'Sign the protocol', 'Fair access chair', 'June 2025', 'A fifth fewer'],
]

describe('a row of a sheet that tells several actions line by line is read as several', () => {
  const csv = [NAMES, ROW].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')
  const odsCell = (text: string) =>
    `<table:table-cell>${text
      .split('\n')
      .map((line) => `<text:p>${line}</text:p>`)
      .join('')}</table:table-cell>`
  const odsRow = (row: readonly string[], cell = odsCell) =>
    `<table:table-row>${row.map(cell).join('')}</table:table-row>`
  const broken = (text: string) =>
    `<table:table-cell><text:p>${text.replaceAll('\n', '<text:line-break/>')}</text:p></table:table-cell>`
  const ods = (row: string) =>
    anOds({ body: `<table:table table:name="Plan">${odsRow(NAMES)}${row}</table:table>`, styles: '' })
  const xls = new Uint8Array(
    write(utils.book_new(utils.aoa_to_sheet([NAMES, ROW]), 'Plan'), { type: 'array', bookType: 'biff8' }),
  )

  for (const [what, name, content] of [
    ['Excel', 'plan.xlsx', anXlsx([{ rows: [NAMES, ROW] }])],
    ['Excel 97', 'plan.xls', xls],
    ['OpenDocument with paragraphs', 'plan.ods', ods(odsRow(ROW))],
    ['OpenDocument with broken lines', 'plan.ods', ods(odsRow(ROW, broken))],
  ] as const) {
    test(`lines made with Alt and Enter, ${what}`, async () => {
      const reading = await readBytes(content, name)
      assert.deepEqual(
        reading.actions.map((action) => [
          action.ref,
          action.text,
          action.leadWords,
          action.timescale?.text,
          action.measure,
        ]),
        TOLD,
      )
    })
  }

  test('lines in quoted cells of separated values, with tabs too', async () => {
    for (const [name, text] of [
      ['plan.csv', csv],
      ['plan.tsv', csv.replaceAll('","', '"\t"')],
    ] as const) {
      const reading = await readText(text, name)
      assert.deepEqual(
        reading.actions.map(({ ref, text: said, leadWords }) => [ref, said, leadWords]),
        TOLD.map((row) => row.slice(0, 3)),
        name,
      )
    }
  })

  test('a new line in the file of an OpenDocument sheet is no new line of a cell', async () => {
    const wrapped = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`
    const reading = await readBytes(ods(odsRow(ROW, wrapped)), 'plan.ods')
    assert.equal(reading.actions.length, 1)
  })
})
