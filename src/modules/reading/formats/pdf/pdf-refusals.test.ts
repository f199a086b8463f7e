import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readDocument } from '../../read-document.ts'
import { readInChild } from '../../read-in-child.ts'
import { readBytes } from '../../reading.factory.ts'
import { aPdf, drawnPages, packedPdf, SCAN, shown } from './drawn.factory.ts'
import { LOCKED_FOR_CHANGE, LOCKED_FOR_READING } from './locked.factory.ts'
import { listPages } from './page-findings.ts'

describe('a PDF that cannot be read is refused in one sentence', () => {
  const cases: [string, Uint8Array, string, RegExp][] = [
    ['scanned pages', aPdf(drawnPages([SCAN, SCAN])), 'no-text', /has no text: its pages are pictures/],
    ['blank pages', aPdf(drawnPages(['', ''])), 'no-text', /has no text: its pages are blank/],
    ['a PDF with a password', LOCKED_FOR_READING, 'encrypted', /is protected by a password/],
    ['half a file', aPdf(drawnPages([shown('Our plan')])).slice(0, 200), 'damaged', /cannot be opened as a PDF/],
    [
      'pages that hold themselves',
      aPdf([
        [1, '<< /Type /Catalog /Pages 2 0 R >>'],
        [2, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'],
      ]),
      'damaged',
      /none of its pages can be read/,
    ],
    [
      'lists 100,000 deep',
      aPdf([
        ...drawnPages([shown('Our plan')]).slice(1),
        [1, `<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(100_000)} >>`],
      ]),
      'damaged',
      /cannot be opened/,
    ],
    [
      '5,000 pages',
      aPdf(drawnPages(Array<string>(5_000).fill(shown('Our plan')))),
      'too-many-pages',
      /has 5,000 pages; the limit is 500/,
    ],
  ]
  for (const [what, content, kind, sentence] of cases) {
    test(what, async () => {
      const read = await readDocument({ name: 'plan.pdf', content })
      assert.ok(!read.ok, 'the document was read')
      assert.equal(read.refusal.kind, kind)
      assert.match(read.refusal.sentence, sentence)
      assert.ok(read.refusal.sentence.startsWith('plan.pdf'))
    })
  }

  test('a page that unpacks to 1 GB, and one of forms within forms, end with their process', async () => {
    const bomb = aPdf(drawnPages(['q Q '.repeat(30_000_000)]))
    const read = await readInChild({ name: 'plan.pdf', content: bomb }, { milliseconds: 4_000, megabytes: 512 })
    assert.ok(!read.ok)
    assert.ok(['took-too-long', 'took-too-much-memory'].includes(read.refusal.kind))
  })
})

describe('odd but readable PDFs are read', () => {
  test('a table of places that is broken is built anew', async () => {
    const reading = await readBytes(aPdf(drawnPages([shown('Our plan 2026')]), 'broken'), 'plan.pdf')
    assert.match(JSON.stringify(reading), /Our plan 2026/)
  })

  test('a PDF that only its owner may change is read', async () => {
    assert.match(JSON.stringify(await readBytes(LOCKED_FOR_CHANGE, 'plan.pdf')), /Hello plan/)
  })

  test('scanned pages among others are named', async () => {
    const pages = [shown('Our plan 2026'), SCAN, shown('and more of it'), SCAN, SCAN, SCAN]
    const reading = await readBytes(aPdf(drawnPages(pages)), 'plan.pdf')
    const finding = reading.findings.find(({ code }) => code === 'page-without-text')
    assert.match(finding?.message ?? '', /^Pages 2 and 4 to 6 are each a picture without text/)
    assert.equal(finding?.where?.page, 2)
  })

  const lying = (count: number, catalog = '') =>
    drawnPages([shown('Our plan 2026'), shown('Open a hub'), shown('Train the staff')]).map(
      ([number, body]): [number, string | Uint8Array] => {
        if (number === 1) return [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`]
        return number === 2 ? [2, `<< /Type /Pages /Kids [10 0 R 12 0 R 14 0 R] /Count ${count} >>`] : [number, body]
      },
    )

  for (const count of [0, 1, 2, 7]) {
    test(`a PDF of three pages that says it has ${count} is read whole`, async () => {
      const reading = await readBytes(aPdf(lying(count)), 'plan.pdf')
      assert.match(JSON.stringify(reading), /Our plan 2026.*Open a hub.*Train the staff/)
      const finding = reading.findings.find(({ code }) => code === 'pages-miscounted')
      if (count < 3 && count > 0)
        assert.equal(
          finding?.message,
          `The PDF says that it has ${count === 1 ? '1 page' : '2 pages'}, and holds 3; all of them were read. Do the pages from page ${count + 1} on belong to the plan?`,
        )
    })
  }

  test('pages that cannot be reached are said to be missing', async () => {
    const packed = packedPdf(lying(1))
    const reading = await readBytes(packed, 'plan.pdf')
    const finding = reading.findings.find(({ code }) => code === 'pages-miscounted')
    assert.equal(
      finding?.message,
      'The PDF says that it has 1 page, and holds 3: 2 pages are not in this reading. Open it, print or save it as a PDF again and choose that.',
    )
  })

  test('a page that an earlier state of the file left behind is no page of it', async () => {
    const left = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'
    const reading = await readBytes(aPdf(drawnPages([shown('Our plan')], { more: [[30, left]] })), 'plan.pdf')
    assert.ok(!reading.findings.some(({ code }) => code === 'pages-miscounted'))
  })

  test('what forms and comments say is kept', async () => {
    const pdf = aPdf(
      drawnPages([shown('Our plan')], {
        page: '/Annots [6 0 R 7 0 R]',
        more: [
          [6, '<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents (Ask Ann about this) >>'],
          [
            7,
            '<< /Type /Annot /Subtype /Widget /FT /Tx /T (lead) /V (Bob Ray) /Rect [10 30 90 50] /TU (Lead officer) >>',
          ],
        ],
      }),
    )
    const reading = await readBytes(pdf, 'plan.pdf')
    assert.deepEqual(
      reading.notUnderstood.map(({ text }) => text),
      ['Our plan', 'Lead officer: Bob Ray', 'Ask Ann about this'],
    )
  })

  test('a line of 40,000 words is read', async () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => shown('w', at / 100, 400)).join('')
    const reading = await readBytes(aPdf(drawnPages([words(40_000)])), 'plan.pdf')
    assert.equal(reading.notUnderstood.length + (reading.title ? 1 : 0), 1)
  })
})

test('pages are listed as people say them', () => {
  assert.equal(listPages([3]), '3')
  assert.equal(listPages([3, 4]), '3 and 4')
  assert.equal(listPages([1, 2, 3, 5, 8, 9]), '1 to 3, 5, 8 and 9')
})
