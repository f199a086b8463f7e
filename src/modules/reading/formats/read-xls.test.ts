import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { utils, write } from '@e965/xlsx'
import { patchXls } from '../old-workbook.factory.ts'
import { readBytes, wordsLost } from '../reading.factory.ts'

const NAMES = ['Ref', 'Action', 'Measure', 'Due Date', 'Lead', 'Progress Rating', 'Comments']

describe('an old Excel workbook is read', () => {
  for (const kind of ['biff8', 'biff5'] as const) {
    test(`${kind}: numbers as shown, dates, merged cells and notes`, async () => {
      const sheet = utils.aoa_to_sheet([
        NAMES,
        ['', 'Open the hub for families', '40 families', '', 'Ann Lee', 'Green', 'Begun in 5 schools'],
      ])
      sheet.A2 = { t: 'n', v: 1.1, z: '0.00' }
      sheet.D2 = { t: 'n', v: 42_094, z: 'm/d/yy', c: [{ a: 'Ann', t: 'Moved' }] }
      const book = utils.book_new(sheet, 'Plan')
      const content = new Uint8Array(write(book, { type: 'array', bookType: kind }))
      const reading = await readBytes(content, 'plan.xls')
      const [action] = reading.actions
      assert.equal(reading.source.format, 'xls')
      assert.deepEqual(
        [action?.ref, action?.timescale?.text, action?.narrative],
        ['1.10', '31 March 2015', 'Begun in 5 schools'],
      )
      assert.deepEqual(
        reading.notUnderstood.map(({ text }) => text),
        ['Note on D2: Moved'],
      )
      assert.deepEqual(wordsLost(NAMES.join(' '), reading), [])
    })
  }

  test('97: shades, struck-out words, and rules that colour cells, of which it is asked', async () => {
    const sheet = utils.aoa_to_sheet([
      NAMES,
      ['1.1', 'Open the hub for families', '40 families', '', 'Ann Lee', '', 'Begun'],
    ])
    sheet.D2 = { t: 's', v: 'May 2014', z: '0.000' }
    sheet.F2 = { t: 's', v: ' ', z: '0.0000' }
    const content = patchXls(new Uint8Array(write(utils.book_new(sheet, 'Plan'), { type: 'array', bookType: 'biff8' })))
    const reading = await readBytes(content, 'plan.xls')
    assert.equal(reading.actions[0]?.timescale?.text, '~~May 2014~~')
    assert.deepEqual(reading.actions[0]?.progressRating, { text: 'shaded green', key: 'green' })
    assert.ok(reading.findings.some(({ code }) => code === 'colours-by-rule'))
  })
})
