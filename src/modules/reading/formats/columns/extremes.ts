/** The least of what items have; 0 when there is none. Pages may hold more items than a call may have arguments. */
export function least<Item>(items: readonly Item[], of: (item: Item) => number): number {
  const [first] = items
  return first === undefined ? 0 : items.reduce((low, item) => Math.min(low, of(item)), of(first))
}

/** The most of what items have; 0 when there is none. */
export function most<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return -least(items, (item) => -of(item))
}
