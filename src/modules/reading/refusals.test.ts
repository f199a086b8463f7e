import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { zip } from '../../../test/support/zip.ts'
import { LIMITS } from './limits.ts'
import { readDocument } from './read-document.ts'
import { aDocx, bytesOf, docxTable, readBytes, readText } from './reading.factory.ts'
import type { ReadingRefusal } from './refusal.ts'

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
const OLE = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)])
const PLAN = '| Action | Measure | Timescale |\n|---|---|---|\n| Open the hub | 40 families | May 2015 |'

describe('a document that cannot be read is refused in one sentence', () => {
  const cases: [string, string, Uint8Array, ReadingRefusal['kind'], RegExp][] = [
    ['an empty file', 'plan.txt', new Uint8Array(), 'empty', /^plan\.txt is empty/],
    ['a file of blanks and line ends', 'plan.md', bytesOf(' \r\n\t\n '), 'empty', /is empty/],
    ['a picture named as a Word document', 'plan.docx', PNG, 'not-what-it-says', /really a picture/],
    ['a picture named as text', 'plan.txt', PNG, 'not-what-it-says', /really a picture/],
    ['text named as a Word document', 'plan.docx', bytesOf('Our plan'), 'not-what-it-says', /not a Word document/],
    ['a Word document with a password', 'plan.docx', OLE, 'encrypted', /password/],
    ['an old Word document', 'plan.doc', OLE, 'format-not-known', /old Office/],
    ['half a PDF', 'plan.pdf', bytesOf('%PDF-1.7 …'), 'damaged', /cannot be opened as a PDF/],
    [
      'a zip that holds no document',
      'plan.docx',
      zip([{ name: 'a.txt', content: 'a' }]),
      'not-what-it-says',
      /not a Word document/,
    ],
    ['half a Word document', 'plan.docx', aDocx('<w:p/>').slice(0, 200), 'damaged', /damaged/],
    ['a Word document with broken text', 'plan.docx', aDocx('<w:p>'), 'damaged', /damaged/],
    ['bytes that are no text', 'plan.txt', new Uint8Array([65, 0, 66, 0, 0, 1, 2, 3]), 'not-text', /is not text/],
    [
      'a file over the limit',
      'plan.txt',
      new Uint8Array(LIMITS.fileBytes + 1).fill(65),
      'too-large',
      /the limit is 20 MB/,
    ],
  ]
  for (const [what, name, content, kind, sentence] of cases) {
    test(what, async () => {
      const refusal = await refusalOf(name, content)
      assert.equal(refusal.kind, kind)
      assert.match(refusal.sentence, sentence)
      assert.ok(refusal.sentence.startsWith(name), 'the sentence names the file')
    })
  }

  test('a Word document that unpacks to 1 GB is refused before it is unpacked', async () => {
    const bomb = zip([{ name: 'word/document.xml', content: new Uint8Array(1024 * 1024), saysBytes: 1024 ** 3 }])
    const starts = processorMilliseconds()
    assert.equal((await refusalOf('plan.docx', bomb)).kind, 'expands-too-far')
    assert.ok(processorMilliseconds() - starts < 2_000)
  })

  test('a Word document that lies about its size is refused while it is unpacked', async () => {
    const bomb = zip([{ name: 'word/document.xml', content: new Uint8Array(80 * 1024 * 1024), saysBytes: 1_000 }])
    assert.ok(['expands-too-far', 'damaged'].includes((await refusalOf('plan.docx', bomb)).kind))
  })

  test('a Word document that defines entities is refused', async () => {
    const entities = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document>&b;</w:document>'
    assert.equal(
      (await refusalOf('plan.docx', zip([{ name: 'word/document.xml', content: entities }]))).kind,
      'damaged',
    )
  })

  test('an encrypted part of a zip is said to be protected', async () => {
    const locked = zip([{ name: 'word/document.xml', content: '<w:document/>', isEncrypted: true }])
    assert.equal((await refusalOf('plan.docx', locked)).kind, 'encrypted')
  })

  test('a table of 100,000 rows is refused with a sentence, as text, CSV and Word', async () => {
    const rows = 100_000
    assert.equal((await refusalOf('plan.md', bytesOf('| a | b |\n'.repeat(rows)))).kind, 'too-many-rows')
    assert.equal((await refusalOf('plan.csv', bytesOf('a,b\n'.repeat(rows)))).kind, 'too-many-rows')
    assert.equal((await refusalOf('plan.tsv', bytesOf('a\tb\n'.repeat(rows)))).kind, 'too-many-rows')
    const row = docxTable([['a', 'b']]).replace(/<\/?w:tbl>/g, '')
    assert.equal((await refusalOf('plan.docx', aDocx(`<w:tbl>${row.repeat(20_001)}</w:tbl>`))).kind, 'too-many-rows')
  })

  test('more paragraphs or letters than any plan has are refused, in every format', async () => {
    const paragraphs = aDocx('<w:p><w:r><w:t>Open a hub</w:t></w:r></w:p><w:p/>'.repeat(50_001))
    const page = bytesOf(`<html><body>${'<p>Open a hub</p>'.repeat(50_001)}</body></html>`)
    for (const [name, content] of [
      ['plan.docx', paragraphs],
      ['plan.html', page],
      ['plan.md', bytesOf('# Aim\n\n'.repeat(50_001))],
    ] as const) {
      const refusal = await refusalOf(name, content)
      assert.equal(refusal.kind, 'too-many-rows')
      assert.match(refusal.sentence, /holds 50,001 paragraphs and rows; the limit is 50,000\. Send the plan alone/)
    }
    const cell = bytesOf(`Action,Lead\n"${'Open, '.repeat(1_400_000)}",Ann\n`)
    assert.match((await refusalOf('plan.csv', cell)).sentence, /letters; the limit is 8,000,000/)
  })

  test('a file name with folders and control characters is named by its last part alone', async () => {
    const refusal = await refusalOf('C:\\plans\\\u0000our plan.txt', new Uint8Array())
    assert.match(refusal.sentence, /^our plan\.txt is empty/)
  })
})

