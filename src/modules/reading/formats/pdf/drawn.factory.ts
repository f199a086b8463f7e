import { deflateSync } from 'node:zlib'

/** A PDF made by hand, object by object, for what no program would write. */
export function aPdf(
  objects: readonly (readonly [number, string | Uint8Array])[],
  xref: 'right' | 'broken' = 'right',
): Uint8Array {
  const parts: Uint8Array[] = []
  const places = new Map<number, number>()
  let length = 0
  const write = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? Uint8Array.from(part, (letter) => letter.charCodeAt(0)) : part
    parts.push(bytes)
    length += bytes.length
  }
  write('%PDF-1.7\n')
  for (const [number, body] of objects) {
    places.set(number, length)
    write(`${number} 0 obj\n`)
    write(body)
    write('\nendobj\n')
  }
  const start = length
  const size = Math.max(...places.keys()) + 1
  write(`xref\n0 ${size}\n0000000000 65535 f \n`)
  for (let number = 1; number < size; number++) {
    const place = places.get(number)
    write(place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`)
  }
  write(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${xref === 'right' ? start : 999_999_999}\n%%EOF\n`)
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The same objects with those that are no streams packed into one, as newer programs write them. */
export function packedPdf(objects: readonly (readonly [number, string | Uint8Array])[]): Uint8Array {
  const plain = objects.flatMap(([number, body]) => (typeof body === 'string' ? [[number, body] as const] : []))
  let at = 0
  const places = plain.map(([number, body]) => {
    const place = `${number} ${at}`
    at += body.length + 1
    return place
  })
  const head = `${places.join(' ')} `
  const inside = deflateSync(head + plain.map(([, body]) => body).join('\n'))
  const holder = 90
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n', 'latin1')]
  const rows = new Map<number, [number, number, number]>()
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  const put = (number: number, dictionary: string, stream: Uint8Array) => {
    rows.set(number, [1, length(), 0])
    const filter = `${dictionary} /Filter /FlateDecode /Length ${stream.length}`
    parts.push(Buffer.from(`${number} 0 obj\n<< ${filter} >>\nstream\n`, 'latin1'), Buffer.from(stream))
    parts.push(Buffer.from('\nendstream\nendobj\n', 'latin1'))
  }
  for (const [number, body] of objects) {
    if (typeof body === 'string') continue
    rows.set(number, [1, length(), 0])
    parts.push(Buffer.from(`${number} 0 obj\n`, 'latin1'), Buffer.from(body), Buffer.from('\nendobj\n', 'latin1'))
  }
  put(holder, `/Type /ObjStm /N ${plain.length} /First ${head.length}`, inside)
  for (const [index, [number]] of plain.entries()) rows.set(number, [2, holder, index])
  const start = length()
  rows.set(holder + 1, [1, start, 0])
  const table = Array.from({ length: holder + 2 }, (_, number) => rows.get(number) ?? []).flatMap(
    ([kind = 0, place = 0, index = 0]) => [kind, place >> 16, (place >> 8) & 255, place & 255, index],
  )
  put(holder + 1, `/Type /XRef /Size ${holder + 2} /W [1 3 1] /Root 1 0 R`, deflateSync(Uint8Array.from(table)))
  parts.push(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'))
  return new Uint8Array(Buffer.concat(parts))
}

/** A document whose pages draw these contents, with one font. */
export function drawnPages(
  contents: readonly string[],
  { page = '', more = [] }: DrawnOptions = {},
): [number, string | Uint8Array][] {
  const kids = contents.map((_, index) => `${10 + 2 * index} 0 R`).join(' ')
  return [
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`],
    [3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
    ...contents.flatMap((content, index): [number, string | Uint8Array][] => [
      [
        10 + 2 * index,
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${11 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >> ${page} >>`,
      ],
      [11 + 2 * index, stream(content)],
    ]),
    ...more,
  ]
}

type DrawnOptions = { readonly page?: string; readonly more?: readonly [number, string][] }

function stream(content: string): Uint8Array {
  const packed = deflateSync(content)
  const head = `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
  return Uint8Array.from([...Buffer.from(head, 'latin1'), ...packed, ...Buffer.from('\nendstream', 'latin1')])
}

/** Words drawn at a place, counted from the bottom left. */
export function shown(text: string, left = 72, bottom = 720): string {
  return `BT /F1 12 Tf ${left} ${bottom} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET\n`
}

/** A picture over the whole page, as a scanner makes it; its data are not there, and not needed. */
export const SCAN = 'q 595 0 0 842 0 0 cm /Im1 Do Q\n'
