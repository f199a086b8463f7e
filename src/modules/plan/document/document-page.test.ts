import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Block, Where } from '../../reading/index.ts'
import { blocksOf, pagesOf, ROWS_PER_PAGE, rowsOf } from './document-page.ts'
import { rowFinder } from './locate-rows.ts'

const cell = (text: string, column: number) => ({ text, column, colSpan: 1, rowSpan: 1, fill: null })
const row = (where: Where, ...texts: string[]) => ({ cells: texts.map(cell), where, source: texts.join(' | ') })
const table = (rows: readonly ReturnType<typeof row>[]): Block => ({ kind: 'table', columns: 2, rows })
const line = (text: string, where: Where): Block => ({ kind: 'paragraph', text, where })

const anyWhere = fc.oneof(
  fc.record({ line: fc.nat(500) }),
  fc.record({ page: fc.nat(9), line: fc.nat(60) }),
  fc.record({ sheet: fc.constantFrom('One', 'Two'), row: fc.nat(500) }),
)
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ text: fc.string(), where: anyWhere }).map(({ text, where }) => line(text, where)),
  fc
    .array(fc.tuple(anyWhere, fc.string(), fc.string()), { minLength: 1, maxLength: 90 })
    .map((rows) => table(rows.map(([where, a, b]) => row(where, a, b)))),
)

describe('the pages of a document', () => {
  test('hold every row once, in order, and can be put together again', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 12 }), (blocks) => {
        const pages = pagesOf(blocks)
        assert.deepEqual(blocksOf(pages), blocks)
        assert.deepEqual(
          pages.flatMap(({ blocks: some, firstRow }) => rowsOf(some, firstRow)),
          rowsOf(blocks),
        )
        assert.ok(
          pages.every(({ rowCount, blocks: some }) => rowCount <= ROWS_PER_PAGE && rowCount === rowsOf(some).length),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('are named as their reader would: by page, by sheet and rows, or by lines', () => {
    const sheet = (name: string, count: number) =>
      table(Array.from({ length: count }, (_, at) => row({ sheet: name, row: at + 2 }, 'a', 'b')))
    assert.deepEqual(
      pagesOf([sheet('Actions', 70), sheet('Key', 1)]).map(({ label }) => label),
      ['Sheet Actions, rows 2 to 61', 'Sheet Actions, rows 62 to 71', 'Sheet Key, row 2'],
    )
    const printed = Array.from({ length: 80 }, (_, at) => line('words', { page: Math.floor(at / 20) + 1, line: at }))
    assert.deepEqual(
      pagesOf(printed).map(({ label }) => label),
      ['Pages 1 to 2', 'Pages 3 to 4'],
    )
    assert.deepEqual(
      pagesOf([line('a', { line: 1 }), line('b', { line: 3, endLine: 4 })]).map(({ label }) => label),
      ['Lines 1 to 4'],
    )
  })
})

describe('where an action stands in its document', () => {
  const rows = rowsOf([
    table([row({ line: 3 }, '1.1', 'Open a hub in'), row({ line: 4 }, '1.2', 'Ring each family')]),
    line('Page 2 of 9', { line: 5 }),
    table([row({ line: 6 }, '', 'every ward')]),
  ])
  const find = rowFinder(rows)

  test('is the row it was read from', () => {
    assert.deepEqual(find({ where: { line: 4, endLine: 4 }, text: '1.2 | Ring each family' }), [1])
  })

  test('is both sides of a page that cut it', () => {
    assert.deepEqual(find({ where: { line: 3, endLine: 6 }, text: '1.1 | Open a hub in\n | every ward' }), [0, 3])
  })

  test('is nowhere when nothing of the document has its place', () => {
    assert.deepEqual(find({ where: { line: 99 }, text: 'x' }), [])
  })
})
