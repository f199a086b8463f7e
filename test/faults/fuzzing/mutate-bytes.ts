import type { Chance } from './chance.ts'

/** Changes a file without knowing what it is: bytes turned, cut, doubled, taken from elsewhere or lost. */
export function mutateBytes(content: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(content.length)
  const length = 1 + chance.below(chance.onceIn(4) ? 4_000 : 12)
  const piece = content.subarray(at, at + length)
  const elsewhere = chance.below(content.length)
  switch (chance.below(7)) {
    case 0:
      return content.map((byte, index) => (index >= at && index < at + length ? chance.below(256) : byte))
    case 1:
      return content.map((byte, index) => (index === at ? byte ^ (1 << chance.below(8)) : byte))
    case 2:
      return joined(content.subarray(0, at), content.subarray(at + length))
    case 3:
      return joined(content.subarray(0, elsewhere), piece, content.subarray(elsewhere))
    case 4:
      return content.slice(0, at)
    case 5:
      return joined(
        content.subarray(0, at),
        new Uint8Array(length).fill(chance.oneOf([0, 255, 32, 10]) ?? 0),
        content.subarray(at),
      )
    default:
      return joined(
        content.subarray(0, at),
        ...Array.from({ length: 1 + chance.below(50) }, () => piece),
        content.subarray(at),
      )
  }
}

export function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
