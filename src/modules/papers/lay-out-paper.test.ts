import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { BREAK_HERE, breakLongWords } from './break-long-words.ts'
import { layOutPaper } from './lay-out-paper.ts'
import { levelHeadings } from './level-headings.ts'
import type { PaperBlock, PaperRatingBar } from './paper.ts'
import { anActionRow, aPaper, aTable } from './papers.factory.ts'
import { barInWords, segmentsOf } from './rating-bar.ts'

const coversAll = () => true
const coversAscii = (codePoint: number) => codePoint < 128

describe('long words', () => {
  test('a key held down may break anywhere', () => {
    assert.equal(breakLongWords('xxxx', 3), 'xxxx')
    assert.equal(breakLongWords('x'.repeat(21), 3), Array.from('x'.repeat(21)).join(BREAK_HERE))
  })
  test('an English word is left whole, a code is not', () => {
    assert.equal(breakLongWords('responsibilities', 8), 'responsibilities')
    assert.ok(breakLongWords('MCYPP/15/04/03', 8).includes(BREAK_HERE))
  })
  test('an address has no hidden marks, so that it can be copied', () => {
    const address = `https://example.org/${'long/'.repeat(30)}`
    assert.equal(breakLongWords(address, 10), address)
  })
  test('nothing but places to break is ever added', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 90 }), (text, fits) => {
        assert.equal(breakLongWords(text, fits).replaceAll(BREAK_HERE, ''), text.replaceAll(BREAK_HERE, ''))
      }),
    )
  })
})

describe('headings', () => {
  const levels = (given: readonly (1 | 2 | 3)[]) => levelHeadings(given.map((level) => ({ kind: 'heading', level })))
  test('a paper that starts at level 3 starts at level 1', () => {
    assert.deepEqual(
      levels([3, 3, 1, 3]).map(({ level }) => level),
      [1, 2, 1, 2],
    )
  })
  test('no heading is more than one level below the one before, and allowed ones stay', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<1 | 2 | 3>(1, 2, 3)), (given) => {
        let above = 0
        levels(given).forEach(({ level }, index) => {
          assert.ok(level <= above + 1 && level <= (given[index] ?? 0))
          above = level
        })
      }),
    )
  })
})

describe('a rating bar', () => {
  const bar: PaperRatingBar = {
    kind: 'rating-bar',
    title: 'Progress',
    counted: 'actions',
    counts: [
      { rating: { key: 'blue', name: 'Complete' }, count: 55 },
      { rating: { key: 'red', name: 'Off track' }, count: 5 },
      { rating: { key: 'grey', name: 'Not due' }, count: 0 },
    ],
    notRated: 22,
  }
  test('says its figures in words, with what they are out of', () => {
    assert.equal(barInWords(bar), 'Progress: 82 actions, of which 55 Complete, 5 Off track, 22 not rated.')
  })
  test('lists every rating, noughts too, and what nobody rated', () => {
    assert.deepEqual(
      segmentsOf(bar).map(({ count, share }) => [count, share]),
      [
        [55, '67%'],
        [5, '6%'],
        [0, '0%'],
        [22, '27%'],
      ],
    )
  })
  test('shares are rounded half up', () => {
    const halves = { ...bar, counts: [{ rating: { key: 'blue', name: 'Complete' } as const, count: 1 }], notRated: 7 }
    assert.deepEqual(
      segmentsOf(halves).map(({ share }) => share),
      ['13%', '88%'],
    )
  })
  test('nothing counted has no share, rather than none', () => {
    assert.equal(segmentsOf({ ...bar, counts: [], notRated: 0 })[0]?.share, '–')
  })
  test('a count that is no whole number is refused', () => {
    assert.throws(() => segmentsOf({ ...bar, notRated: -1 }), RangeError)
    assert.throws(() => segmentsOf({ ...bar, notRated: 1.5 }), RangeError)
  })
})

describe('a sheet', () => {
  const blocksOf = (...blocks: readonly PaperBlock[]) => layOutPaper(aPaper({ blocks }), coversAll).blocks

  test('an empty paper says so', () => {
    assert.deepEqual(blocksOf(), [{ kind: 'paragraph', lines: ['There is nothing in this paper yet.'] }])
  })
  test('a heading without words is left out', () => {
    assert.equal(blocksOf({ kind: 'heading', level: 1, text: ' \n ' })[0]?.kind, 'paragraph')
  })
  test('a heading of ten thousand characters is cut, and stands whole below', () => {
    const text = `w${'o'.repeat(10_000)}rd`
    const [heading, whole] = blocksOf({ kind: 'heading', level: 1, text })
    assert.ok(heading?.kind === 'heading' && heading.text.length < 2000 && heading.text.endsWith('…'))
    assert.ok(whole?.kind === 'paragraph')
    assert.equal(whole.lines.join('').replaceAll(BREAK_HERE, ''), text)
  })
  test('a paper without a title is called by its reference', () => {
    assert.equal(layOutPaper(aPaper({ title: ' ' }), coversAll).title, 'MCYPP 15/04/03')
  })
  test('what the typeface cannot show is owned up to at the end', () => {
    const sheet = layOutPaper(aPaper({ subtitle: '中文' }), coversAscii)
    assert.match(JSON.stringify(sheet.blocks.at(-1)), /2 times in this paper/)
  })
  test('a row that does not fit its table is refused, not cut', () => {
    assert.throws(() => blocksOf(aTable([anActionRow(1).slice(1)])), /5 cells where the table has 6 columns/)
  })
  test('a row taller than a third of a page may be cut by its end, a short one moves whole', () => {
    const [, ...rest] = anActionRow(1)
    const [table] = blocksOf(aTable([anActionRow(1), [{ text: 'word '.repeat(100) }, ...rest]]))
    assert.ok(table?.kind === 'table')
    assert.deepEqual(
      table.rows.map(({ mayBreak }) => mayBreak),
      [false, true],
    )
  })
})
