import { filledCells, type Piece, type TableRow } from '../blocks.ts'
import type { ColumnName } from '../tables/column-names.ts'
import { type PartCell, type RowReading, splitReference } from '../tables/read-row.ts'
import type { BandEvent, TableEvent } from '../tables/read-table.ts'
import { readKeyRow } from './key-row.ts'
import { isProseLabel, readLooseHeading, readPartHeading } from './part-heading.ts'
import { openPart } from './part-tree.ts'
import { type ActionDraft, type Reader, recognise } from './plan-draft.ts'
import { takeProse } from './take-prose.ts'

/** How deep the parts stand that a table keeps in its first columns: below every heading. Bands stand over them. */
const CELL_DEPTH = 50
const BAND_DEPTH = 40
const LONGEST_BAND = 160

/** Takes what a table says: a band is prose, names set the scene, rows are actions or go on from the one before. */
export function takeTableEvent(reader: Reader, event: TableEvent): void {
  if (event.kind !== 'band') reader.collecting = null
  switch (event.kind) {
    case 'band':
      takeBand(reader, event)
      break
    case 'names':
      takeNames(reader, event.names, event.rows)
      break
    case 'data':
      reader.tables.push({ kind: event.as, title: event.title, names: event.names, rows: [] })
      break
    case 'datum':
      reader.tables.at(-1)?.rows.push(event.row)
      break
    case 'loose':
      takeLooseRow(reader, event.row)
      break
    case 'part':
      takeParts(reader, event.reading)
      break
    case 'heading':
      takeHeadingRow(reader, event.reading)
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

/** A band inside a table of actions is an aim or objective; two directly above each other are two levels. */
function takeBand(reader: Reader, band: BandEvent): void {
  takeTitle(reader, band)
  const [label = '', ...rest] = band.lead?.split(/:\s*/) ?? []
  if (rest.length === 0 || !reader.tree.open) return
  reader.tree.open.leadWords = rest.join(': ')
  recognise(reader, { text: label, where: band.piece.where }, 'label')
}

function takeTitle(reader: Reader, { piece, place }: BandEvent): void {
  if (place === 'outside' || piece.text.length > LONGEST_BAND || isNote(piece.text) || reader.collecting !== null) {
    takeProse(reader, piece, null)
    return
  }
  if (readPartHeading(piece.text) || isProseLabel(piece.text)) {
    takeProse(reader, piece, null)
    return
  }
  if (place === 'outer') reader.hasPairedBands = true
  const isInner = place === 'inner' || (place === 'alone' && reader.hasPairedBands)
  openBand(reader, piece, BAND_DEPTH + (isInner ? 1 : 0))
}

/** Opens the part that a band across a table names, and stands over the rows below it. */
export function openBand(reader: Reader, piece: Piece, depth: number = BAND_DEPTH): void {
  const named = readLooseHeading(piece.text)
  const numbered = splitReference(named?.title ?? piece.text)
  const opening = {
    level: named?.level ?? null,
    ref: numbered?.ref ?? null,
    title: numbered?.title ?? named?.title ?? piece.text,
    where: piece.where,
    depth,
  }
  if (named) recognise(reader, { text: named.mark, where: piece.where }, 'numbering')
  if (openPart(reader.tree, opening) === 'known') recognise(reader, piece, 'repeated-heading')
}

function isNote(text: string): boolean {
  return /^(?:notes?|nb|source|key|please note|\*+)\b|[.;]$/i.test(text)
}

function takeNames(reader: Reader, names: readonly ColumnName[], rows: readonly TableRow[]): void {
  const part = names.find((name) => name.role === 'part')
  while (!part && reader.tree.open && reader.tree.open.depth >= CELL_DEPTH) reader.tree.open = reader.tree.open.parent
  askAboutNames(reader, names, rows[0])
  reader.partLead = names.find((name) => name.role === 'lead')?.rest ?? null
  for (const row of rows) {
    for (const { text } of filledCells(row)) {
      const isNumbered = text === part?.text && /\d\s*$/.test(text)
      recognise(reader, { text, where: row.where }, isNumbered ? 'numbering' : 'column')
    }
  }
}

/** Says which of two columns for one thing was taken, and that a table without names was read by what stands in it. */
function askAboutNames(reader: Reader, names: readonly ColumnName[], row: TableRow | undefined): void {
  const ask = (code: string, words: string | null, message: string) => {
    if (reader.doubts.some((doubt) => doubt.message === message)) return
    reader.doubts.push({ code, severity: 'question', action: null, words, message, where: row?.where ?? null })
  }
  if (names.every((name) => name.text === '')) {
    ask(
      'columns-told-by-content',
      null,
      'A table does not name its columns; which is the action, the date and the lead was told by what stands in them. Is it right?',
    )
  }
  for (const spare of names.filter(
    (name) => name.role === 'other' && (name.known === 'progress' || name.known === 'timescale'),
  )) {
    const taken = names.find((name) => name.role === spare.known)
    const what = spare.known === 'progress' ? 'rating' : 'date'
    if (taken)
      ask(
        `${what}-column-chosen`,
        taken.text,
        `“${taken.text}” was taken as the ${what}, and “${spare.text}” is kept beside each action. Is that the right way round?`,
      )
  }
}

function takeAction(reader: Reader, reading: RowReading): void {
  takeParts(reader, reading)
  for (const text of reading.labels ?? []) recognise(reader, { text, where: reading.row.where }, 'label')
  if (reader.tree.open) reader.tree.open.actions++
  reader.last = { part: reader.tree.open, readings: [reading], doubtfulJoin: null }
  reader.actions.push(reader.last)
}

/** A row that heads those below it: its dates and figures sum them up, and are no action's. */
function takeHeadingRow(reader: Reader, { fields, others, row }: RowReading): void {
  takeProse(reader, { text: fields.action, where: row.where }, null)
  const rest = [fields.starts, fields.timescale, fields.impact, ...others.map((other) => other.text)]
  const text = rest.filter((words) => words !== '').join(' | ')
  if (text !== '') reader.prose.push({ text, where: row.where })
}

function takeParts(reader: Reader, { parts, row }: RowReading): void {
  for (const part of parts) takePart(reader, part, row)
}

function takePart(reader: Reader, { level, depth, ref, title }: PartCell, row: TableRow): void {
  const opening = { level, ref: ref || null, title, where: row.where, depth: CELL_DEPTH + Math.max(0, depth) }
  if (openPart(reader.tree, opening) === 'known') {
    recognise(reader, { text: `${ref} ${title}`.trim(), where: row.where }, 'repeated-heading')
  } else if (reader.tree.open) reader.tree.open.leadWords = reader.partLead
}

function continueAction(reader: Reader, action: ActionDraft, reading: RowReading, isDoubtful: boolean): void {
  action.readings.push(reading)
  for (const text of reading.labels ?? []) recognise(reader, { text, where: reading.row.where }, 'label')
  if (isDoubtful) action.doubtfulJoin = reading
  const words = reading.parts
    .flatMap(({ ref, title }) => [ref, title])
    .filter((word) => word !== '')
    .join(' ')
  if (words === '') return
  if (action.part) action.part.titleEnds.push(words)
  else reader.prose.push({ text: words, where: reading.row.where })
}

/** A row of no table of actions: the key to the colours, or words that were not understood. */
function takeLooseRow(reader: Reader, row: TableRow): void {
  const pairs = readKeyRow(row)
  if (pairs) {
    for (const { key, colour, text } of pairs) {
      if (key) reader.ratingKey.push({ key, text, where: row.where })
      const words = key ? colour : `${colour} ${text}`
      if (words !== '') recognise(reader, { text: words, where: row.where }, 'rating-key')
    }
    return
  }
  reader.prose.push({
    text: filledCells(row)
      .map((cell) => cell.text)
      .join(' | '),
    where: row.where,
  })
}
