/** Says whether a typeface has a shape for a character. */
export type FontCover = (codePoint: number) => boolean

/**
 * Reads from a TrueType font's own map (its `cmap` table, formats 4 and 12) which characters it can show.
 *
 * @param font  the bytes of a .ttf or .otf file
 * @returns a claim per Unicode code point; a code point mapped to glyph 0 is not covered
 * @throws RangeError when the bytes end too soon or hold no map this function can read
 * @see OpenType specification, "cmap: Character to Glyph Index Mapping Table"
 */
export function readFontCover(font: Uint8Array): FontCover {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const covered = new Set<number>()
  for (const subtable of subtablesOf(view)) {
    const format = view.getUint16(subtable)
    if (format === 4) addSegments(view, subtable, covered)
    if (format === 12) addGroups(view, subtable, covered)
  }
  if (covered.size === 0) throw new RangeError('This font has no character map of format 4 or 12')
  return (codePoint) => covered.has(codePoint)
}

function subtablesOf(view: DataView): readonly number[] {
  const map = startOfMap(view)
  const count = view.getUint16(map + 2)
  return Array.from({ length: count }, (_, index) => map + view.getUint32(map + 8 + 8 * index))
}

function startOfMap(view: DataView): number {
  const CMAP = 0x636d6170
  const tables = view.getUint16(4)
  for (let record = 12; record < 12 + 16 * tables; record += 16) {
    if (view.getUint32(record) === CMAP) return view.getUint32(record + 8)
  }
  throw new RangeError('This font has no cmap table')
}

/** Format 4: runs of characters of the basic plane, in four parallel arrays. */
function addSegments(view: DataView, start: number, covered: Set<number>): void {
  const size = view.getUint16(start + 6)
  for (let at = 0; at < size; at += 2) {
    const last = view.getUint16(start + 14 + at)
    const first = view.getUint16(start + 16 + size + at)
    const delta = view.getUint16(start + 16 + 2 * size + at)
    const rangeAt = start + 16 + 3 * size + at
    const range = view.getUint16(rangeAt)
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const glyph = range === 0 ? (code + delta) & 0xffff : view.getUint16(rangeAt + range + 2 * (code - first))
      if (glyph !== 0) covered.add(code)
    }
  }
}

/** Format 12: runs of characters of any plane, each with its first glyph. */
function addGroups(view: DataView, start: number, covered: Set<number>): void {
  const groups = view.getUint32(start + 12)
  for (let group = start + 16; group < start + 16 + 12 * groups; group += 12) {
    const first = view.getUint32(group)
    const last = view.getUint32(group + 4)
    const glyph = view.getUint32(group + 8)
    for (let code = first; code <= last; code += 1) if (glyph + code - first !== 0) covered.add(code)
  }
}
