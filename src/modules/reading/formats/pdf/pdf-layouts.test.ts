import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Block } from '../../blocks.ts'
import { readBytes, wordsLost } from '../../reading.factory.ts'
import { readBlocks } from '../read-blocks.ts'
import { escapeMarkup, printedTable, printPdf, type TableStyle } from './printed.factory.ts'
import { inventedActions, PRINTED_NAMES, PRINTED_WIDTHS, printedFields } from './printed-plan.factory.ts'

const GRID: TableStyle = { stroke: 'grid' }
const ROWS = inventedActions(26).map((action) => [action.ref, action.text, action.measure, action.when, action.lead])

async function blocksOf(pdf: Uint8Array): Promise<readonly Block[]> {
  const read = await readBlocks('plan.pdf', pdf, () => {})
  assert.ok(read.ok)
  return read.value.blocks
}

describe('tables of a PDF', () => {
  test('a filled cell with no word is a rating, and stripes are none', async () => {
    const fills = ['00B050', 'FF0000', 'FFC000', 'F2F2F2']
    const rows = fills.map((fill, at) => [`1.${at + 1}`, 'Open a family hub in each ward', { text: '', fill }])
    const table = printedTable({ widths: ['2cm', '8cm', '2cm'], names: ['Ref', 'Action', 'RAG'], rows, style: GRID })
    const reading = await readBytes(printPdf(table), 'plan.pdf')
    assert.deepEqual(
      reading.actions.map((action) => action.progressRating?.key ?? null),
      ['green', 'red', 'amber', null],
    )
  })

  test('a coloured circle in an empty cell is a rating', async () => {
    const circle = (fill: string) => `[#circle(radius: 4pt, fill: rgb("${fill}"))]`
    const body = `#table(columns: (2cm, 8cm, 2cm), [Ref], [Action], [RAG], [1.1], [Open a hub in each ward], ${circle('00B050')},
      [1.2], [Close the gap in each ward], ${circle('FF0000')})`
    const reading = await readBytes(printPdf(body), 'plan.pdf')
    assert.deepEqual(
      reading.actions.map((action) => action.progressRating?.key ?? null),
      ['green', 'red'],
    )
  })

  test('a lead merged over two rows leads both, and a band across the table is a part', async () => {
    const rows = [
      [{ text: 'Outcome 2: Safe children', colSpan: 5 }],
      ['2.1', 'Open the hub', '40 families', 'May 2027', { text: 'Ann Lee', rowSpan: 2 }],
      ['2.2', 'Close the gap', '10%', 'June 2027'],
      ['2.3', 'Train staff', '90%', 'July 2027', 'Bob Ray'],
    ]
    const pdf = printPdf(printedTable({ widths: PRINTED_WIDTHS, names: PRINTED_NAMES, rows, style: GRID }))
    const reading = await readBytes(pdf, 'plan.pdf')
    assert.deepEqual(
      reading.actions.map((action) => [action.ref, action.leadWords]),
      [
        ['2.1', 'Ann Lee'],
        ['2.2', 'Ann Lee'],
        ['2.3', 'Bob Ray'],
      ],
    )
    assert.deepEqual(
      reading.parts.map((part) => [part.ref, part.title]),
      [['2', 'Safe children']],
    )
  })

  for (const turned of [90, 270]) {
    test(`a table printed sideways, turned by ${turned} degrees, is read upright`, async () => {
      const rows = ROWS.slice(0, 8)
      const table = printedTable({
        widths: ['2cm', '7cm', '6cm', '3cm', '4cm'],
        names: PRINTED_NAMES,
        rows,
        style: GRID,
      })
      const pdf = printPdf(
        `#rotate(${turned}deg, reflow: true)[#box(width: 22cm)[${table}]]`,
        'paper: "a4", margin: 2cm',
      )
      const reading = await readBytes(pdf, 'plan.pdf')
      assert.deepEqual(reading.actions.map(printedFields), rows)
    })
  }

  for (const style of [GRID, { stroke: 'none' }] as const) {
    test(`headers, footers and page numbers in the middle of rows change nothing, lines: ${style.stroke}`, async () => {
      const table = printedTable({
        widths: PRINTED_WIDTHS,
        names: PRINTED_NAMES,
        rows: ROWS,
        style: { ...style, repeats: false },
      })
      const page =
        'width: 29.7cm, height: 10cm, margin: 2cm, header: [Ashvale partnership, draft for the board], footer: [Plan 2026 #h(1fr) #context counter(page).display()]'
      const pdf = printPdf(table, page)
      const reading = await readBytes(pdf, 'plan.pdf')
      assert.deepEqual(reading.actions.map(printedFields), ROWS)
      assert.ok(reading.recognised?.some(({ as, text }) => as === 'page-furniture' && text.startsWith('Ashvale')))
      assert.ok(!reading.notUnderstood.some(({ text }) => text.includes('Ashvale')))
    })
  }

  test('each action says its page and line', async () => {
    const table = printedTable({ widths: PRINTED_WIDTHS, names: PRINTED_NAMES, rows: ROWS, style: GRID })
    const reading = await readBytes(printPdf(table), 'plan.pdf')
    assert.deepEqual(reading.actions[0]?.where, { page: 1, line: 2, endLine: 3 })
    assert.ok((reading.actions.at(-1)?.where.page ?? 0) > 1)
  })
})

