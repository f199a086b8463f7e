import type { FieldRole, RowReading } from '../../tables/read-row.ts'
import { openPart, type PartDraft } from '../part-tree.ts'
import { type Reader, recognise } from '../plan-draft.ts'
import { takeCardRows } from '../take-card.ts'
import type { WordsBlock } from './document-lines.ts'
import type { ListItem, NumberedPart, Verdict } from './find-lists.ts'
import { readItem, roleOf } from './read-item.ts'
import { splitFields } from './split-fields.ts'

const TITLE_DEPTH = 30
const PLEDGE_DEPTH = 8

/** Takes a line for what the lists of the document make of it. */
export function takeVerdict(reader: Reader, block: WordsBlock, verdict: Verdict): void {
  const { where } = block
  if (verdict.as !== 'rest' && verdict.as !== 'success') reader.collecting = null
  switch (verdict.as) {
    case 'rest':
      break
    case 'action':
      takeItem(reader, verdict.item)
      break
    case 'success':
      if (reader.tree.open) reader.tree.open.prose.success.push(verdict.text)
      else reader.prose.push({ text: verdict.text, where })
      break
    case 'label':
      recognise(reader, { text: block.text, where }, 'label')
      break
    case 'declared':
      recognise(reader, { text: wordsOf(block), where }, 'list-of-parts')
      break
    case 'stop':
      reader.prose.push(block)
      break
    case 'title':
      openPart(reader.tree, { level: null, ref: null, title: block.text, where, depth: TITLE_DEPTH })
      break
    case 'heading':
      if (!verdict.isDeclared) takeHeading(reader, block, verdict, false)
      else openPart(reader.tree, { ...verdict, where: block.where, depth: null })
      break
    case 'declares':
      takeHeading(reader, block, verdict, verdict.comesAgain === true)
      break
    case 'pledge':
      openPart(reader.tree, {
        level: 'Pledge',
        ref: null,
        title: block.text,
        where,
        depth: block.kind === 'heading' ? block.depth : PLEDGE_DEPTH,
      })
      break
    case 'promise':
      takePromise(reader, block, verdict.title)
      break
    case 'point':
      reader.tree.open?.points.push(verdict.text)
      break
    case 'card':
      takeCardRows(reader, verdict.rows, 0)
      break
    case 'term':
      reader.glossary.push(verdict.entry)
  }
}

function wordsOf(block: WordsBlock): string {
  return block.kind === 'item' && /\d/.test(block.marker) ? `${block.marker} ${block.text}` : block.text
}

/** Opens a part; where a list declared it, the list's own words were kept, and these are its title. */
function takeHeading(
  reader: Reader,
  block: WordsBlock,
  { level, ref, title }: NumberedPart,
  keepsWords: boolean,
): void {
  const depth = level === null ? TITLE_DEPTH : null
  const opened = openPart(reader.tree, { level, ref, title, where: block.where, depth })
  if (keepsWords || opened === 'known') recognise(reader, { text: wordsOf(block), where: block.where }, 'list-of-parts')
}

function takePromise(reader: Reader, block: WordsBlock, title: string): void {
  const depth = pledgeDepth(reader.tree.open) + 1
  openPart(reader.tree, { level: 'Promise', ref: null, title, where: block.where, depth })
  const label = block.text.slice(title.length).replace(/^[\s,:–—-]+|[\s:–—-]+$/g, '')
  if (label !== '') recognise(reader, { text: label, where: block.where }, 'label')
}

function pledgeDepth(part: PartDraft | null): number {
  if (part === null) return PLEDGE_DEPTH
  return part.level === 'Pledge' ? part.depth : pledgeDepth(part.parent)
}

function takeItem(reader: Reader, item: ListItem): void {
  const read = readItem(item.text)
  const fields = { ...read.fields }
  const others = [...read.others]
  const labels = [...read.labels]
  for (const line of item.more) takeMore(line, fields, others, labels)
  const reading: RowReading = {
    ref: item.ref,
    parts: [],
    fields,
    progressFill: null,
    impactFill: null,
    others,
    row: { cells: [], where: item.where, source: item.source },
  }
  for (const label of labels) recognise(reader, { text: label, where: item.where }, 'label')
  for (const text of item.leftOver) recognise(reader, { text, where: item.where }, 'page-furniture')
  if (reader.tree.open) reader.tree.open.actions++
  reader.last = { part: reader.tree.open, readings: [reading], doubtfulJoin: null }
  reader.actions.push(reader.last)
}

/** A line under an item: fields of it by name, else words kept beside it. */
function takeMore(
  line: string,
  fields: Record<FieldRole, string>,
  others: { column: string; text: string }[],
  labels: string[],
): void {
  const { head, fields: named } = splitFields(line)
  if (head !== '') others.push({ column: '', text: head })
  for (const { label, value } of named) {
    labels.push(label)
    const role = roleOf(label)
    if (role && fields[role] === '') fields[role] = value
    else others.push({ column: label, text: value })
  }
}