describe('odd but readable files are read', () => {
  test('Windows-1252 is read, and said', async () => {
    const content = Uint8Array.from(PLAN.replace('families', 'families \u0092 £'), (letter) => letter.charCodeAt(0))
    const reading = await readBytes(content, 'plan.txt')
    assert.equal(reading.actions[0]?.measure, '40 families ’ £')
    assert.ok(reading.findings.some((finding) => finding.code === 'old-encoding'))
  })

  test('UTF-16 and a byte-order mark are read', async () => {
    const wide = new Uint8Array([0xff, 0xfe, ...[...PLAN].flatMap((letter) => [letter.charCodeAt(0), 0])])
    assert.equal((await readBytes(wide, 'plan.txt')).actions.length, 1)
    assert.equal((await readText(`\ufeff${PLAN}`)).actions.length, 1)
  })

  test('line ends of Windows and of old Macintoshes are line ends', async () => {
    for (const end of ['\r\n', '\r']) {
      const reading = await readText(PLAN.replaceAll('\n', end))
      assert.deepEqual(reading.actions[0]?.where, { line: 3, endLine: 3 })
    }
  })

  test('one line of 5 MB is read within seconds', async () => {
    const starts = processorMilliseconds()
    const reading = await readText(`${'word 12 actions '.repeat(330_000)}`)
    assert.equal(reading.notUnderstood.length, 1)
    assert.ok(processorMilliseconds() - starts < 5_000)
  })

  test('a plan of 19,000 actions, and one action of 19,000 rows, are read within seconds', async () => {
    const names = '| Ref | Action | Measure | Timescale | Lead |\n|---|---|---|---|---|\n'
    const row = (index: number) =>
      `| ${Math.floor(index / 100)}.${index % 100} | Open the hub for families | 40 families | March 26 | Care group Ann Lee |`
    const starts = processorMilliseconds()
    const many = await readText(names + Array.from({ length: 19_000 }, (_, index) => row(index)).join('\n'))
    assert.equal(many.actions.length, 19_000)
    const rest = '|  | and so on, with more words than a cell should have |  |  |  |\n'
    const long = await readText(`${names}${row(11)}\n${row(12)}\n${rest.repeat(18_000)}`)
    assert.equal(long.actions.length, 2)
    assert.ok(processorMilliseconds() - starts < 10_000)
  })

  test('text that looks like a program stays text', async () => {
    const hostile = "<script>alert(1)</script> {{7*7}} =cmd() '; drop table plan; --"
    const reading = await readText(PLAN.replace('Open the hub', hostile))
    assert.equal(reading.actions[0]?.text, hostile)
  })
})

/** Of this process alone: a busy machine is no fault of the reader. */
function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function refusalOf(name: string, content: Uint8Array): Promise<ReadingRefusal> {
  const read = await readDocument({ name, content })
  assert.ok(!read.ok, 'the document was read')
  return read.refusal
}
