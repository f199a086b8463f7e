import { scaleLinear } from 'd3-scale'

export type Stacked<Thing> = {
  readonly of: Thing
  readonly count: number
  readonly from: number
  readonly size: number
}

/**
 * Lays counts end to end on a line.
 *
 * @param countOf  whole number from 0
 * @param total  what fills the line; the sum of the counts when it is left out
 * @param length  the line's length, in whatever unit the drawing uses
 * @returns a place for each thing that counts more than nothing, in the order given
 */
export function stack<Thing>(
  things: readonly Thing[],
  countOf: (thing: Thing) => number,
  length: number,
  total = things.reduce((sum, thing) => sum + countOf(thing), 0),
): readonly Stacked<Thing>[] {
  const place = scaleLinear([0, Math.max(total, 1)], [0, length])
  let before = 0
  return things.flatMap((thing) => {
    const count = countOf(thing)
    if (count <= 0) return []
    const from = place(before)
    before += count
    return [{ of: thing, count, from, size: place(before) - from }]
  })
}
