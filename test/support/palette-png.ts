import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** The bytes that begin every PNG file. */
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
const COLOURS = 256

/**
 * The same picture with at most 256 colours, which is a third of the size; rare colours go to their nearest.
 * Takes what Chromium writes: 8 bits a channel, RGB or RGBA, not interlaced.
 */
export function palettePng(png: Buffer): Buffer {
  const { width, height, channels, rows } = unpack(png)
  const counts = new Map<number, number>()
  const pixels = new Uint32Array(width * height)
  for (let at = 0; at < pixels.length; at += 1) {
    const from = at * channels
    const colour = ((rows[from] ?? 0) << 16) | ((rows[from + 1] ?? 0) << 8) | (rows[from + 2] ?? 0)
    pixels[at] = colour
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, COLOURS)
    .map(([colour]) => colour)
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]))
  const lines = Buffer.alloc((width + 1) * height)
  for (const [at, colour] of pixels.entries()) {
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = places.get(colour) ?? 0
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const body = deflateSync(lines, { level: 9 })
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', body), chunk('IEND')])
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [at, other] of palette.entries()) {
    const far =
      ((colour >> 16) - (other >> 16)) ** 2 +
      (((colour >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
      ((colour & 255) - (other & 255)) ** 2
    if (far < least) [best, least] = [at, far]
  }
  return best
}

function unpack(png: Buffer): { width: number; height: number; channels: number; rows: Buffer } {
  const chunks = chunksOf(png)
  const header = chunks.find(({ name }) => name === 'IHDR')?.data
  if (!header) throw new Error('This is not a PNG picture')
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const channels = header[9] === 6 ? 4 : 3
  const data = inflateSync(Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map((of) => of.data)))
  const length = width * channels
  const rows = Buffer.alloc(length * height)
  for (let y = 0; y < height; y += 1) unfilter(data, rows, y, length, channels)
  return { width, height, channels, rows }
}

/** One line as its filter wrote it (PNG specification, section 9.2). */
function unfilter(data: Buffer, rows: Buffer, y: number, length: number, channels: number): void {
  const filter = data[y * (length + 1)]
  for (let x = 0; x < length; x += 1) {
    const left = x >= channels ? (rows[y * length + x - channels] ?? 0) : 0
    const up = y > 0 ? (rows[(y - 1) * length + x] ?? 0) : 0
    const corner = x >= channels && y > 0 ? (rows[(y - 1) * length + x - channels] ?? 0) : 0
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0
    rows[y * length + x] = (data[y * (length + 1) + 1 + x] ?? 0) + guess
  }
}

function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

function chunksOf(png: Buffer): { name: string; data: Buffer }[] {
  const chunks: { name: string; data: Buffer }[] = []
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ name: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

function chunk(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const said = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const out = Buffer.alloc(said.length + 8)
  out.writeUInt32BE(data.length, 0)
  said.copy(out, 4)
  out.writeUInt32BE(crc32(said), said.length + 4)
  return out
}
