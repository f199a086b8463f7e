/** Chance that comes the same way again from the same seed. */
export type Chance = {
  /** a whole number from 0 and below `end` */
  readonly below: (end: number) => number
  readonly oneOf: <T>(list: readonly T[]) => T | undefined
  /** true once in so many times */
  readonly onceIn: (times: number) => boolean
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  // mulberry32: small, quick, and good enough to choose mutations by.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return { below, oneOf: (list) => list[below(list.length)], onceIn: (times) => below(times) === 0 }
}
