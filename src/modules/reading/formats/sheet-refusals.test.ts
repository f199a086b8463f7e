import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { CFB, utils, write } from '@e965/xlsx'
import { zip } from '../../../../test/support/zip.ts'
import { LIMITS } from '../limits.ts'
import { readDocument } from '../read-document.ts'
import { bytesOf, readBytes } from '../reading.factory.ts'
import type { ReadingRefusal } from '../refusal.ts'
import { anXlsx } from '../sheets.factory.ts'

const PLAN = {
  name: 'Plan',
  rows: [
    ['Action', 'Measure', 'Due Date'],
    ['Open the hub', '40 families', 'May 2015'],
  ],
}
const sheetXml = (inside: string) => ({ name: 'xl/worksheets/sheet1.xml', content: `<worksheet>${inside}</worksheet>` })
const BOOK = [
  {
    name: 'xl/workbook.xml',
    content: '<workbook><sheets><sheet name="Plan" r:id="r1" xmlns:r="r"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
  },
]
const bookOf = (...parts: readonly { name: string; content: string | Uint8Array }[]) => zip([...BOOK, ...parts])
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('')

describe('a workbook that cannot be read is refused in one sentence', () => {
  const cases: readonly [string, () => Uint8Array, ReadingRefusal['kind'], string?][] = [
    ['half of one', () => anXlsx([PLAN]).slice(0, 900), 'damaged'],
    ['one with broken cells', () => bookOf(sheetXml('<sheetData><row>')), 'damaged'],
    [
      'one whose cells define entities',
      () =>
        bookOf({
          name: 'xl/worksheets/sheet1.xml',
          content: '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>',
        }),
      'damaged',
    ],
    [
      'one that unpacks to 1 GB',
      () => zip([...BOOK, { name: 'xl/sharedStrings.xml', content: new Uint8Array(1_000_000), saysBytes: 1024 ** 3 }]),
      'expands-too-far',
    ],
    [
      'one whose shared words unpack to 80 MB and say little',
      () => zip([...BOOK, { name: 'xl/sharedStrings.xml', content: new Uint8Array(80_000_000), saysBytes: 1_000 }]),
      'damaged',
    ],
    [
      'one of too many rows',
      () =>
        bookOf(
          sheetXml(
            `<sheetData>${many(LIMITS.tableRows + 1, (at) => `<row r="${at + 1}"><c t="n"><v>1</v></c></row>`)}</sheetData>`,
          ),
        ),
      'too-many-rows',
    ],
    [
      'one of too many columns',
      () =>
        bookOf(
          sheetXml(`<sheetData><row>${many(LIMITS.tableColumns + 1, () => '<c t="n"><v>1</v></c>')}</row></sheetData>`),
        ),
      'too-many-rows',
    ],
    [
      'one that says a long text again and again',
      () =>
        bookOf(
          { name: 'xl/sharedStrings.xml', content: `<sst><si><t>${'late '.repeat(6_000)}</t></si></sst>` },
          sheetXml(`<sheetData>${many(2_000, () => '<row><c t="s"><v>0</v></c></row>')}</sheetData>`),
        ),
      'too-many-rows',
    ],
    ['a binary workbook', () => zip([{ name: 'xl/workbook.bin', content: 'x' }]), 'format-not-known', 'plan.xlsb'],
    ['text named as a workbook', () => bytesOf('Action,Measure'), 'not-what-it-says'],
    ['an old workbook cut short', () => anXls().slice(0, 1_000), 'damaged', 'plan.xls'],
    [
      'values of more cells than a plan has',
      () => bytesOf(`${'a,'.repeat(200)}\n`.repeat(3_000)),
      'too-many-rows',
      'plan.csv',
    ],
    ['an old workbook whose sectors go in a circle', () => circular(anXls()), 'damaged', 'plan.xls'],
  ]
  for (const [what, make, kind, name = 'plan.xlsx'] of cases) {
    test(what, async () => {
      const read = await readDocument({ name, content: make() })
      assert.ok(!read.ok, 'it was read')
      assert.equal(read.refusal.kind, kind)
      assert.match(read.refusal.sentence, new RegExp(`^${name.replace('.', '\\.')} `))
    })
  }
})

