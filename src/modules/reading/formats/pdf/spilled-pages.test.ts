import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBytes, wordsLost } from '../../reading.factory.ts'
import { escapeMarkup, printPdf } from './printed.factory.ts'
import { inventedActions, PRINTED_NAMES, printedFields } from './printed-plan.factory.ts'

const ACTIONS = inventedActions(18).map((action) => [action.ref, action.text, action.measure, action.when, action.lead])
const WIDTHS = ['1.5cm', '8cm', '7cm', '4cm', '5cm']
/** In points: as many as the tallest cell of a row needs, and none the same all the way down. */
const HEIGHTS = ACTIONS.map((_, at) => 62 + 9 * ((at * 5) % 4))

type Sheet = {
  readonly names: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly heights: readonly number[]
  /** the columns that each group of pages has */
  readonly groups: readonly (readonly number[])[]
  readonly perPage: number
  readonly order: 'down' | 'over'
  readonly isRuled: boolean
  /** how much lower the rows of the further groups stand */
  readonly lower?: number
  readonly repeats?: boolean
  readonly footer?: boolean
}

/** A sheet that is too wide for its paper, as a spreadsheet prints it. */
function printedSheet(sheet: Sheet): Uint8Array {
  const starts = Array.from({ length: Math.ceil(sheet.rows.length / sheet.perPage) }, (_, at) => at * sheet.perPage)
  const pages =
    sheet.order === 'down'
      ? sheet.groups.flatMap((columns, group) => starts.map((from) => ({ from, columns, group })))
      : starts.flatMap((from) => sheet.groups.map((columns, group) => ({ from, columns, group })))
  const body = pages.map(({ from, columns, group }) => {
    const isNamed = from === 0 || sheet.repeats === true
    const heights = sheet.heights.slice(from, from + sheet.perPage).map((height) => `${height}pt`)
    const cells = [...(isNamed ? [sheet.names] : []), ...sheet.rows.slice(from, from + sheet.perPage)]
      .flatMap((row) => columns.map((column) => `[${escapeMarkup(row[column] ?? '')}]`))
      .join(', ')
    const shift = group > 0 && sheet.lower ? `#v(${sheet.lower}pt)\n` : ''
    return `${shift}#table(columns: (${columns.map((column) => WIDTHS[column] ?? '4cm').join(', ')}), rows: (${[
      ...(isNamed ? ['24pt'] : []),
      ...heights,
    ].join(', ')}), stroke: ${sheet.isRuled ? '0.5pt' : 'none'}, ${cells})`
  })
  const footer = sheet.footer ? ', footer: [Ashvale plan #h(1fr) Page #context counter(page).display()]' : ''
  return printPdf(body.join('\n#pagebreak()\n'), `width: 21cm, height: 18cm, margin: 1.5cm${footer}`)
}

const SHEET: Sheet = {
  names: PRINTED_NAMES,
  rows: ACTIONS,
  heights: HEIGHTS,
  groups: [
    [0, 1, 2],
    [3, 4],
  ],
  perPage: 4,
  order: 'down',
  isRuled: true,
}
const asked = (reading: Awaited<ReturnType<typeof readBytes>>) =>
  reading.findings.filter(({ code }) => code === 'columns-on-other-pages').map(({ message }) => message)

