import { createHmac } from 'node:crypto'

/**
 * The six digits that an app on a phone shows for a key, by RFC 6238 and in our own hand: what the server takes must be what any
 * app makes.
 *
 * @param key  in base32, as it stands in the QR code
 */
export function appCode(key: string, moment = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(moment / 30_000)))
  const sum = createHmac('sha1', bytesOf(key)).update(counter).digest()
  const at = (sum.at(-1) ?? 0) & 0x0f
  return String((sum.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** What the app shows half a minute later, which is believed already: for a second way in, since each code opens once. */
export function nextAppCode(key: string): string {
  return appCode(key, Date.now() + 30_000)
}

function bytesOf(base32: string): Buffer {
  const bits = [...base32.replaceAll(/[\s=]/g, '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
