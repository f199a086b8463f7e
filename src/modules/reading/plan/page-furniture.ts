import type { Block } from '../blocks.ts'
import { isProseLabel, readPartHeading } from './part-heading.ts'

const ALWAYS =
  /^(?:draft(?: v?[\d.]+)?|confidential|page \d{1,4}(?: of \d{1,4})?|[-–]? ?\d{1,4} ?[-–]?|\d{1,4} of \d{1,4})$/i

/**
 * The lines that belong to the page and not to the plan: page numbers, "DRAFT", and short lines that come back between
 * pieces of tables. A table goes on across them.
 */
export function findPageFurniture(blocks: readonly Block[]): ReadonlySet<Block> {
  const furniture = new Set<Block>()
  const repeated = new Map<string, Block[]>()
  for (const block of blocks) if (block.kind === 'paragraph' && block.isPageFurniture) furniture.add(block)
  for (const run of runsBetweenTables(blocks)) {
    for (const block of run.blocks) {
      if (block.kind === 'table' || block.text.length > 80) continue
      if (ALWAYS.test(block.text)) furniture.add(block)
      else if (run.isBetween && block.kind !== 'heading' && !isProseLabel(block.text) && !readPartHeading(block.text)) {
        const same = repeated.get(block.text)
        if (same) same.push(block)
        else repeated.set(block.text, [block])
      }
    }
  }
  for (const same of repeated.values()) if (same.length > 1) for (const block of same) furniture.add(block)
  return furniture
}

function runsBetweenTables(blocks: readonly Block[]): { blocks: Block[]; isBetween: boolean }[] {
  const runs: { blocks: Block[]; isBetween: boolean }[] = []
  let run: Block[] = []
  let follows = false
  for (const block of blocks) {
    if (block.kind !== 'table') {
      run.push(block)
      continue
    }
    runs.push({ blocks: run, isBetween: follows && run.length <= 6 })
    run = []
    follows = true
  }
  return [...runs, { blocks: run, isBetween: false }]
}
