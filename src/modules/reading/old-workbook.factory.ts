import { CFB } from '@e965/xlsx'

/** Writes into the records of a workbook what SheetJS does not: a struck font, a green fill, and a rule for F2. */
export function patchXls(content: Uint8Array): Uint8Array {
  const container = CFB.read(content, { type: 'array' })
  const stream = CFB.find(container, 'Workbook')
  const bytes = Uint8Array.from(stream.content)
  const view = new DataView(bytes.buffer)
  const places: Record<number, number[]> = {}
  for (let at = 0; at + 4 <= bytes.length; at += 4 + view.getUint16(at + 2, true))
    places[view.getUint16(at, true)] = [...(places[view.getUint16(at, true)] ?? []), at]
  const font = places[0x31]?.[0] ?? 0
  const fonts = places[0x31]?.length ?? 0
  const struck = bytes.slice(font, font + 4 + view.getUint16(font + 2, true))
  new DataView(struck.buffer).setUint16(6, 8, true)
  const [when = 0, rated = 0] = places[0xe0]?.slice(-2) ?? []
  view.setUint16(when + 4, fonts > 4 ? fonts + 1 : fonts, true)
  view.setUint32(rated + 4 + 14, 1 << 26, true)
  view.setUint16(rated + 4 + 18, 0x11 | (0x41 << 7), true)
  const rule = Uint8Array.from([0xb0, 0x01, 14, 0, 1, 0, 0, 0, 1, 0, 1, 0, 5, 0, 5, 0, 0, 0])
  const end = places[0x0a]?.at(-1) ?? 0
  const shift = struck.length
  for (const bound of places[0x85] ?? []) view.setUint32(bound + 4, view.getUint32(bound + 4, true) + shift, true)
  const after = font + struck.length
  stream.content = Uint8Array.from([
    ...bytes.slice(0, after),
    ...struckAtEnd(bytes, places, struck),
    ...rule,
    ...bytes.slice(end),
  ])
  stream.size = stream.content.length
  return Uint8Array.from(CFB.write(container, { type: 'array' }))

  /** The rest of the records up to the last end, with the struck font after the other fonts. */
  function struckAtEnd(all: Uint8Array, found: Record<number, number[]>, own: Uint8Array): number[] {
    const last = found[0x31]?.at(-1) ?? font
    const behind = last + 4 + view.getUint16(last + 2, true)
    return [...all.slice(after, behind), ...own, ...all.slice(behind, end)]
  }
}
