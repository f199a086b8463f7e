import { inflateSync } from 'node:zlib'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What packed objects may unpack to, one stream and all together, while pages are looked for among them. */
const MOST_UNPACKED = 4 * 1024 * 1024
const MOST_UNPACKED_IN_ALL = 64 * 1024 * 1024
/** A document with more objects that say they are pages is not counted. */
const MOST_PAGES = 20_000
const PAGE = /\/Type\s*\/Page(?![A-Za-z])/
const PAGES = /\/Type\s*\/Pages(?![A-Za-z])/

/**
 * How many pages hang in a document's tree of pages, whatever the tree says of their number; pages that an earlier state of the file
 * left behind hang in none.
 */
export async function countPagesHeld(pdf: PDFDocumentProxy, content: Uint8Array): Promise<number> {
  const candidates = pageObjects(Buffer.from(content).toString('latin1'))
  if (candidates.length <= pdf.numPages || candidates.length > MOST_PAGES) return pdf.numPages
  const asked = candidates.map(([num, gen]) =>
    pdf.getPageIndex({ num, gen }).then(
      () => true,
      () => false,
    ),
  )
  return Math.max(pdf.numPages, (await Promise.all(asked)).filter(Boolean).length)
}

/**
 * The same document without what it says of the number of its pages, so that they are counted instead. No byte moves. Counts that are
 * packed cannot be reached, and stay.
 */
export function withoutCounts(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content)
  for (const { at, body } of objectsOf(bytes.toString('latin1'))) {
    const isLinear = /\/Linearized\b/.exec(body)
    if (isLinear) bytes.write('/NotLinear_', at + isLinear.index, 'latin1')
    if (!PAGES.test(body)) continue
    for (const count of body.matchAll(/\/Count(?=\s+\d)/g)) bytes.write('/NoCnt', at + count.index, 'latin1')
  }
  return new Uint8Array(bytes)
}

/** The number and generation of each object that says it is a page, packed ones included. */
function pageObjects(text: string): (readonly [number, number])[] {
  const found = new Map<string, readonly [number, number]>()
  const put = (number: number, generation: number) => found.set(`${number} ${generation}`, [number, generation])
  let left = MOST_UNPACKED_IN_ALL
  for (const { number, generation, body, at } of objectsOf(text)) {
    if (PAGE.test(body)) put(number, generation)
    if (left <= 0 || !/\/Type\s*\/ObjStm\b/.test(body)) continue
    const unpacked = unpack(text, at + body.length)
    left -= unpacked.length
    for (const packed of packedObjects(body, unpacked)) if (PAGE.test(packed.body)) put(packed.number, 0)
  }
  return [...found.values()]
}

/** Each object as it stands in the file, a stream without what it holds. */
function* objectsOf(text: string) {
  const heads = /\b(\d{1,10})\s+(\d{1,5})\s+obj\b/g
  const end = /\bendobj\b|\bstream\r?\n/g
  for (let head = heads.exec(text); head; head = heads.exec(text)) {
    end.lastIndex = heads.lastIndex
    const closes = end.exec(text)
    const at = heads.lastIndex
    const to = closes?.index ?? text.length
    yield { number: Number(head[1]), generation: Number(head[2]), at, body: text.slice(at, to) }
    if (!closes) return
    // What a stream holds may look like objects, and is none.
    const after = closes[0].startsWith('stream') ? text.indexOf('endstream', end.lastIndex) : end.lastIndex
    heads.lastIndex = after === -1 ? end.lastIndex : after
  }
}

function unpack(text: string, from: number): string {
  const start = /stream\r?\n/g
  start.lastIndex = from
  if (!start.exec(text)) return ''
  const end = text.indexOf('endstream', start.lastIndex)
  const packed = Buffer.from(text.slice(start.lastIndex, end === -1 ? text.length : end), 'latin1')
  try {
    return inflateSync(packed, { maxOutputLength: MOST_UNPACKED }).toString('latin1')
  } catch {
    // Packed in another way, locked, or broken: no page is found there, as none would be without looking.
    return ''
  }
}

/** "12 0 15 84 …" says where objects 12 and 15 begin, counted from `/First`. */
function packedObjects(body: string, unpacked: string): { number: number; body: string }[] {
  const first = Number(/\/First\s+(\d{1,9})/.exec(body)?.[1] ?? 0)
  const numbers = unpacked.slice(0, first).trim().split(/\s+/).map(Number)
  const starts = numbers.flatMap((number, at) => (at % 2 === 0 ? [{ number, from: numbers[at + 1] ?? 0 }] : []))
  return starts.map(({ number, from }, at) => ({
    number,
    body: unpacked.slice(first + from, first + (starts[at + 1]?.from ?? unpacked.length)),
  }))
}
