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

describe('an Excel workbook is read', () => {
  test('rows become actions, with their sheet and row', async () => {
    const reading = await readSheets(plan(row('1.1', 'May 2015', 'Ann Lee', 'Green', 'Begun')))
    assert.equal(reading.source.format, 'xlsx')
    const [action] = reading.actions
    assert.deepEqual(
      [action?.ref, action?.text, action?.measure, action?.timescale?.text, action?.leadWords, action?.narrative],
      ['1.1', 'Open the hub for families', '40 families', 'May 2015', 'Ann Lee', 'Begun'],
    )
    assert.deepEqual(action?.where, { sheet: 'Plan', row: 2 })
    assert.equal(action?.progressRating?.key, 'green')
  })

  test('a number keeps the figures its cell shows: 1.10 is not 1.1, and 45 % is not 0.45', async () => {
    const reading = await readSheets(
      plan(row({ value: 1.1, format: '0.00' }, 'May 2015', 'Ann Lee', '', { value: 0.45, format: '0%' })),
    )
    assert.equal(reading.actions[0]?.ref, '1.10')
    assert.equal(reading.actions[0]?.narrative, '45%')
  })

  const days: readonly [string, string, string][] = [
    ['dd/mm/yyyy', '31 March 2015', '2015-03-31'],
    ['m/d/yy', '31 March 2015', '2015-03-31'],
    ['[$-409]mmmm d, yyyy;@', '31 March 2015', '2015-03-31'],
    ['mmm-yy', 'March 2015', '2015-03-31'],
    ['yyyy-mm-dd h:mm:ss', '31 March 2015', '2015-03-31'],
    ['"by" d mmm yyyy', 'by 31 March 2015', '2015-03-31'],
  ]
  for (const [format, text, due] of days) {
    test(`a day shown as ${format} is read in no country’s order`, async () => {
      const reading = await readSheets(plan(row('1.1', { value: 42_094, format }, 'Ann Lee')))
      assert.equal(reading.actions[0]?.timescale?.text, text)
      assert.deepEqual(
        reading.actions[0]?.timescale?.due.map(({ on }) => on),
        [due],
      )
    })
  }

  test('merged cells reach over rows and columns', async () => {
    const reading = await readSheets({
      ...plan(
        ['Outcome 2: Safe children'],
        row('2.1', 'May 2015', 'Ann Lee'),
        row('2.2', 'June 2015', ''),
        row('2.3', 'July 2015', 'Bob Ray'),
      ),
      merges: ['A2:G2', 'E3:E4'],
    })
    assert.deepEqual(
      reading.actions.map((action) => action.leadWords),
      ['Ann Lee', 'Ann Lee', 'Bob Ray'],
    )
    assert.deepEqual(
      reading.parts.map((part) => [part.ref, part.title]),
      [['2', 'Safe children']],
    )
  })

  test('hidden rows, columns and sheets are read, and said', async () => {
    const reading = await readSheets(
      {
        ...plan(row('1.1', 'May 2015', 'Ann Lee'), row('1.2', 'June 2015', 'Bob Ray', 'Green', 'Secret')),
        hiddenRows: [3],
        hiddenColumns: [7],
      },
      { name: 'Old', state: 'hidden', rows: [NAMES, row('9.1', 'May 2014', 'Cy Day')] },
    )
    assert.deepEqual(
      reading.actions.map((action) => action.ref),
      ['1.1', '1.2', '9.1'],
    )
    const said = reading.findings.filter(({ code }) => code.startsWith('hidden-')).map(({ message }) => message)
    assert.equal(said.length, 3)
    assert.match(said.join('\n'), /row 3 is hidden[\s\S]*column G is hidden[\s\S]*“Old” is hidden/)
  })

  test('each of several sheets is named, and its actions stand under it', async () => {
    const reading = await readSheets(
      { ...plan(row('1.1', 'May 2015', 'Ann Lee')), name: 'Be healthy' },
      { ...plan(row('2.1', 'May 2015', 'Ann Lee')), name: 'Be safe' },
    )
    assert.deepEqual(
      reading.parts.map((part) => part.title),
      ['Be healthy', 'Be safe'],
    )
    assert.deepEqual(
      reading.actions.map((action) => action.part),
      reading.parts.map((part) => part.id),
    )
  })

  test('text over and under a table, and blank rows in it, do not disturb it', async () => {
    const reading = await readSheets({
      rows: [
        [{ value: 'Harbour delivery plan 2015/16', isBold: true }],
        ['Agreed by the board'],
        null,
        [...NAMES].map((value) => ({ value, isBold: true })),
        row('1.1', 'May 2015', 'Ann Lee'),
        null,
        row('1.2', 'June 2015', 'Bob Ray'),
        null,
        ['Questions go to the office'],
      ],
    })
    assert.equal(reading.title, 'Harbour delivery plan 2015/16')
    assert.deepEqual(
      reading.actions.map((action) => action.ref),
      ['1.1', '1.2'],
    )
    assert.deepEqual(
      reading.notUnderstood.map(({ text }) => text),
      ['Agreed by the board', 'Questions go to the office'],
    )
  })

  test('references of two figures are no years, and a plan of seventy rows stays one plan', async () => {
    const rows = Array.from({ length: 75 }, (_, at) => [
      at + 1,
      'Open the hub',
      '40 families',
      'May 2015',
      'Ann',
      '',
      10,
    ])
    const reading = await readSheets(plan(...rows))
    assert.equal(reading.actions.length, 75)
  })

  test('a table of something else under the plan is no part of it', async () => {
    const reading = await readSheets({
      rows: [
        NAMES,
        row('1.1', 'May 2015', 'Ann Lee', 'Green'),
        row('1.2', 'June 2015', 'Bob Ray', 'Green'),
        null,
        ['Risk', 'Likelihood', 'Severity'].map((value) => ({ value, isBold: true })),
        ['Staff leave the service', 'Possible', 'Severe'],
      ],
    })
    assert.deepEqual(
      reading.actions.map((action) => action.ref),
      ['1.1', '1.2'],
    )
  })

  test('notes on cells, text boxes and the printed page’s header are kept', async () => {
    const reading = await readSheets({
      ...plan(row('1.1', 'May 2015', 'Ann Lee')),
      notes: { D2: 'Moved from April' },
      box: 'Delivered together',
      after:
        '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Harbour partnership&amp;RPage &amp;P of &amp;N</oddHeader></headerFooter>',
    })
    assert.deepEqual(
      reading.notUnderstood.map(({ text }) => text),
      ['Note on D2: Moved from April', 'Delivered together', 'Harbour partnership', 'Page of'],
    )
  })

  test('struck-out words give no date, whether all of the cell or a piece of it', async () => {
    const runs = '<r><rPr><strike/></rPr><t>May 2014</t></r><r><t xml:space="preserve"> July 2015</t></r>'
    const reading = await readSheets(
      plan(row('1.1', { value: '', runs }, 'Ann Lee'), row('1.2', { value: 'May 2014', isStruck: true }, 'Ann Lee')),
    )
    assert.deepEqual(
      reading.actions.map((action) => action.timescale?.text),
      ['~~May 2014~~ July 2015', '~~May 2014~~'],
    )
    assert.deepEqual(
      reading.actions.map((action) => action.timescale?.due.map(({ on }) => on)),
      [['2015-07-31'], []],
    )
  })

  test('a formula is read by the value kept beside it, and asked about where none is', async () => {
    const reading = await readSheets(
      plan(row('1.1', { value: 'May 2015', formula: 'A1&B1' }, { value: '', formula: 'Leads!A1' })),
    )
    assert.equal(reading.actions[0]?.timescale?.text, 'May 2015')
    assert.equal(reading.actions[0]?.leadWords, '=Leads!A1')
    assert.ok(reading.findings.some(({ code }) => code === 'formula-without-value'))
  })

  test('macros and values from other files are said', async () => {
    const types =
      '<Override ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/externalLinks/externalLink1.xml"/>'
    const reading = await readBytes(anXlsx([plan(row('1.1', 'May 2015', 'Ann Lee'))], { types }), 'plan.xlsm')
    assert.equal(reading.actions.length, 1)
    assert.deepEqual(
      reading.findings.slice(0, 2).map(({ code }) => code),
      ['macros-ignored', 'values-from-other-files'],
    )
  })
})