describe('text of a PDF', () => {
  const sentence =
    'Children and families of the borough told us what helps them, and this plan says what we will do about it together.'

  test('headings stand by their size, lists by their marks, and lines of a paragraph are joined', async () => {
    const body = `= Our plan 2026\n== Priority 1: Safe at home\n${sentence} ${sentence} ${sentence}\n\n- Open the hub\n- Train the staff`
    const blocks = await blocksOf(printPdf(body))
    assert.deepEqual(
      blocks.map((block) => [
        block.kind,
        block.kind === 'heading' ? block.depth : null,
        block.kind === 'table' ? '' : block.text,
      ]),
      [
        ['heading', 1, 'Our plan 2026'],
        ['heading', 2, 'Priority 1: Safe at home'],
        ['paragraph', null, `${sentence} ${sentence} ${sentence}`],
        ['item', null, 'Open the hub'],
        ['item', null, 'Train the staff'],
      ],
    )
  })

  test('two columns of text are read one after the other', async () => {
    const first = Array.from({ length: 12 }, (_, at) => `Left ${at} ${sentence}`).join(' ')
    const second = Array.from({ length: 12 }, (_, at) => `Right ${at} ${sentence}`).join(' ')
    const blocks = await blocksOf(printPdf(`#columns(2)[${first} #colbreak() ${second}]`))
    const text = blocks.flatMap((block) => (block.kind === 'table' ? ['TABLE'] : [block.text])).join(' ')
    assert.equal(text, `${first} ${second}`)
  })

  test('a word cut by a hyphen is mended when the whole word stands elsewhere, and else keeps its hyphen', async () => {
    const body =
      'partnership and care\n\n#box(width: 3cm)[the strong partner#linebreak()ship]\n\nwell#sym.hyph#linebreak()being\n\npartner#sym.hyph#linebreak()ship'
    const blocks = await blocksOf(printPdf(body))
    const text = blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text])).join(' ')
    assert.match(text, /well.being/)
    assert.match(text, /partnership$/)
  })

  test('no word is lost, whatever the table is drawn like and wherever pages cut', async () => {
    const word = fc.constantFrom(
      'hub',
      'Families',
      'of',
      'care-leavers',
      '10%',
      '(2026)',
      'naïve',
      '£40',
      'A&E',
      'well-being',
    )
    const words = fc.array(word, { minLength: 1, maxLength: 16 }).map((each) => each.join(' '))
    const row = fc.tuple(words, words, words, words)
    const style = fc.constantFrom<TableStyle>(
      GRID,
      { stroke: 'none' },
      { stroke: 'across' },
      { stroke: 'down' },
      { stroke: 'none', shades: 'zebra' },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), words, style, async (rows, prose, drawn) => {
        const table = printedTable({
          widths: ['1fr', '1fr', '4cm', '3cm'],
          names: ['Action', 'Measure', 'When', 'Who'],
          rows,
          style: drawn,
        })
        const pdf = printPdf(
          `= ${escapeMarkup(prose)}\n\n${escapeMarkup(prose)}\n\n${table}\n\n${escapeMarkup(prose)}`,
          'width: 29.7cm, height: 12cm, margin: 2cm',
        )
        const source = [prose, prose, prose, 'Action Measure When Who', ...rows.flat()].join(' ')
        assert.deepEqual(wordsLost(source, await readBytes(pdf, 'plan.pdf')), [])
      }),
      { numRuns: 40 },
    )
  })
})
