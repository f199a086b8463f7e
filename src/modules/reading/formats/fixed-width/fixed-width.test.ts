import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { bytesOf, readText, wordsLost } from '../../reading.factory.ts'
import { inventedActions, PRINTED_NAMES, printedFields } from '../pdf/printed-plan.factory.ts'
import { readBlocks } from '../read-blocks.ts'
import { typedTable } from './typed.factory.ts'

const ACTIONS = inventedActions(30)
const ROWS = ACTIONS.map((action) => [action.ref, action.text, action.measure, action.when, action.lead])
const WIDTHS = [5, 34, 28, 14, 20]

describe('a table typed with blanks comes back action by action', () => {
  for (const between of [1, 2, 4]) {
    for (const apart of [0, 1]) {
      test(`${between} blanks between columns, ${apart} lines between rows`, async () => {
        const lines = typedTable({ names: PRINTED_NAMES, widths: WIDTHS, rows: ROWS, between, apart })
        const reading = await readText(lines.join('\n'))
        assert.deepEqual(reading.actions.map(printedFields), ROWS)
        assert.deepEqual(wordsLost(lines.join('\n'), reading), [])
      })
    }
  }

  test('without references, rows begin where columns begin again', async () => {
    const rows = ROWS.map((row) => row.slice(1))
    const lines = typedTable({ names: PRINTED_NAMES.slice(1), widths: WIDTHS.slice(1), rows, between: 3, apart: 0 })
    const reading = await readText(lines.join('\n'))
    const whole = reading.actions.filter(
      (action, at) => JSON.stringify(printedFields(action).slice(1)) === JSON.stringify(rows[at]),
    )
    assert.equal(reading.actions.length, rows.length)
    assert.ok(whole.length >= 0.95 * rows.length, `${whole.length} of ${rows.length} are whole`)
  })

  test('page ends, page numbers and footers in the middle of a row change nothing', async () => {
    const lines = typedTable({ names: PRINTED_NAMES, widths: WIDTHS, rows: ROWS, between: 3, apart: 0 })
    const [names = '', ...body] = lines
    const paged: string[] = [names]
    for (const [at, line] of body.entries()) {
      if (at > 0 && at % 23 === 0) {
        const page = at / 23
        paged.push('', 'Plan for children in Ashvale, agreed by the board', `${' '.repeat(40)}${page}`, `\f${line}`)
      } else paged.push(line)
    }
    const reading = await readText(paged.join('\n'))
    assert.deepEqual(reading.actions.map(printedFields), ROWS)
    assert.deepEqual(wordsLost(paged.join('\n'), reading), [])
  })

  for (const number of ['Page 1', '1', '- 1 -', 'Page 1 of 2']) {
    test(`a row after a page whose number stands nowhere else is read: ${number}`, async () => {
      const names = ['Priority', ...PRINTED_NAMES, 'Status']
      const rows = ROWS.slice(0, 7).map((row, at) => [at === 0 ? 'Homes are warm' : '', ...row, ''])
      const lines = typedTable({ names, widths: [18, ...WIDTHS, 6], rows, between: 3, apart: 1 })
      const cut = lines.findIndex((line) => line.includes(` ${ROWS[6]?.[0]} `))
      const page = ['', `${' '.repeat(60)}${number}`, '\f']
      const paged = [...lines.slice(0, cut), ...page, ...lines.slice(cut)].join('\n')
      const reading = await readText(paged)
      assert.deepEqual(reading.actions.map(printedFields), ROWS.slice(0, 7))
      assert.ok(reading.recognised?.some(({ as, text }) => as === 'page-furniture' && text === number))
    })
  }

  test('a number at the end of a page that is the end of a cell stays in its cell', async () => {
    const rows = [
      ...ROWS.slice(0, 4),
      ['9.9', 'Reach families with none, by stage 1', '9 in 10', 'May 2027', 'Ann Lee'],
    ]
    const lines = typedTable({ names: PRINTED_NAMES, widths: WIDTHS, rows, between: 3, apart: 0 })
    assert.match(lines.at(-1) ?? '', /^\s+1$/)
    const next = ROWS.slice(4, 9)
    const paged = [
      ...lines,
      '\f',
      ...typedTable({ names: PRINTED_NAMES, widths: WIDTHS, rows: next, between: 3, apart: 0 }),
    ]
    const reading = await readText(paged.join('\n'))
    assert.deepEqual(reading.actions.map(printedFields), [...rows, ...next])
  })

  test('an aim that fits in a column’s width, or stands between two pages, still heads its actions', async () => {
    const names = ['What we will do', 'Who', 'By when', 'How we will know']
    const row = ({ text, lead, when, measure }: (typeof ACTIONS)[number]) => [text, lead, when, measure]
    const tableOf = (actions: typeof ACTIONS, withNames: boolean) => {
      const typed = typedTable({ names, widths: [36, 24, 18, 30], rows: actions.map(row), between: 3, apart: 1 })
      return withNames ? typed : typed.slice(1)
    }
    const [first, second] = [ACTIONS.slice(0, 6), ACTIONS.slice(6, 12)]
    const [head = '', ...body] = tableOf(first, true)
    const pageEnd = ['', `${' '.repeat(50)}Page 1`, '\f']
    const lines = [head, '', 'Aim 1: Homes are warm and safe', '', ...body, '', 'Aim 2: Bills are paid', ...pageEnd]
    const reading = await readText([...lines, ...tableOf(second, false)].join('\n'))
    assert.deepEqual(
      reading.parts.map((part) => [part.ref, part.title]),
      [
        ['1', 'Homes are warm and safe'],
        ['2', 'Bills are paid'],
      ],
    )
    assert.deepEqual(
      reading.actions.map((action) => [action.text, action.part]),
      [...first.map(({ text }) => [text, 'p1']), ...second.map(({ text }) => [text, 'p2'])],
    )
  })

  test('names that a narrow column cut in two are mended', async () => {
    const names = ['What we will do', 'Led by', 'Timescale', 'Measure', 'Shared Outcome']
    const rows = ACTIONS.map((action) => [action.text, action.lead, action.when, action.measure, 'SO2,SO3,SO5'])
    const lines = typedTable({ names, widths: [40, 18, 8, 24, 6], rows, between: 3, apart: 1 })
    assert.match(lines.slice(0, 3).join('\n'), /Timescal .*\n.*\be\b/)
    const reading = await readText(lines.join('\n'))
    assert.equal(reading.actions.length, rows.length)
    assert.deepEqual(
      reading.actions.map((action) => [action.text, action.leadWords, action.measure]),
      ACTIONS.map((action) => [action.text, action.lead, action.measure]),
    )
  })
})

