import type { Wait } from './circle.ts'

/**
 * The longest chain of waits behind each action that nobody waits for, the longest first: from it by what it waits for to what waits
 * for nothing. Of two as long, the one whose action comes first in the plan.
 *
 * @param order  all actions concerned, in the plan's order
 * @param waits  without a circle
 */
export function longestChains<Node>(
  order: readonly Node[],
  waits: readonly Wait<Node>[],
): readonly (readonly Node[])[] {
  const place = new Map(order.map((node, at) => [node, at]))
  const placeOf = ([first]: readonly Node[]) =>
    first === undefined ? order.length : (place.get(first) ?? order.length)
  const longestFirst = (a: readonly Node[], b: readonly Node[]) => b.length - a.length || placeOf(a) - placeOf(b)
  const onByFrom = Map.groupBy(waits, ({ from }) => from)
  const known = new Map<Node, readonly Node[]>()
  const chainOf = (node: Node): readonly Node[] => {
    const before = known.get(node)
    if (before) return before
    // Until it is known a node counts as its own end, so that even a circle, which is refused, would end.
    known.set(node, [node])
    const [longest = []] = (onByFrom.get(node) ?? []).map(({ on }) => chainOf(on)).toSorted(longestFirst)
    const chain = [node, ...longest]
    known.set(node, chain)
    return chain
  }
  const waitedFor = new Set(waits.map(({ on }) => on))
  const ends = [...new Set(waits.map(({ from }) => from))].filter((node) => !waitedFor.has(node))
  return ends.map(chainOf).toSorted(longestFirst)
}

/** In which column of a picture each stands: 0 waits for nothing, and whatever waits stands to the right of all it waits for. */
export function columnsOf<Node>(waits: readonly Wait<Node>[]): ReadonlyMap<Node, number> {
  const onByFrom = Map.groupBy(waits, ({ from }) => from)
  const columns = new Map<Node, number>()
  const columnOf = (node: Node): number => {
    const known = columns.get(node)
    if (known !== undefined) return known
    columns.set(node, 0)
    const column = Math.max(-1, ...(onByFrom.get(node) ?? []).map(({ on }) => columnOf(on))) + 1
    columns.set(node, column)
    return column
  }
  for (const { from, on } of waits) {
    columnOf(from)
    columnOf(on)
  }
  return columns
}
