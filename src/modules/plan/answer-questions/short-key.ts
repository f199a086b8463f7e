/**
 * A short key for some words, the same for the same words: 24 hexadecimal digits (96 bits), enough to tell apart all that a plan can
 * be asked. It keeps no secret.
 *
 * @see MurmurHash2's mixing, as in Bryc's cyrb53
 */
export function shortKey(words: string): string {
  return halfKey(words, 0) + halfKey(words, 0x9e3779b9)
}

function halfKey(words: string, seed: number): string {
  let high = 0xdeadbeef ^ seed
  let low = 0x41c6ce57 ^ seed
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  const one = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  const two = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (two >>> 0).toString(16).padStart(8, '0') + ((one >>> 0) % 0x10000).toString(16).padStart(4, '0')
}
