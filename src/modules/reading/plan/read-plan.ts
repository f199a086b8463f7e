import type { Block } from '../blocks.ts'
import { NO_RECIPE, type Recipe } from '../recipe.ts'
import { readTable } from '../tables/read-table.ts'
import { findPageFurniture } from './page-furniture.ts'
import { newReader, type PlanDraft, recognise } from './plan-draft.ts'
import { takeProse } from './take-prose.ts'
import { takeTableEvent } from './take-table.ts'

/**
 * Reads blocks in order into parts, actions and the prose between them; no word of them is dropped.
 *
 * @param recipe  what somebody told of this kind of document
 */
export function readPlan(blocks: readonly Block[], recipe: Recipe = NO_RECIPE): PlanDraft {
  const furniture = findPageFurniture(blocks)
  const reader = newReader()
  for (const block of blocks) {
    if (block.kind === 'table') {
      const { events, open } = readTable(block, block.beginsAnew ? null : reader.table, recipe)
      for (const event of events) {
        if (event.kind === 'band' && recipe.bands === 'words') reader.prose.push(event.piece)
        else takeTableEvent(reader, event)
      }
      const isOnlyBands = events.length > 0 && events.every((event) => event.kind === 'band')
      reader.table = isOnlyBands ? null : open
    } else if (furniture.has(block)) {
      recognise(reader, block, 'page-furniture')
    } else {
      reader.table = null
      const words = block.kind === 'item' && /\d/.test(block.marker) ? `${block.marker} ${block.text}` : block.text
      takeProse(reader, { text: words, where: block.where }, block.kind === 'heading' ? block.depth : null)
    }
  }
  return reader
}
