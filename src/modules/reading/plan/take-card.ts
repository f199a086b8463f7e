import type { Piece } from '../blocks.ts'
import type { CardRow } from '../tables/card-rows.ts'
import type { Role } from '../tables/column-names.ts'
import { hintedColumn, knownColumn } from '../tables/known-columns.ts'
import type { Known } from '../tables/known-names.ts'
import { type FieldRole, joinPieces, NO_FIELDS, type RowReading, splitReference } from '../tables/read-row.ts'
import { openPart } from './part-tree.ts'
import { type ActionDraft, type CardDraft, type Reader, recognise } from './plan-draft.ts'
import { takeProse } from './take-prose.ts'

const CARD_PART_DEPTH = 48
/** A group of fields that tells what the action is linked to, and nothing of itself. */
const LINKS = /^(?:references?|links?|linked|alignment)\b/i

/** Takes the fields of cards in their order; an action begins where the field comes again that began the one before. */
export function takeCardRows(reader: Reader, rows: readonly CardRow[], columns: number): void {
  for (const [index, row] of rows.entries()) {
    if (row.group !== '') recognise(reader, { text: row.group, where: row.where }, 'label')
    if (row.label === '' && row.value === '') continue
    if (row.label === '') takeAcross(reader, row, rows[index + 1], columns)
    else takeField(reader, row, index === 0, columns)
  }
}

function takeField(reader: Reader, row: CardRow, isFirst: boolean, columns: number): void {
  const { card } = reader
  if (card && /^\p{Ll}/u.test(row.label) && !knownColumn(row.label)) {
    recognise(reader, { text: row.label, where: row.where }, 'label')
    if (row.value === row.label || !isFirst) addOther(card, row)
    else if (row.value !== '') continueField(card, row)
    return
  }
  const known = (knownColumn(row.label) ?? hintedColumn(row.label))?.known ?? null
  if (card && row.group !== '') card.group = row.group
  const role = card && LINKS.test(card.group) ? 'other' : roleOf(known)
  if (role === 'part' && row.value !== '') {
    recognise(reader, { text: row.label, where: row.where }, 'label')
    openCardPart(reader, row)
    return
  }
  if (!card || begins(card, row, role)) beginCard(reader, row, columns)
  recognise(reader, { text: row.label, where: row.where }, 'label')
  addField(reader, row, role)
}

/** The rest of a field that a page cut: of the last one that has a place, else of the last one kept beside the action. */
function continueField(card: CardDraft, row: CardRow): void {
  const last = card.action.readings.at(-1)
  const other = last?.others.at(-1)
  if (card.lastField || !last || !other)
    card.action.readings.push(readingOf(row, card.lastField ?? 'narrative', row.value))
  else {
    const others = [...last.others.slice(0, -1), { ...other, text: joinPieces([other.text, row.value]) }]
    card.action.readings[card.action.readings.length - 1] = { ...last, others }
    card.action.readings.push(readingOf(row, null, ''))
  }
}

/** Words across a card are its action when no field names it; before a card begins they head it. */
function takeAcross(reader: Reader, row: CardRow, next: CardRow | undefined, columns: number): void {
  const nextKnown = next ? (knownColumn(next.label)?.known ?? null) : null
  if (!next || next.label === '' || nextKnown === 'action' || nextKnown === 'ref') {
    takeProse(reader, { text: row.value, where: row.where }, null)
    return
  }
  beginCard(reader, { ...row, label: '' }, columns)
  const label = /^action(?=\s*[A-Z]?\d)/i.exec(row.value)?.[0] ?? ''
  if (label !== '') recognise(reader, { text: label, where: row.where }, 'label')
  addAction(reader, row, row.value.slice(label.length).trimStart())
}

function begins(card: CardDraft, row: CardRow, role: Role): boolean {
  if (stemOf(row.label) === card.firstLabel) return true
  if (role === 'ref') return card.seen.has(row.label)
  return role === 'action' && card.hasAction && card.seen.has(stemOf(row.label))
}

/** Ends a card. One that named no action was none, and its words are left over. */
export function closeCard(reader: Reader): void {
  const { card } = reader
  reader.card = null
  if (!card || card.hasAction) return
  for (const { ref, fields, others, row } of card.action.readings) {
    const words = [ref, ...Object.values(fields), ...others.map((other) => other.text)].filter((text) => text !== '')
    reader.prose.push({ text: words.join(' '), where: row.where })
  }
}

function beginCard(reader: Reader, row: CardRow, columns: number): void {
  closeCard(reader)
  const action: ActionDraft = { part: reader.tree.open, readings: [], doubtfulJoin: null }
  reader.card = {
    action,
    columns,
    firstLabel: stemOf(row.label),
    seen: new Set(),
    hasAction: false,
    lastField: null,
    group: row.group,
  }
  reader.last = action
}

