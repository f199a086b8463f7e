/** A pair that may be made, and how good it is: the higher the better, always above 0. */
export type Candidate = { readonly left: number; readonly right: number; readonly worth: number }

/**
 * Pairs lefts with rights so that the worth of all pairs together is the highest possible; each is in one pair at most. Rows without a
 * candidate, or better left alone for the good of the whole, stay alone.
 *
 * Shortest augmenting paths over the candidates alone (Jonker and Volgenant's way, without the full matrix): with some tens of candidates a
 * row, thousands of rows take a moment.
 *
 * @returns by left, the position of its candidate in `candidates`; -1 for none
 */
export function assign(lefts: number, rights: number, candidates: readonly Candidate[]): Int32Array {
  const byLeft: number[][] = Array.from({ length: lefts }, () => [])
  for (const [at, { left }] of candidates.entries()) byLeft[left]?.push(at)
  const state = {
    byLeft,
    candidates,
    priceOfLeft: new Float64Array(lefts),
    priceOfRight: new Float64Array(rights),
    chosen: new Int32Array(lefts).fill(-1),
    ownerOf: new Int32Array(rights).fill(-1),
  }
  for (let left = 0; left < lefts; left++) place(state, left)
  return state.chosen
}

type State = {
  readonly byLeft: readonly (readonly number[])[]
  readonly candidates: readonly Candidate[]
  readonly priceOfLeft: Float64Array
  readonly priceOfRight: Float64Array
  readonly chosen: Int32Array
  readonly ownerOf: Int32Array
}

/** The cheapest way to give one more left a place: a free right, or nothing for it or for one it pushes out. */
function place(state: State, first: number): void {
  const { byLeft, candidates, priceOfLeft, priceOfRight, chosen, ownerOf } = state
  const distance = new Map<number, number>()
  const via = new Map<number, number>()
  const done = new Map<number, number>()
  const queue = new Queue()
  let alone = { left: first, cost: 0 }
  const reach = (left: number, soFar: number) => {
    for (const at of byLeft[left] ?? []) {
      const edge = candidates[at]
      if (!edge || done.has(edge.right)) continue
      const cost = soFar - edge.worth - (priceOfLeft[left] ?? 0) - (priceOfRight[edge.right] ?? 0)
      if (cost >= (distance.get(edge.right) ?? Number.POSITIVE_INFINITY)) continue
      distance.set(edge.right, cost)
      via.set(edge.right, at)
      queue.add(edge.right, cost)
    }
    const cost = soFar - (priceOfLeft[left] ?? 0)
    if (cost < alone.cost) alone = { left, cost }
  }
  reach(first, 0)
  let end: number | null = null
  for (let next = queue.take(); next; next = queue.take()) {
    if (done.has(next.right) || next.cost > (distance.get(next.right) ?? 0)) continue
    if (next.cost >= alone.cost) break
    const owner = ownerOf[next.right] ?? -1
    if (owner < 0) {
      end = next.right
      break
    }
    done.set(next.right, next.cost)
    reach(owner, next.cost)
  }
  const total = end === null ? alone.cost : (distance.get(end) ?? 0)
  for (const [right, cost] of done) {
    const owner = ownerOf[right] ?? -1
    priceOfLeft[owner] = (priceOfLeft[owner] ?? 0) + total - cost
    priceOfRight[right] = (priceOfRight[right] ?? 0) - total + cost
  }
  priceOfLeft[first] = (priceOfLeft[first] ?? 0) + total
  let right = end
  if (right === null) {
    if (alone.left === first) return
    right = candidates[chosen[alone.left] ?? -1]?.right ?? null
    chosen[alone.left] = -1
  }
  while (right !== null) {
    const at = via.get(right) ?? -1
    const left = candidates[at]?.left ?? first
    const before = chosen[left] ?? -1
    chosen[left] = at
    ownerOf[right] = left
    right = left === first ? null : (candidates[before]?.right ?? null)
  }
}

/** Rights waiting to be looked at, the nearest first: a binary heap. */
class Queue {
  readonly #heap: { right: number; cost: number }[] = []

  add(right: number, cost: number): void {
    const heap = this.#heap
    let at = heap.push({ right, cost }) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.#costAt(above) <= cost) break
      this.#swap(at, above)
      at = above
    }
  }

  take(): { right: number; cost: number } | null {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (!first || !last) return null
    if (heap.length > 0) {
      heap[0] = last
      this.#sink()
    }
    return first
  }

  #sink(): void {
    let at = 0
    for (;;) {
      const [one, two] = [2 * at + 1, 2 * at + 2]
      const least = this.#costAt(two) < this.#costAt(one) ? two : one
      if (this.#costAt(least) >= this.#costAt(at)) return
      this.#swap(at, least)
      at = least
    }
  }

  #costAt(at: number): number {
    return this.#heap[at]?.cost ?? Number.POSITIVE_INFINITY
  }

  #swap(a: number, b: number): void {
    const [one, two] = [this.#heap[a], this.#heap[b]]
    if (one && two) [this.#heap[a], this.#heap[b]] = [two, one]
  }
}
