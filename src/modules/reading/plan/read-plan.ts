import { type Block, type Piece, plainCell, type TableBlock } from '../blocks.ts'
import { NO_RECIPE, type Recipe } from '../recipe.ts'
import { continuesCard, readCardRows, readRestOfCard } from '../tables/card-rows.ts'
import { isAmount } from '../tables/read-amount.ts'
import { type GoingOn, readTable } from '../tables/read-table.ts'
import { goesOnUnderHeading } from '../tables/under-heading.ts'
import { findLists } from './lists/find-lists.ts'
import { takeVerdict } from './lists/take-verdict.ts'
import { findPageFurniture } from './page-furniture.ts'
import { readPartHeading } from './part-heading.ts'
import { assignPartsByReference } from './parts-by-reference.ts'
import { NOTHING_OPEN, newReader, type PlanDraft, type Reader, recognise } from './plan-draft.ts'
import { claimTitle, closeCard, takeCardRows } from './take-card.ts'
import { takeProse } from './take-prose.ts'
import { openBand, takeTableEvent } from './take-table.ts'

/**
 * Reads blocks in order into parts, actions and the prose between them; no word of them is dropped.
 *
 * @param recipe  what somebody told of this kind of document; it goes before what the document suggests
 */
export function readPlan(blocks: readonly Block[], recipe: Recipe = NO_RECIPE): PlanDraft {
  const furniture = findPageFurniture(blocks)
  const lists = findLists(blocks, furniture)
  const reader = newReader()
  for (const block of blocks) {
    if (block.kind === 'table') takeTable(reader, block, recipe)
    else if (furniture.has(block)) recognise(reader, { text: wordsOf(block), where: block.where }, 'page-furniture')
    else if (block.kind === 'paragraph' && block.isMixed) reader.prose.push({ text: block.text, where: block.where })
    else {
      holdTable(reader, wordsOf(block))
      reader.title = block
      const verdict = lists.get(block)
      if (verdict) takeVerdict(reader, block, verdict)
      else if (!takeTotals(reader, block))
        takeProse(reader, { text: wordsOf(block), where: block.where }, block.kind === 'heading' ? block.depth : null)
    }
  }
  closeCard(reader)
  assignPartsByReference(reader)
  return reader
}

function takeTable(reader: Reader, block: TableBlock, recipe: Recipe): void {
  if (takeCardTable(reader, block)) return
  const before = block.beginsAnew ? NOTHING_OPEN : tableBefore(reader, block)
  reader.held = NOTHING_OPEN
  const { events, now } = readTable(block, { before, title: reader.title, recipe })
  if (headsItsGroups(events)) claimGroupTitle(reader)
  for (const event of events) {
    if (event.kind === 'band' && recipe.bands === 'words') reader.prose.push(event.piece)
    else takeTableEvent(reader, event)
  }
  const isOnlyBands = events.length > 0 && events.every((event) => event.kind === 'band')
  reader.table = isOnlyBands ? NOTHING_OPEN : now
  reader.title = lastBand(events)
}

/** A table ends at words, but a part's heading may stand between two pieces of it. */
function holdTable(reader: Reader, words: string): void {
  const isHeading = readPartHeading(words) !== null
  const last = reader.table.actions ? reader.table : reader.held
  reader.held = isHeading ? last : NOTHING_OPEN
  reader.table = NOTHING_OPEN
}

function tableBefore({ table, held }: Reader, block: TableBlock): GoingOn {
  if (table.actions || table.data || !held.actions || !goesOnUnderHeading(held.actions, block)) return table
  return { ...held, isHeaded: true }
}

/** Whether the names come again in a table under a band, so that the words before the table head its first rows as the band does the next. */
function headsItsGroups(events: ReturnType<typeof readTable>['events']): boolean {
  return (
    events[0]?.kind === 'names' &&
    events.some((event, at) => event.kind === 'names' && at > 1 && events[at - 1]?.kind === 'band')
  )
}

function claimGroupTitle(reader: Reader): void {
  const { title } = reader
  if (!title || reader.prose.at(-1)?.where !== title.where || title.text.length > 90 || /[.:;]$/.test(title.text))
    return
  reader.prose.pop()
  openBand(reader, title)
}

/** Takes a table that is a card, or the rest of a card that a page cut; answers false for any other. */
function takeCardTable(reader: Reader, block: TableBlock): boolean {
  const rows = reader.table.actions && !block.beginsAnew ? null : readCardRows(block)
  const rest = !rows && reader.card && continuesCard(block, reader.card.columns) ? readRestOfCard(block) : null
  if (!rows && !rest) {
    closeCard(reader)
    return false
  }
  if (rows) {
    const heading = claimTitle(reader, reader.title, rows)
    takeCardRows(reader, heading ? [heading, ...rows] : rows, block.columns)
  } else takeCardRows(reader, rest ?? [], block.columns)
  reader.title = null
  reader.table = NOTHING_OPEN
  return true
}

/** A line of figures under a table of money is its row of totals, which a careless export cut off. */
function takeTotals(reader: Reader, block: Exclude<Block, TableBlock>): boolean {
  const table = reader.tables.at(-1)
  const columns = table?.names?.cells.filter((cell) => cell.text !== '') ?? []
  if (table?.kind !== 'funding' || block.text.length > 300) return false
  const figures = block.text.split(/\s+/)
  if (figures.length < 2 || !figures.every(isAmount)) return false
  const own = columns.slice(-figures.length)
  if (own.length !== figures.length || table.rows.length === 0) return false
  const cells = own.map((cell, index) => plainCell(figures[index] ?? '', cell.column))
  table.rows.push({ cells, where: block.where, source: block.text })
  return true
}

function lastBand(events: ReturnType<typeof readTable>['events']): Piece | null {
  const last = events.at(-1)
  return last?.kind === 'band' ? last.piece : null
}

function wordsOf(block: Exclude<Block, TableBlock>): string {
  return block.kind === 'item' && /\d/.test(block.marker) ? `${block.marker} ${block.text}` : block.text
}