function openCardPart(reader: Reader, row: CardRow): void {
  const numbered = splitReference(row.value)
  const { ref = null, title = row.value } = numbered ?? {}
  const opening = { level: row.label.replace(/\s*:$/, ''), ref, title, where: row.where, depth: CARD_PART_DEPTH }
  if (openPart(reader.tree, opening) === 'known')
    recognise(reader, { text: row.value, where: row.where }, 'repeated-heading')
  if (reader.card?.hasAction) closeCard(reader)
  else if (reader.card) reader.card.action.part = reader.tree.open
}

function addField(reader: Reader, row: CardRow, role: Role): void {
  const { card } = reader
  if (!card) return
  card.seen.add(role === 'action' ? stemOf(row.label) : row.label)
  if (role === 'action' && !card.hasAction) {
    if (row.value !== '') addAction(reader, row, `${numberOf(row.label)} ${row.value}`.trim())
    return
  }
  const isFree =
    role !== 'action' &&
    role !== 'ref' &&
    isField(role) &&
    !card.action.readings.some((each) => each.fields[role] !== '')
  if (role === 'ref' && row.value !== '') {
    card.action.readings.push({ ...readingOf(row, null, ''), ref: row.value })
  } else if (isFree && isField(role)) {
    card.lastField = role
    if (row.value !== '' || row.fill) card.action.readings.push(readingOf(row, role, row.value))
  } else addOther(card, row)
}

function addAction(reader: Reader, row: CardRow, words: string): void {
  const { card } = reader
  if (!card) return
  card.hasAction = true
  card.lastField = 'action'
  const { ref, text } = splitReferences(words)
  const isReferenced = card.action.readings.some((reading) => reading.ref !== '')
  card.action.readings.push({
    ...readingOf(row, 'action', isReferenced ? words : text),
    ref: isReferenced ? '' : ref,
  })
  if (reader.actions.includes(card.action)) return
  if (card.action.part) card.action.part.actions++
  reader.actions.push(card.action)
}

/** "Action 1.2" names the action and its reference. */
const NUMBERED = /\s([A-Z]?\d{1,3}(?:\.\d{1,3})*[a-z]?)\s*[:.]?\s*$/

function numberOf(label: string): string {
  return NUMBERED.exec(label)?.[1] ?? ''
}

function stemOf(label: string): string {
  return label.replace(NUMBERED, '')
}

function addOther(card: CardDraft, row: CardRow): void {
  card.lastField = null
  if (row.value === '') return
  const reading = readingOf(row, null, '')
  card.action.readings.push({ ...reading, others: [{ column: row.label, text: row.value }] })
}

function readingOf(row: CardRow, role: FieldRole | null, value: string): RowReading {
  return {
    ref: '',
    parts: [],
    fields: role ? { ...NO_FIELDS, [role]: value } : NO_FIELDS,
    progressFill: role === 'progress' ? row.fill : null,
    impactFill: role === 'impact' ? row.fill : null,
    others: [],
    row: { cells: [], where: row.where, source: row.source },
  }
}

/** "R1.2 Oak House R1.3 Elm House" has two references and two titles; both are kept together as one action. */
function splitReferences(words: string): { ref: string; text: string } {
  const several = [...words.matchAll(/(?:^|\s)((?:[A-Z]{1,3})?\d{1,3}(?:\.\d{1,3})+[a-z]?)[.):]?\s+(?=\p{Lu})/gu)]
  if (several.length > 1 && several[0]?.index === 0) {
    const pieces = several.map((found, index) =>
      words.slice(found.index + found[0].length, several[index + 1]?.index ?? words.length).trim(),
    )
    return { ref: several.map((found) => found[1]).join(' '), text: pieces.join(' ') }
  }
  const numbered = splitReference(words)
  return numbered ? { ref: numbered.ref.replace(/[:.)]$/, ''), text: numbered.title } : { ref: '', text: words }
}

function isField(role: Role): role is FieldRole {
  return role in NO_FIELDS
}

/** In a card every name stands alone, so that its role is what it says. */
function roleOf(known: Known | null): Role {
  switch (known) {
    case 'outcome':
      return 'measure'
    case 'milestone':
    case 'description':
    case 'recommendation':
      return 'action'
    case 'objective':
    case 'finding':
      return 'part'
    case null:
      return 'other'
    default:
      return known
  }
}

/** Puts the words before a card where they belong: they name its action when none of its fields does. */
export function claimTitle(reader: Reader, title: Piece | null, rows: readonly CardRow[]): CardRow | null {
  if (!title || rows.some((row) => roleOf(knownColumn(row.label)?.known ?? null) === 'action')) return null
  const part = reader.tree.parts.at(-1)
  if (part && part.where === title.where && part.actions === 0) {
    reader.tree.parts.pop()
    reader.tree.known.get(part.parent)?.forEach((known, name, siblings) => known === part && siblings.delete(name))
    reader.tree.open = part.parent
  } else if (reader.prose.at(-1)?.where === title.where) reader.prose.pop()
  else return null
  return { label: '', value: title.text, fill: null, group: '', where: title.where, source: title.text }
}
