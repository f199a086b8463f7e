import { connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { messageOf } from '../problem.ts'
import type { ClamdAddress } from './clamd-address.ts'
import type { Scanned, Scanner } from './scanner.ts'

export type ClamdLimits = {
  /** how long it may say and take nothing */
  readonly silenceMs: number
  /** how long one file may take */
  readonly totalMs: number
}

const LIMITS: ClamdLimits = { silenceMs: 30_000, totalMs: 120_000 }
const PIECE = 64 * 1024
const LONGEST_ANSWER = 4096

/**
 * Asks ClamAV's daemon by its own protocol: `VERSION`, then `INSTREAM`, the file in pieces that each say their length. Whatever goes
 * wrong on the way is "not reached": a scanner that is away never makes a file look clean.
 */
export function clamdScanner(at: ClamdAddress, limits = LIMITS): Scanner {
  return {
    scan: async (content) => {
      try {
        const by = (await exchange(at, limits, commandFor('VERSION'))).slice(0, 200)
        if (by === '') return { kind: 'not-reached', why: 'The scanner did not say its version' }
        return understood(await exchange(at, limits, stream(content)), by)
      } catch (problem) {
        return { kind: 'not-reached', why: messageOf(problem).slice(0, 200) }
      }
    },
  }
}

function understood(answer: string, by: string): Scanned {
  if (answer === 'stream: OK') return { kind: 'clean', by }
  const what = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  return what ? { kind: 'found', by, what: what.slice(0, 200) } : { kind: 'refused', by, why: answer.slice(0, 200) }
}

function commandFor(name: string): Iterable<Buffer> {
  return [Buffer.from(`z${name}\0`)]
}

function* stream(content: Uint8Array): Iterable<Buffer> {
  yield* commandFor('INSTREAM')
  for (let from = 0; from < content.byteLength; from += PIECE) {
    const piece = Buffer.from(content.subarray(from, from + PIECE))
    yield lengthOf(piece.byteLength)
    yield piece
  }
  yield lengthOf(0)
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

/** One command on a connection of its own, and its answer. The daemon may answer, and hang up, before it has taken everything. */
async function exchange(at: ClamdAddress, limits: ClamdLimits, pieces: Iterable<Buffer>): Promise<string> {
  const socket = connect(at)
  socket.setTimeout(limits.silenceMs, () => socket.destroy(new Error('The scanner fell silent')))
  const overall = setTimeout(() => socket.destroy(new Error('The scanner took too long')), limits.totalMs)
  const sending = pipeline(Readable.from(oneByOne(pieces)), socket, { end: false }).catch(() => undefined)
  try {
    return await answerFrom(socket)
  } finally {
    clearTimeout(overall)
    socket.destroy()
    await sending
  }
}

/** Between two pieces an answer can come in: one that says "too large" must be read before the next piece breaks the connection. */
async function* oneByOne(pieces: Iterable<Buffer>): AsyncIterable<Buffer> {
  for (const piece of pieces) {
    yield piece
    await setImmediate()
  }
}

function answerFrom(socket: Socket): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let text = ''
  socket.on('data', (data) => {
    text += data.toString('latin1')
    const end = text.indexOf('\0')
    if (end >= 0) resolve(text.slice(0, end).trim())
    else if (text.length > LONGEST_ANSWER) reject(new Error('The scanner’s answer has no end'))
  })
  socket.on('error', reject)
  socket.on('close', () => reject(new Error('The scanner hung up without an answer')))
  return promise
}
