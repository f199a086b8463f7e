import { randomBytes } from 'node:crypto'
import { type Id, parseId } from '../kernel/id.ts'
import { type Clock, systemClock } from './clock.ts'

/** Makes an id for a new thing: `newId<'plan'>()`. */
export type NewId = <Thing extends string>() => Id<Thing>

/** The maker of ids for this process. */
export const newId: NewId = idMaker()

/**
 * A maker of UUIDv7 ids, each greater than the one before it from the same maker, so that they sort in the order made.
 *
 * @param clock  the moment put in the first 48 bits; when it stands still or goes back, a counter goes on
 * @param random  the given number of unpredictable bytes; fixed ones give the same ids on every run
 * @see RFC 9562, section 6.2, method 1: 12 bits of counter after the milliseconds
 */
export function idMaker(clock: Clock = systemClock, random: (size: number) => Buffer = randomBytes): NewId {
  let lastMillisecond = 0
  let counter = 0
  return <Thing extends string>() => {
    const now = clock().epochMilliseconds
    if (now > lastMillisecond) {
      lastMillisecond = now
      counter = random(2).readUInt16BE() & 0x7ff
    } else if (counter === 0xfff) {
      lastMillisecond += 1
      counter = 0
    } else {
      counter += 1
    }
    return uuid<Thing>(lastMillisecond, counter, random(8))
  }
}

function uuid<Thing extends string>(millisecond: number, counter: number, tail: Buffer): Id<Thing> {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(millisecond, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  tail.copy(bytes, 8)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  const hex = bytes.toString('hex')
  const text = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  const id = parseId<Thing>(text)
  if (!id) throw new Error(`Not a UUID: ${text}`)
  return id
}
