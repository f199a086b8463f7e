import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'

/** The EICAR test file, put together here so that no scanner takes this source for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** How a daemon may behave: as it should, or in one of the ways that go wrong. */
export type ClamdManner = 'well' | 'silent' | 'hangs-up' | 'endless' | 'speaks-oddly'

export type ClamdServer = {
  readonly port: number
  /** what was streamed to it, whole */
  readonly scanned: readonly Buffer[]
  /** the lengths of the pieces of each stream */
  readonly pieces: readonly (readonly number[])[]
  setManner(to: ClamdManner): void
  close(): Promise<void>
}

/** A server on loopback that speaks the daemon's protocol: `zVERSION`, and `zINSTREAM` in pieces that say their length. */
export async function startClamd(streamMaxLength = 25_000_000): Promise<ClamdServer> {
  const scanned: Buffer[] = []
  const pieces: number[][] = []
  let manner: ClamdManner = 'well'
  const server: Server = createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (data: Buffer) => {
      received = Buffer.concat([received, data])
      const end = received.indexOf(0)
      if (end < 0) return
      const command = received.subarray(0, end).toString()
      if (manner !== 'well') return misbehave(socket, manner)
      if (command === 'zVERSION') return void socket.end('ClamAV 1.4.6/27700/Wed Oct 15 08:00:00 2014\0')
      if (command !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0')
      const stream = readStream(received.subarray(end + 1))
      if (stream.content.byteLength > streamMaxLength) {
        return void socket.end('INSTREAM size limit exceeded. ERROR\0')
      }
      if (!stream.isWhole) return
      scanned.push(stream.content)
      pieces.push(stream.lengths)
      socket.end(stream.content.includes(EICAR) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    scanned,
    pieces,
    setManner: (to) => {
      manner = to
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function readStream(bytes: Buffer): { content: Buffer; lengths: number[]; isWhole: boolean } {
  const parts: Buffer[] = []
  const lengths: number[] = []
  let at = 0
  while (at + 4 <= bytes.byteLength) {
    const length = bytes.readUInt32BE(at)
    if (length === 0) return { content: Buffer.concat(parts), lengths, isWhole: true }
    if (at + 4 + length > bytes.byteLength) break
    parts.push(bytes.subarray(at + 4, at + 4 + length))
    lengths.push(length)
    at += 4 + length
  }
  return { content: Buffer.concat(parts), lengths, isWhole: false }
}

function misbehave(socket: Socket, manner: Exclude<ClamdManner, 'well'>): void {
  if (manner === 'hangs-up') socket.destroy()
  if (manner === 'endless') socket.write('a'.repeat(10_000))
  if (manner === 'speaks-oddly') socket.end('<html>502 Bad Gateway</html>\0')
}
