import { createHash } from 'node:crypto'

/** Ten characters that change when any of the contents does. */
export function fingerprint(...contents: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content).update('\0')
  return hash.digest('hex').slice(0, 10)
}
