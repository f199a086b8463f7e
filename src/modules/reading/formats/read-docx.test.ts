import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aDocx, docxParagraph, docxTable, readBytes } from '../reading.factory.ts'

const NAMES = ['Ref', 'Action', 'Measure', 'Due Date', 'Lead', 'Progress Rating', 'Impact Rating']

describe('a Word document is read', () => {
  test('headings become parts, and rows under them actions', async () => {
    const body =
      docxParagraph('Priority 1: Well children', 'H1') +
      docxTable([NAMES, ['1.1', 'Open the hub', '40 families', 'May 2015', 'Ann Lee', 'Green', '']])
    const reading = await readBytes(aDocx(body), 'plan.docx')
    assert.deepEqual(reading.levels, ['Priority'])
    assert.equal(reading.actions[0]?.part, reading.parts[0]?.id)
    assert.deepEqual(reading.actions[0]?.progressRating, { text: 'Green', key: 'green' })
    assert.equal(reading.actions[0]?.impactRating, null)
  })

  test('a shade with no word is a rating; white is none', async () => {
    const shaded = (fill: string) => ({ text: '', fill })
    const row = (ref: string, fill: string) => [
      ref,
      'Open the hub',
      '40 families',
      'May 2015',
      'Ann Lee',
      shaded(fill),
      shaded('FFFFFF'),
    ]
    const fills = ['00B050', 'FF0000', 'FFC000', '0070C0', 'BFBFBF', 'FFFFFF']
    const reading = await readBytes(
      aDocx(docxTable([NAMES, ...fills.map((fill, index) => row(`1.${index + 1}`, fill))])),
      'plan.docx',
    )
    assert.deepEqual(
      reading.actions.map((action) => action.progressRating?.key ?? null),
      ['green', 'red', 'amber', 'blue', 'grey', null],
    )
    assert.ok(reading.actions.every((action) => action.impactRating === null))
  })

  test('a lead merged over several rows leads each of them, and a band across the table is a part', async () => {
    const rows = [
      NAMES,
      [{ text: 'Outcome 2: Safe children', across: 7 }],
      ['2.1', 'Open the hub', '40 families', 'May 2015', { text: 'Ann Lee', down: 'begins' }, '', ''],
      ['2.2', 'Close the gap', '10%', 'June 2015', { text: '', down: 'goes-on' }, '', ''],
      ['2.3', 'Train staff', '90%', 'July 2015', 'Bob Ray', '', ''],
    ] as const
    const reading = await readBytes(aDocx(docxTable(rows)), 'plan.docx')
    assert.deepEqual(
      reading.actions.map((action) => action.leadWords),
      ['Ann Lee', 'Ann Lee', 'Bob Ray'],
    )
    assert.deepEqual(
      reading.parts.map((part) => [part.ref, part.title]),
      [['2', 'Safe children']],
    )
    assert.ok(reading.actions.every((action) => action.part === reading.parts[0]?.id))
  })

  test('no date is read from words that were deleted or struck out, and both are kept', async () => {
    const run = (text: string, properties = '') =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
    const when = `<w:p><w:del>${run('May 2013 ')}</w:del>${run('May 2014', '<w:strike/>')}${run(' July 2015')}</w:p>`
    const table = docxTable([NAMES, ['1.1', 'Open the hub', '40 families', 'WHEN', 'Ann Lee', '', '']]).replace(
      /<w:p><w:r><w:t[^>]*>WHEN.*?<\/w:p>/,
      when,
    )
    const [action] = (await readBytes(aDocx(table), 'plan.docx')).actions
    assert.equal(action?.timescale?.text, '~~May 2013 May 2014~~ July 2015')
    assert.deepEqual(
      action?.timescale?.due.map((due) => due.on),
      ['2015-07-31'],
    )
  })

  test('the words of a footer are kept', async () => {
    const reading = await readBytes(aDocx(docxParagraph('Hub plan'), docxParagraph('Agreed in May')), 'plan.docx')
    assert.deepEqual(reading.notUnderstood, [{ text: 'Agreed in May', where: {} }])
  })

  test('a table that a page cut in two is one table', async () => {
    const body =
      docxTable([NAMES, ['1.1', 'Open the', '40 families', 'May 2015', 'Ann Lee', '', '']]) +
      docxTable([
        ['', 'hub', '', '', '', '', ''],
        ['1.2', 'Train staff', '90%', 'June 2015', 'Bob Ray', '', ''],
      ])
    const reading = await readBytes(aDocx(body), 'plan.docx')
    assert.deepEqual(
      reading.actions.map((action) => action.text),
      ['Open the hub', 'Train staff'],
    )
  })
})
