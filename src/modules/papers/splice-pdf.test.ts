import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addUaIdentifier } from './add-ua-identifier.ts'
import { splicePdf } from './splice-pdf.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** Three objects and their places, as a PDF writes them. */
function aPdf(): Buffer {
  const objects = [
    '1 0 obj\n<<\n/Type /Catalog\n>>\nendobj\n',
    '2 0 obj\n<<\n/Type /Metadata\n>>\nendobj\n',
    '3 0 obj\n(é)\nendobj\n',
  ]
  let body = '%PDF-1.7\n'
  const places = objects.map((object) => {
    const at = body.length
    body += object
    return `${String(at).padStart(10, '0')} 00000 n\r\n`
  })
  const table = `xref\n0 4\n0000000000 65535 f\r\n${places.join('')}trailer\n<<\n/Root 1 0 R\n>>\nstartxref\n${body.length}\n%%EOF`
  return Buffer.from(body + table, 'latin1')
}

describe('editing a PDF', () => {
  test('every object is found at the place its table says, also after edits', () => {
    const edited = text(
      splicePdf(aPdf(), {
        Metadata: (object) => object.replace('>>', '/Longer true\n>>'),
        Catalog: (object) => object.replace('\n>>', ' % a comment\n>>'),
      }),
    )
    const places = [...edited.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, at]) => Number(at))
    assert.deepEqual(
      places.map((at) => edited.slice(at, at + 7)),
      ['1 0 obj', '2 0 obj', '3 0 obj'],
    )
    const tableAt = Number(/startxref\n(\d+)/.exec(edited)?.[1])
    assert.ok(edited.startsWith('xref', tableAt))
    assert.ok(edited.includes('(é)') && edited.includes('/Longer true') && edited.includes('% a comment'))
  })
  test('no edit gives the same bytes', () => {
    assert.deepEqual(splicePdf(aPdf(), {}), aPdf())
  })
  test('a file of another kind is refused, not damaged', () => {
    assert.throws(() => splicePdf(Buffer.from('%PDF-1.7 nothing'), {}), /cross-reference/)
    assert.throws(() => splicePdf(aPdf(), { Pages: (object) => object }), /not exactly one object/)
    assert.throws(() => addUaIdentifier(aPdf()), /has no/)
  })
})
