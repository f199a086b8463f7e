import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBytes } from '../reading.factory.ts'
import { anXlsx, type CellGiven, type SheetGiven } from '../sheets.factory.ts'

const NAMES = ['Ref', 'Action', 'Measure', 'Due Date', 'Lead', 'Progress Rating', 'Comments']
const row = (ref: CellGiven, ...rest: readonly CellGiven[]): readonly CellGiven[] => [
  ref,
  'Open the hub for families',
  '40 families',
  ...rest,
]
const plan = (...rows: SheetGiven['rows']): SheetGiven => ({ name: 'Plan', rows: [NAMES, ...rows] })
const readSheets = (...sheets: readonly SheetGiven[]) => readBytes(anXlsx(sheets), 'plan.xlsx')

describe('colours of a workbook count', () => {
  test('a shade with no word is a rating, by value, theme and tint, palette or pattern; white is none', async () => {
    const colours: readonly SheetGiven['rows'][number][] = [
      'rgb="FF00B050"',
      'theme="5"',
      'theme="4" tint="0.39997558519241921"',
      'indexed="51"',
      'rgb="FFFFFFFF"',
      'theme="0" tint="-0.249977111117893"',
    ].map((colour, index) => row(`1.${index + 1}`, 'May 2015', 'Ann Lee', { value: '', colour }))
    const reading = await readSheets(plan(...colours))
    assert.deepEqual(
      reading.actions.map((action) => action.progressRating?.key ?? null),
      ['green', 'red', 'blue', 'amber', null, 'grey'],
    )
    assert.ok(reading.findings.some(({ code, words }) => code === 'colour-without-key' && words === 'shaded green'))
  })

  test('stripes across whole rows rate nothing', async () => {
    const striped = (ref: string) =>
      [ref, 'Open the hub', '40 families', 'May 2015', 'Ann Lee', '', ''].map((value) => ({
        value,
        colour: 'rgb="FFBDD7EE"',
      }))
    const reading = await readSheets(plan(striped('1.1'), row('1.2', 'May 2015', 'Ann Lee'), striped('1.3')))
    assert.deepEqual(
      reading.actions.map((action) => action.progressRating),
      [null, null, null],
    )
  })

  for (const [where, build] of Object.entries(KEYS_AROUND())) {
    test(`a key of shaded cells beside their meaning is read: ${where}`, async () => {
      const reading = await readSheets(build())
      assert.equal(reading.actions.length, 3)
      assert.deepEqual(
        reading.ratingKey?.map(({ key, text }) => [key, text]),
        [
          ['green', 'On track'],
          ['red', 'Off track'],
        ],
      )
      assert.ok(!reading.findings.some(({ code }) => code === 'colour-without-key'))
    })
  }

  test('a rule that shades cells by their words, or by another cell’s, is worked out; of other rules it is asked', async () => {
    const fill = (colour: string) => `<dxf><fill><patternFill><bgColor rgb="${colour}"/></patternFill></fill></dxf>`
    const rule = (range: string, attributes: string, formula: string) =>
      `<conditionalFormatting sqref="${range}"><cfRule ${attributes}><formula>${formula}</formula></cfRule></conditionalFormatting>`
    const after =
      rule('F2:F9', 'type="cellIs" dxfId="0" priority="1" operator="equal"', '"Done"') +
      rule(
        'F2:F9',
        'type="containsText" dxfId="1" priority="2" operator="containsText" text="late"',
        'NOT(ISERROR(SEARCH("late",F2)))',
      ) +
      rule('F2:F9', 'type="expression" dxfId="1" priority="3"', '$G2="Stopped"') +
      rule('F2:F9', 'type="expression" dxfId="1" priority="4"', 'TODAY()&gt;$D2')
    const sheet = {
      ...plan(
        row('1.1', 'May 2015', 'Ann', 'Done'),
        row('1.2', 'May 2015', 'Ann', 'Very late'),
        row('1.3', 'May 2015', 'Ann', 'Some', 'Stopped'),
      ),
      after,
    }
    const reading = await readBytes(anXlsx([sheet], { dxfs: fill('FF00B050') + fill('FFFF0000') }), 'plan.xlsx')
    assert.deepEqual(
      reading.actions.map((action) => action.progressRating?.key),
      ['green', 'red', 'red'],
    )
    assert.equal(reading.findings.filter(({ code }) => code === 'colours-by-rule').length, 1)
  })
})

/** The same plan of three shaded ratings, with a key in four places. */
function KEYS_AROUND(): Readonly<Record<string, () => SheetGiven>> {
  const green = { value: '', colour: 'rgb="FF00B050"' }
  const red = { value: '', colour: 'rgb="FFFF0000"' }
  const rows = [
    NAMES,
    row('1.1', 'May 2015', 'Ann', green),
    row('1.2', 'May 2015', 'Ann', red),
    row('1.3', 'May 2015', 'Ann', green),
  ]
  const spare = [null, null, null, null]
  return {
    'under the table': () => ({ rows: [...rows, null, [green, 'On track'], [red, 'Off track']] }),
    'over the table': () => ({ rows: [[green, 'On track'], [red, 'Off track'], null, ...rows] }),
    'beside the table': () => ({
      rows: [
        rows[0] ?? [],
        [...(rows[1] ?? []), ...spare, green, 'On track'],
        [...(rows[2] ?? []), ...spare, red, 'Off track'],
        rows[3] ?? [],
        row('1.4', '', '', ''),
      ].slice(0, 4),
    }),
    'words in the colours': () => ({
      rows: [[{ ...green, value: 'On track' }], [{ ...red, value: 'Off track' }], null, ...rows],
    }),
  }
}
