/** The six numbers that PDF moves, turns and scales with. */
export type Matrix = readonly [number, number, number, number, number, number]

export const SAME: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function combine(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [p, q, r, s, t, u] = inner
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

/** Where a point comes to stand. */
export function place([a, b, c, d, e, f]: Matrix, x: number, y: number): { readonly x: number; readonly y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

/** A matrix from what the library hands over; null when it is none. */
export function toMatrix(value: unknown): Matrix | null {
  const numbers = toNumbers(value)
  const [a, b, c, d, e, f] = numbers
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
    return null
  return numbers.every(Number.isFinite) ? [a, b, c, d, e, f] : null
}

/** The numbers of an array of any kind; none when it is no array of numbers. */
export function toNumbers(value: unknown): readonly number[] {
  if (value instanceof Float32Array || value instanceof Float64Array) return Array.from(value)
  return Array.isArray(value) ? value.filter((each) => typeof each === 'number') : []
}
