import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { bytesOf, readBytes, wordsLost } from './reading.factory.ts'
import { anOds, anXlsx, encodeAs, encodeWide, odsTable } from './sheets.factory.ts'

type Rows = readonly (readonly string[])[]

/** Every way a sheet of words may be kept. */
const KEPT: readonly (readonly [string, (rows: Rows) => Uint8Array])[] = [
  ['plan.xlsx', (rows) => anXlsx([{ name: 'Plan', rows }])],
  ['plan.xls', oldWorkbook],
  ['plan.ods', (rows) => anOds({ body: odsTable('Plan', rows) })],
  ['plan.csv', (rows) => bytesOf(separated(rows, ','))],
  ['plan.csv', (rows) => encodeAs('windows-1252', separated(rows, ';'))],
  ['plan.csv', (rows) => encodeAs('macintosh', separated(rows, '|'))],
  ['plan.csv', (rows) => encodeWide(`\ufeff${separated(rows, '\t')}`, 'big')],
  ['plan.tsv', (rows) => encodeWide(`\ufeff${separated(rows, '\t')}`, 'little')],
]
const NAMES = ['Ref', 'Action', 'Measure', 'Timescale', 'Lead']
const word = fc.constantFrom(
  'children',
  'families',
  'review',
  'hub',
  'schools',
  '10%',
  '=sum(1)',
  '&',
  'a;b',
  'c|d',
  "'quoted'",
  '“said”',
  '£5',
)
const phrase = (least: number) => fc.array(word, { minLength: least, maxLength: 9 }).map((words) => words.join(' '))
const action = fc.record({
  text: phrase(4).map((text) => `open ${text}`),
  measure: phrase(1),
  when: fc.constantFrom('May 2014', 'Quarterly Oct & Jan', 'Ongoing'),
  lead: fc.constantFrom('Hub group Ann Lee', 'Ann Lee/Bob Ray'),
})
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  phrase(1),
  fc.constantFrom('Action', 'Measure', 'Lead', 'Aim 2: Be well', '1.2', 'Green', 'Notes'),
)

describe('sheets lose nothing', () => {
  test('actions come back the same from every kind of sheet and of separated values', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(action, { minLength: 2, maxLength: 9 }),
        fc.constantFrom(...KEPT),
        async (actions, [name, keep]) => {
          const rows = actions.map(({ text, measure, when, lead }, at) => [`1.${at + 11}`, text, measure, when, lead])
          const reading = await readBytes(keep([NAMES, ...rows]), name)
          assert.deepEqual(
            reading.actions.map(({ ref, text, measure, timescale, leadWords }) => [
              ref,
              text,
              measure,
              timescale?.text,
              leadWords,
            ]),
            rows,
          )
          assert.deepEqual(wordsLost([NAMES, ...rows].flat().join('\n'), reading), [])
        },
      ),
      { numRuns: 120 },
    )
  })

  test('whatever stands on a sheet, and wherever, every word of it is kept', async () => {
    const grid = fc.array(fc.oneof(fc.constant([]), fc.array(cell, { maxLength: 7 })), { maxLength: 14 })
    await fc.assert(
      fc.asyncProperty(grid, fc.constantFrom(...KEPT), async (rows, [name, keep]) => {
        const whole = [['Plan of the hub'], ...rows]
        assert.deepEqual(wordsLost(whole.flat().join('\n'), await readBytes(keep(whole), name)), [])
      }),
      { numRuns: 250 },
    )
  })
})

function separated(rows: Rows, separator: string): string {
  return rows.map((row) => row.map((text) => `"${text}"`).join(separator)).join('\r\n')
}

function oldWorkbook(rows: Rows): Uint8Array {
  return new Uint8Array(
    write(utils.book_new(utils.aoa_to_sheet(rows.map((row) => [...row])), 'Plan'), {
      type: 'array',
      bookType: 'biff8',
    }),
  )
}
