import { type Block, filledCells, type Piece, type TableRow } from '../blocks.ts'
import type { Recognised, RecognisedAs, Where } from '../plan-reading.ts'
import { isColourWord } from '../tables/column-content.ts'
import type { ColumnName } from '../tables/column-names.ts'
import type { RowReading } from '../tables/read-row.ts'
import { joinWords } from '../tables/read-row.ts'
import { type OpenTable, readTable, type TableEvent } from '../tables/read-table.ts'
import { findPageFurniture } from './page-furniture.ts'
import { type LabelKind, readPartHeading, splitAtLabels } from './part-heading.ts'
import { emptyTree, openPart, type PartDraft, type PartTree } from './part-tree.ts'
import { toRatingKey } from './rating.ts'

/** An action while it is being read: the rows that make it, the first and what a page cut from it. */
export type ActionDraft = {
  readonly part: PartDraft | null
  readonly readings: RowReading[]
  doubtfulJoin: RowReading | null
}

export type RatingKeyEntry = {
  readonly key: ReturnType<typeof toRatingKey>
  readonly text: string
  readonly where: Where
}

/** The document sorted into what it is made of; every word of the blocks is in one of these. */
export type PlanDraft = {
  readonly tree: PartTree
  readonly actions: ActionDraft[]
  readonly prose: Piece[]
  readonly recognised: Recognised[]
  readonly ratingKey: RatingKeyEntry[]
}

type Reader = PlanDraft & {
  table: OpenTable | null
  collecting: LabelKind | null
  partName: string
  partLead: string | null
  last: ActionDraft | null
}

/** Reads blocks in order into parts, actions and the prose between them. */
export function readPlan(blocks: readonly Block[]): PlanDraft {
  const furniture = findPageFurniture(blocks)
  const reader: Reader = {
    tree: emptyTree(),
    actions: [],
    prose: [],
    recognised: [],
    ratingKey: [],
    table: null,
    collecting: null,
    partName: 'Objective',
    partLead: null,
    last: null,
  }
  for (const block of blocks) {
    if (furniture.has(block) && block.kind !== 'table') recognise(reader, block, 'page-furniture')
    else if (block.kind === 'table') {
      const { events, open } = readTable(block, reader.table)
      for (const event of events) takeEvent(reader, event)
      const isOnlyBands = events.length > 0 && events.every((event) => event.kind === 'band')
      reader.table = isOnlyBands ? null : open
    } else {
      reader.table = null
      if (block.kind === 'heading') takeProse(reader, block, block.depth)
      else takeProse(reader, block.kind === 'item' ? { text: block.text, where: block.where } : block, null)
    }
  }
  return reader
}

function takeEvent(reader: Reader, event: TableEvent): void {
  if (event.kind === 'band') return takeProse(reader, event.piece, null)
  reader.collecting = null
  if (event.kind === 'names') return takeNames(reader, event.names, event.row)
  if (event.kind === 'loose') return takeLoose(reader, event.row)
  const { reading } = event
  if (event.kind === 'continuation' && reader.last)
    return continueAction(reader, reader.last, reading, event.isDoubtful)
  takePart(reader, reading)
  if (event.kind === 'part') return
  if (reader.tree.open) reader.tree.open.actions++
  reader.last = { part: reader.tree.open, readings: [reading], doubtfulJoin: null }
  reader.actions.push(reader.last)
}

function takePart(reader: Reader, reading: RowReading): void {
  const { partRef, partTitle } = reading
  if (partRef === '' && partTitle === '') return
  const opening = {
    level: reader.partName,
    ref: partRef || null,
    title: partTitle,
    where: reading.row.where,
    depth: 50,
  }
  if (openPart(reader.tree, opening) === 'new' && reader.tree.open) reader.tree.open.leadWords = reader.partLead
}

function continueAction(reader: Reader, action: ActionDraft, reading: RowReading, isDoubtful: boolean): void {
  action.readings.push(reading)
  if (isDoubtful) action.doubtfulJoin = reading
  if (reader.tree.open && (reading.partTitle || reading.partRef)) {
    reader.tree.open.title = joinWords(
      reader.tree.open.title,
      [reading.partRef, reading.partTitle].filter(Boolean).join(' '),
    )
  }
}

function takeNames(reader: Reader, names: readonly ColumnName[], row: TableRow): void {
  const part = names.find((name) => name.role === 'part')
  const level = part?.text.replace(/\s*\d+\s*:?\s*$/, '').trim()
  if (level) reader.partName = level
  reader.partLead = names.find((name) => name.role === 'lead')?.rest ?? null
  for (const name of names) {
    const isNumbered = name === part && /\d\s*$/.test(name.text)
    recognise(reader, { text: name.text, where: row.where }, isNumbered ? 'numbering' : 'column')
  }
}

/** A row of no table of actions: the key to the colours, or words that were not understood. */
function takeLoose(reader: Reader, row: TableRow): void {
  const cells = filledCells(row)
  const pairs = cells.flatMap((cell, index) =>
    index % 2 === 0 ? [{ colour: cell.text, text: cells[index + 1]?.text ?? '' }] : [],
  )
  const isKey = cells.length % 2 === 0 && pairs.every((pair) => isColourWord(pair.colour) && !isColourWord(pair.text))
  if (!isKey) return void reader.prose.push({ text: cells.map((cell) => cell.text).join(' | '), where: row.where })
  for (const pair of pairs) {
    reader.ratingKey.push({ key: toRatingKey(pair.colour), text: pair.text, where: row.where })
    recognise(reader, { text: pair.colour, where: row.where }, 'rating-key')
  }
}

function takeProse(reader: Reader, piece: Piece, headingDepth: number | null): void {
  for (const cut of splitAtLabels(piece.text)) {
    if (cut.label) {
      recognise(reader, { text: cut.label.text, where: piece.where }, 'label')
      reader.collecting = cut.label.kind
      if (cut.text !== '') collect(reader, { text: cut.text, where: piece.where })
      continue
    }
    const heading = readPartHeading(cut.text, headingDepth === null ? 'plain' : 'marked')
    if (heading) {
      reader.collecting = null
      const opened = openPart(reader.tree, { ...heading, where: piece.where, depth: headingDepth })
      recognise(reader, { text: `${heading.level} ${heading.ref}`, where: piece.where }, 'numbering')
      if (heading.rest)
        recognise(reader, { text: heading.rest, where: piece.where }, opened === 'known' ? 'repeated-heading' : 'label')
    } else if (headingDepth !== null) {
      reader.collecting = null
      openPart(reader.tree, { level: null, ref: null, title: cut.text, where: piece.where, depth: headingDepth })
    } else collect(reader, { text: cut.text, where: piece.where })
  }
}

function collect(reader: Reader, piece: Piece): void {
  const part = reader.tree.open
  if (reader.collecting && part) part.prose[reader.collecting].push(piece.text)
  else reader.prose.push(piece)
}

function recognise(reader: Reader, piece: Piece, as: RecognisedAs): void {
  reader.recognised.push({ text: piece.text, as, where: piece.where })
}
