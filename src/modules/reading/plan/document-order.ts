import type { Block } from '../blocks.ts'
import type { Where } from '../plan-reading.ts'

/** Sorts what was found into the order of the document, whether it counts lines, pages or sheets. */
export type DocumentOrder = <Found extends { readonly where: Where }>(a: Found, b: Found) => number

/** The order of the blocks is the order of the document. A place that no block has comes last. */
export function orderOf(blocks: readonly Block[]): DocumentOrder {
  const places = new Map<Where, number>()
  for (const block of blocks) {
    for (const { where } of block.kind === 'table' ? block.rows : [block])
      if (!places.has(where)) places.set(where, places.size)
  }
  const placeOf = (where: Where) => places.get(where) ?? places.size
  return (a, b) => placeOf(a.where) - placeOf(b.where)
}