describe('text that is no table stays text', () => {
  const word = fc.constantFrom(
    'children',
    'and',
    'families',
    'the',
    'hub',
    'in',
    'Care',
    'with',
    'action',
    'review',
    '2026',
    'a',
  )
  const sentence = fc.array(word, { minLength: 3, maxLength: 40 }).map((words) => `${words.join(' ')}.`)
  const blank = fc.constantFrom(' ', ' ', ' ', ' ', '  ')
  const prose = fc
    .array(fc.tuple(sentence, blank), { minLength: 1, maxLength: 30 })
    .map((pieces) => wrapAt(pieces.map(([text, gap]) => text + gap).join(''), 78))
  const poem = fc
    .array(fc.tuple(fc.nat(12), fc.array(word, { minLength: 2, maxLength: 7 })), { minLength: 4, maxLength: 40 })
    .map((lines) => lines.map(([indent, words]) => ' '.repeat(indent) + words.join(' ')).join('\n'))
  const address = fc
    .array(fc.tuple(word, fc.nat(40)), { minLength: 3, maxLength: 6 })
    .map((lines) => lines.map(([name, number]) => `${' '.repeat(50)}${number} ${name} Street`).join('\n'))
  const list = fc
    .array(fc.tuple(fc.constantFrom('-', '•', '1.', 'a)', '2.1'), sentence), { minLength: 2, maxLength: 20 })
    .map((items) => items.map(([marker, text]) => `  ${marker}   ${text}`).join('\n'))
  const code = fc
    .array(fc.tuple(fc.nat(4), word, fc.boolean()), { minLength: 3, maxLength: 30 })
    .map((lines) =>
      lines
        .map(([indent, name, note]) => `${'  '.repeat(indent)}${name}(x)${note ? '    // see note' : ''}`)
        .join('\n'),
    )
  const letter = fc.tuple(address, prose, list, poem, code).map((pieces) => pieces.join('\n\n'))

  test('prose, poems, addresses, lists and programs hold no table', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(prose, poem, address, list, code, letter), async (text) => {
        const read = await readBlocks('letter.txt', bytesOf(text), () => {})
        assert.ok(read.ok)
        assert.deepEqual(
          read.value.blocks.filter((block) => block.kind === 'table'),
          [],
        )
      }),
      { numRuns: 400 },
    )
  })
})

describe('columns that a careless extraction mixed are refused', () => {
  const words = 'open the hub for families and tell parents of it'
  test('names under one another, and cells after them', async () => {
    const text = `Our plan\n\nAction\nWho\n\nOpen the hub\nfor families\n\nAnn Lee\n\nWhen\nMeasure\nMay 2027\n40 families\n${words}`
    const reading = await readText(text)
    assert.deepEqual(reading.actions, [])
    const said = reading.findings.filter((finding) =>
      ['columns-interleaved', 'no-actions-found'].includes(finding.code),
    )
    assert.deepEqual(
      said.map((finding) => [finding.code, finding.where?.line]),
      [['columns-interleaved', 3]],
    )
    assert.deepEqual(wordsLost(text, reading), [])
  })

  test('names on one line with single blanks, and lines of mixed cells', async () => {
    const text = `Our plan\n\nAction Measure Timescale Lead\nOpen the hub 40 families May 2027 Ann\nfor families each term Lee\n- ${words}`
    const reading = await readText(text)
    assert.deepEqual(reading.actions, [])
    assert.ok(reading.findings.some((finding) => finding.code === 'columns-interleaved'))
  })

  test('a list that speaks of actions and outcomes is no mixed table', async () => {
    const reading = await readText(`Contents\n\nActions\nOutcomes\nOwners of this plan\n\n${words}`)
    assert.ok(!reading.findings.some((finding) => finding.code === 'columns-interleaved'))
  })
})

function wrapAt(text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(?: +|$)`, 'g'), '$1\n')
}
