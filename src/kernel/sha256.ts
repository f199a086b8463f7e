import { createHash } from 'node:crypto'

/** The SHA-256 of some bytes, or of words in UTF-8, as 64 hexadecimal digits in lower case. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
