import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { downloadName, safeFileName } from './safe-file-name.ts'

describe('the name of a file', () => {
  for (const [given, safe] of [
    ['Minutes of May.docx', 'Minutes of May.docx'],
    ['Bericht “März” <1>.pdf', 'Bericht “März” <1>.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Ann\\plan.docx', 'plan.docx'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a\u0000b\r\nset-cookie: c.txt', 'absetcookie: c.txt'.replace('setcookie', 'set-cookie')],
    ['.htaccess', 'htaccess'],
    ['con.txt', '_con.txt'],
    ['lpt1', '_lpt1'],
    ['trailing. . .', 'trailing'],
    ['', 'file'],
    ['///', 'file'],
    ['\u200b', 'file'],
  ] as const) {
    test(`${JSON.stringify(given)} becomes ${JSON.stringify(safe)}`, () => assert.equal(safeFileName(given), safe))
  }

  test('is a name and nothing else, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = safeFileName(given)
        assert.ok(name.length >= 1 && name.length <= 201)
        assert.ok(name.isWellFormed())
        assert.doesNotMatch(name, /[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      }),
    )
  })
})

describe('the name a file is handed out under', () => {
  for (const [name, kind, handedOut] of [
    ['minutes.docx', 'docx', 'minutes.docx'],
    ['MINUTES.DOCX', 'docx', 'MINUTES.DOCX'],
    ['update.bat', 'text', 'update.bat.txt'],
    ['figures.csv', 'text', 'figures.csv'],
    ['holiday.pdf', 'png', 'holiday.pdf.png'],
    ['install.msi', 'cfb', 'install.msi.doc'],
    ['drawing.svg', 'xml', 'drawing.svg.xml'],
    ['no ending', 'pdf', 'no ending.pdf'],
    ['kept-long-ago.exe', null, 'kept-long-ago.exe.bin'],
  ] as const) {
    test(`${name}, which is ${kind ?? 'of no known kind'}, goes out as ${handedOut}`, () => {
      assert.equal(downloadName(name, kind), handedOut)
    })
  }
})