describe('odd but sound workbooks are read', () => {
  test('a cell in the last column of the last row costs nothing', async () => {
    const content = anXlsx([{ ...PLAN, after: '' }])
    const far = bookOf(
      sheetXml(
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Plan of the hub</t></is></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
    )
    assert.equal((await readBytes(content, 'plan.xlsx')).actions.length, 1)
    assert.deepEqual(
      (await readBytes(far, 'plan.xlsx')).notUnderstood.map(({ text }) => text),
      ['Under a merged cell at XFD1048576: far'],
    )
  })

  test('a table of figures as wide as tables may be is read', async () => {
    const rows = many(2_000, (at) => `<row>${many(240, (column) => `<c><v>${at * column}</v></c>`)}</row>`)
    const reading = await readBytes(bookOf(sheetXml(`<sheetData>${rows}</sheetData>`)), 'plan.xlsx')
    assert.deepEqual(reading.actions, [])
  })

  test('thousands of lines that begin as a card of an action does, and none that goes on so, are read', async () => {
    const lines = 'Aim 1: Every child is safe and well\n'.repeat(2_500)
    const reading = await readBytes(bytesOf(lines), 'plan.txt')
    assert.deepEqual(reading.actions, [])
  })

  test('a record of a still older workbook, and a formula cut short, are passed over', async () => {
    const content = anXls()
    for (const hostile of [withOldRecord(content), withShortFormula(content), withOldMatrix(content)]) {
      const reading = await readBytes(hostile, 'plan.xls')
      assert.equal(reading.actions[0]?.text, 'Open the hub')
    }
  })

  test('a workbook is known by what it holds and not by its name', async () => {
    for (const name of ['plan.docx', 'plan.csv', 'plan.xls', 'plan']) {
      assert.equal((await readBytes(anXlsx([PLAN]), name)).actions.length, 1)
    }
    assert.equal((await readBytes(anXls(), 'plan.txt')).source.format, 'xls')
  })

  test('a web page named as a workbook is read as the page it is', async () => {
    const page =
      '<html><body><table><tr><th>Action</th><th>Measure</th><th>Due Date</th></tr><tr><td>Open the hub</td><td>40 families</td><td>May 2015</td></tr></table></body></html>'
    assert.equal((await readBytes(bytesOf(page), 'plan.xls')).actions[0]?.text, 'Open the hub')
  })
})

function anXls(): Uint8Array {
  return new Uint8Array(
    write(utils.book_new(utils.aoa_to_sheet(PLAN.rows), 'Plan'), { type: 'array', bookType: 'biff8' }),
  )
}

/** Makes every sector of the file follow itself. */
function circular(content: Uint8Array): Uint8Array {
  const view = new DataView(content.buffer)
  const table = (view.getInt32(76, true) + 1) * 512
  for (let sector = 0; sector < 128; sector++) view.setInt32(table + 4 * sector, sector, true)
  return content
}

/** Puts a text of Excel 2 before the last record, with no length of its own. */
function withOldRecord(content: Uint8Array): Uint8Array {
  return withRecords(content, (bytes) => [...bytes.slice(0, -4), 0x07, 0x00, 0x00, 0x00, ...bytes.slice(-4)])
}

/** Adds a formula's record that ends before the formula's own length. */
function withShortFormula(content: Uint8Array): Uint8Array {
  const formula = [2, 0, 4, 0, 15, 0, 0, 0, 0, 0, 0, 0, 28, 64, 0, 0]
  return withRecords(content, (bytes) => [
    ...bytes.slice(0, -4),
    6,
    0,
    formula.length,
    0,
    ...formula,
    ...bytes.slice(-4),
  ])
}

/** The record that tells of menus, made one of a formula over several cells as Excel 2 wrote it, with no cell to end it. */
function withOldMatrix(content: Uint8Array): Uint8Array {
  return withRecords(content, (bytes) => {
    const at = bytes.findIndex((byte, place) => byte === 0xc1 && bytes[place + 1] === 0 && bytes[place + 2] === 2)
    return [...bytes.slice(0, at), 0x21, ...bytes.slice(at + 1)]
  })
}

function withRecords(content: Uint8Array, change: (bytes: Uint8Array) => number[]): Uint8Array {
  const container = CFB.read(content, { type: 'array' })
  const stream = CFB.find(container, 'Workbook')
  stream.content = Uint8Array.from(change(Uint8Array.from(stream.content)))
  stream.size = stream.content.length
  return Uint8Array.from(CFB.write(container, { type: 'array' }))
}
