import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'

export type ZipPart = {
  readonly name: string
  readonly content: string | Uint8Array
  /** what the zip says the part's size is, when it is to lie */
  readonly saysBytes?: number
  readonly isEncrypted?: boolean
}

/** A zip file made by hand, so that tests can make good ones and hostile ones. */
export function zip(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8')
    const content = Buffer.from(part.content)
    const packed = deflateRawSync(content, { level: 9 })
    const head = sizes(part, content, packed, name.length)
    const local = Buffer.concat([bytes(4, 0x04034b50), bytes(2, 20), head, bytes(2, 0), name, packed])
    centrals.push(
      Buffer.concat([
        bytes(4, 0x02014b50),
        bytes(2, 20),
        bytes(2, 20),
        head,
        bytes(2, 0),
        bytes(2, 0),
        bytes(2, 0),
        bytes(2, 0),
        bytes(4, 0),
        bytes(4, offset),
        name,
      ]),
    )
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const count = bytes(2, parts.length)
  const end = [
    bytes(4, 0x06054b50),
    bytes(2, 0),
    bytes(2, 0),
    count,
    count,
    bytes(4, directory.length),
    bytes(4, offset),
    bytes(2, 0),
  ]
  return new Uint8Array(Buffer.concat([...locals, directory, ...end]))
}

function sizes(part: ZipPart, content: Buffer, packed: Buffer, nameLength: number): Buffer {
  const flags = bytes(2, part.isEncrypted ? 1 : 0)
  const said = bytes(4, part.saysBytes ?? content.length)
  return Buffer.concat([
    flags,
    bytes(2, 8),
    bytes(4, 0),
    bytes(4, crc32(content)),
    bytes(4, packed.length),
    said,
    bytes(2, nameLength),
  ])
}

function bytes(length: 2 | 4, value: number): Buffer {
  const buffer = Buffer.alloc(length)
  if (length === 2) buffer.writeUInt16LE(value)
  else buffer.writeUInt32LE(value)
  return buffer
}
