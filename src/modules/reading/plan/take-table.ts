import { filledCells, type TableRow } from '../blocks.ts'
import type { ColumnName } from '../tables/column-names.ts'
import type { RowReading } from '../tables/read-row.ts'
import type { TableEvent } from '../tables/read-table.ts'
import { readKeyRow } from './key-row.ts'
import { openPart } from './part-tree.ts'
import { type ActionDraft, type Reader, recognise } from './plan-draft.ts'
import { takeProse } from './take-prose.ts'

/** How deep the parts stand that a table keeps in its first columns: below every heading. */
const CELL_DEPTH = 50

/** Takes what a table says: a band is prose, names set the scene, rows are actions or go on from the one before. */
export function takeTableEvent(reader: Reader, event: TableEvent): void {
  if (event.kind !== 'band') reader.collecting = null
  switch (event.kind) {
    case 'band':
      takeProse(reader, event.piece, null)
      break
    case 'names':
      takeNames(reader, event.names, event.row)
      break
    case 'loose':
      takeLooseRow(reader, event.row)
      break
    case 'part':
      takePart(reader, event.reading)
      break
    case 'action':
      takeAction(reader, event.reading)
      break
    case 'continuation':
      if (reader.last) continueAction(reader, reader.last, event.reading, event.isDoubtful)
      else if (event.reading.fields.action === '') takeLooseRow(reader, event.reading.row)
      else takeAction(reader, event.reading)
  }
}

function takeNames(reader: Reader, names: readonly ColumnName[], row: TableRow): void {
  const part = names.find((name) => name.role === 'part')
  const level = part?.text.replace(/\s*\d+\s*:?\s*$/, '').trim()
  if (level) reader.partName = level
  while (!part && reader.tree.open && reader.tree.open.depth >= CELL_DEPTH) reader.tree.open = reader.tree.open.parent
  reader.partLead = names.find((name) => name.role === 'lead')?.rest ?? null
  for (const name of names) {
    const isNumbered = name === part && /\d\s*$/.test(name.text)
    recognise(reader, { text: name.text, where: row.where }, isNumbered ? 'numbering' : 'column')
  }
}

function takeAction(reader: Reader, reading: RowReading): void {
  takePart(reader, reading)
  if (reader.tree.open) reader.tree.open.actions++
  reader.last = { part: reader.tree.open, readings: [reading], doubtfulJoin: null }
  reader.actions.push(reader.last)
}

function takePart(reader: Reader, { partRef, partTitle, row }: RowReading): void {
  if (partRef === '' && partTitle === '') return
  const opening = {
    level: reader.partName,
    ref: partRef || null,
    title: partTitle,
    where: row.where,
    depth: CELL_DEPTH,
  }
  if (openPart(reader.tree, opening) === 'known') {
    recognise(reader, { text: `${partRef} ${partTitle}`.trim(), where: row.where }, 'repeated-heading')
  } else if (reader.tree.open) reader.tree.open.leadWords = reader.partLead
}

function continueAction(reader: Reader, action: ActionDraft, reading: RowReading, isDoubtful: boolean): void {
  action.readings.push(reading)
  if (isDoubtful) action.doubtfulJoin = reading
  const words = [reading.partRef, reading.partTitle].filter((word) => word !== '').join(' ')
  if (words === '') return
  if (action.part) action.part.titleEnds.push(words)
  else reader.prose.push({ text: words, where: reading.row.where })
}

/** A row of no table of actions: the key to the colours, or words that were not understood. */
function takeLooseRow(reader: Reader, row: TableRow): void {
  const pairs = readKeyRow(row)
  if (!pairs) {
    const words = filledCells(row).map((cell) => cell.text)
    reader.prose.push({ text: words.join(' | '), where: row.where })
    return
  }
  for (const { key, colour, text } of pairs) {
    if (key) reader.ratingKey.push({ key, text, where: row.where })
    const words = key ? colour : `${colour} ${text}`
    if (words !== '') recognise(reader, { text: words, where: row.where }, 'rating-key')
  }
}
