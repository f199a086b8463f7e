import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { zip } from '../../../test/support/zip.ts'
import { lookAtFile } from './look-at-file.ts'
import { receiveFile } from './receive-file.ts'

const bytes = (...numbers: number[]) => Uint8Array.from(numbers)
const text = (words: string) => new TextEncoder().encode(words)
const padded = (head: Uint8Array) => Buffer.concat([head, Buffer.alloc(600)])
const office = (type: string) =>
  zip([
    { name: '[Content_Types].xml', content: `<Types><Override PartName="/main.xml" ContentType="${type}"/></Types>` },
    { name: 'main.xml', content: '<a/>' },
  ])
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const PROGRAM = padded(bytes(0x4d, 0x5a, 0x90, 0x00))

describe('what a file is', () => {
  for (const [what, content, key] of [
    ['a PDF', text('%PDF-1.7\n%âãÏÓ\n'), 'pdf'],
    ['a picture', PNG, 'png'],
    ['a Word document', office(WORD), 'docx'],
    ['words', text('Two hubs are open. Dŵr, “so”'), 'text'],
    ['words in a Western code page', bytes(0x43, 0x61, 0x66, 0xe9), 'text'],
    ['words in UTF-16', Buffer.from('\ufeffTwo hubs', 'utf16le'), 'text'],
    ['a web page', text('<!DOCTYPE html><title>x</title>'), 'html'],
    ['a web page that begins with words', text('Dear all, <script>alert(1)</script>'), 'html'],
    ['a drawing that may hold a script', text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'xml'],
    ['an older Office document', padded(bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)), 'cfb'],
  ] as const) {
    test(`${what} is known by its content`, async () => {
      assert.deepEqual(await lookAtFile(content), { kind: 'known', key })
    })
  }

  for (const [what, content, kind] of [
    ['a program of Windows', PROGRAM, 'program'],
    ['a program of Linux', padded(bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1)), 'program'],
    ['a zip of files', zip([{ name: 'a.txt', content: 'a' }]), 'archive'],
    ['a document with macros', office('application/vnd.ms-word.document.macroEnabled.main+xml'), 'macros'],
    ['bytes that mean nothing', bytes(1, 2, 3, 0, 255), 'unknown'],
    ['nothing', bytes(), 'empty'],
  ] as const) {
    test(`${what} is no kind that is kept as evidence, whatever its name says`, async () => {
      assert.deepEqual(await lookAtFile(content), { kind })
      const received = await receiveFile({ name: 'minutes.pdf', type: 'application/pdf', content }, 'evidence')
      assert.ok(!received.ok)
      assert.match(received.refusal.message, /^“minutes\.pdf” (is|holds) /)
    })
  }

  test('a document to be read may be of any kind but a program', async () => {
    const file = { name: 'plan.docx', type: '', content: zip([{ name: 'a.txt', content: 'a' }]) }
    assert.ok((await receiveFile(file, 'document')).ok)
    assert.ok(!(await receiveFile({ ...file, content: PROGRAM }, 'document')).ok)
  })

  test('looking never fails, whatever the bytes', async () => {
    const heads = fc.constantFrom(...[PNG, office(WORD), PROGRAM, text('%PDF-')].map((head) => Buffer.from(head)))
    const broken = fc.tuple(heads, fc.nat(80), fc.uint8Array({ maxLength: 200 }))
    await fc.assert(
      fc.asyncProperty(broken, async ([head, cut, tail]) => {
        assert.ok((await lookAtFile(Buffer.concat([head.subarray(0, cut), tail]))).kind)
      }),
      { numRuns: 200 },
    )
  })
})