describe('a sheet printed over several pages comes back row by row', () => {
  for (const order of ['down', 'over'] as const)
    for (const isRuled of [true, false])
      for (const footer of [false, true]) {
        test(`${order} first, ${isRuled ? 'with' : 'without'} rules, ${footer ? 'with' : 'without'} footers`, async () => {
          const reading = await readBytes(printedSheet({ ...SHEET, order, isRuled, footer }), 'plan.pdf')
          assert.deepEqual(reading.actions.map(printedFields), ACTIONS)
          const pages = order === 'down' ? ['6 to 10', '1 to 5'] : ['2, 4, 6, 8 and 10', '1, 3, 5, 7 and 9']
          assert.deepEqual(asked(reading), [
            `“Timescale” and “Lead” stand on pages ${pages[0]}, beside the rows of pages ${pages[1]}, and were put together with them by where the rows stand. Is each row whole?`,
          ])
        })
      }

  test('names that come back on every page, and three groups of columns', async () => {
    for (const order of ['down', 'over'] as const) {
      const groups = [[0, 1], [2, 3], [4]]
      const reading = await readBytes(printedSheet({ ...SHEET, order, groups, repeats: true }), 'plan.pdf')
      assert.deepEqual(reading.actions.map(printedFields), ACTIONS, order)
    }
  })

  test('a last column alone on its pages, whose name nobody knows, is told by the heights of its rows', async () => {
    const names = [...PRINTED_NAMES, 'Ward steward']
    const rows = ACTIONS.map((row, at) => [...row, `Steward ${at}`])
    const groups = [[0, 1, 2], [5]]
    const reading = await readBytes(printedSheet({ ...SHEET, names, rows, groups }), 'plan.pdf')
    assert.deepEqual(
      reading.actions.map((action) => [action.text, action.others?.map(({ text }) => text)]),
      rows.map((row) => [row[1], [row[5]]]),
    )
    assert.match(asked(reading)[0] ?? '', /^The last columns of a table stand on pages 6 to 10/)
  })
})

describe('columns on other pages whose rows cannot be told', () => {
  for (const isRuled of [true, false]) {
    test(`are named and listed, never lost nor guessed, ${isRuled ? 'with' : 'without'} rules`, async () => {
      const sheet = { ...SHEET, rows: ACTIONS.slice(0, 8), isRuled, lower: 17 }
      const reading = await readBytes(printedSheet(sheet), 'plan.pdf')
      assert.deepEqual(asked(reading), [
        '“Timescale” and “Lead” on pages 3 and 4 seem to go with the actions of pages 1 and 2, but which row goes with which could not be told. The words are listed as not understood. Choose the spreadsheet itself, or print it one page wide.',
      ])
      assert.deepEqual(
        reading.actions.map((action) => printedFields(action).slice(0, 3)),
        sheet.rows.map((row) => row.slice(0, 3)),
      )
      assert.deepEqual(wordsLost(sheet.rows.flat().join(' '), reading), [])
    })
  }
})

describe('tables that only look like the last columns of another stay themselves', () => {
  test('a table that goes on down its pages, with rows of one height', async () => {
    const sheet = { ...SHEET, heights: HEIGHTS.map(() => 88), groups: [[0, 1, 2]], repeats: true }
    for (const repeats of [true, false]) {
      const reading = await readBytes(printedSheet({ ...sheet, repeats }), 'plan.pdf')
      assert.deepEqual(asked(reading), [])
      assert.equal(reading.actions.length, ACTIONS.length)
    }
  })

  test('another table of as many rows as high on the next page', async () => {
    const table = (names: readonly string[], widths: string, rows: readonly (readonly string[])[]) =>
      `#table(columns: (${widths}), rows: (24pt, 40pt, 40pt, 40pt), stroke: 0.5pt, ${[names, ...rows]
        .flat()
        .map((text) => `[${escapeMarkup(text)}]`)
        .join(', ')})`
    const actions = table(['Ref', 'Action', 'Lead'], '2cm, 8cm, 4cm', [
      ['1.1', 'Open the hub in each ward', 'Ann Lee'],
      ['1.2', 'Train the staff of each hub', 'Bob Ray'],
      ['1.3', 'Write to every family', 'Ann Lee'],
    ])
    const contacts = table(['Name', 'Role', 'Email'], '5cm, 4cm, 5cm', [
      ['Ann Lee', 'Head of hubs', 'ann@ashvale.example'],
      ['Bob Ray', 'Head of schools', 'bob@ashvale.example'],
      ['Cy Poe', 'Clerk', 'cy@ashvale.example'],
    ])
    const reading = await readBytes(printPdf(`${actions}\n#pagebreak()\n${contacts}`), 'plan.pdf')
    assert.deepEqual(asked(reading), [])
    assert.equal(reading.actions.length, 3)
    assert.equal(reading.tables?.length, 1)
  })
})
