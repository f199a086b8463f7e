/** That one waits for another; `from` waits for `on`. */
export type Wait<Node> = { readonly from: Node; readonly on: Node }

/**
 * The circle that one more wait would close: from the one that would wait, by what it would wait for, back to it.
 *
 * @returns each of the circle once, beginning with `from`; null when there would be none
 */
export function circleClosedBy<Node>(waits: readonly Wait<Node>[], added: Wait<Node>): readonly Node[] | null {
  if (added.from === added.on) return [added.from]
  const onByFrom = Map.groupBy(waits, ({ from }) => from)
  const before = new Map<Node, Node>([[added.on, added.from]])
  const next = [added.on]
  for (let node = next.shift(); node !== undefined; node = next.shift()) {
    for (const { on } of onByFrom.get(node) ?? []) {
      if (on === added.from) return pathTo(before, added.from, node)
      if (!before.has(on)) {
        before.set(on, node)
        next.push(on)
      }
    }
  }
  return null
}

function pathTo<Node>(before: ReadonlyMap<Node, Node>, from: Node, last: Node): readonly Node[] {
  const path: Node[] = []
  for (let node: Node | undefined = last; node !== undefined && node !== from; node = before.get(node))
    path.unshift(node)
  return [from, ...path]
}
