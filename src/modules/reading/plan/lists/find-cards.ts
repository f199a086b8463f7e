import type { CardRow } from '../../tables/card-rows.ts'
import { knownColumn } from '../../tables/known-columns.ts'
import type { Known } from '../../tables/known-names.ts'
import { goesOn, type Line, type Lines } from './document-lines.ts'
import { splitFields } from './split-fields.ts'

/** One action told in lines: "Action: …", "Lead: …", "By when: …". */
export type LineCard = { readonly lines: readonly Line[]; readonly rows: readonly CardRow[] }

const MOST_FIELDS = 60

/** The cards that a document tells in lines: an action with at least one field of it, each named before a colon. */
export function findLineCards(lines: Lines): LineCard[] {
  const cards: LineCard[] = []
  for (let at = 0; at < lines.length; at++) {
    const card = readCard(lines, at)
    if (!card) continue
    cards.push(card)
    at += card.lines.length - 1
  }
  return cards
}

function readCard(lines: Lines, from: number): LineCard | null {
  const first = lines[from]
  if (!first || !(startsCard(first) || numberedAction(lines, from))) return null
  const taken: Line[] = []
  const rows: CardRow[] = []
  const seen = new Set<Known>()
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    if (!line) break
    const opening = at === from ? (openingFields(line) ?? numberedAction(lines, at)) : null
    const fields = opening ?? fieldsOf(line)
    if (at > from && (numberedAction(lines, at) || beginsNext(fields, line, seen))) break
    const before = taken.at(-1)
    if (fields.length > 0) {
      rows.push(...fields.map((field) => toRow(field, line)))
      for (const { label } of fields) addKind(seen, label)
      // So many fields and no action among them are no card, and to look on from each of them would never end.
      if (rows.length > MOST_FIELDS && !seen.has('action')) return null
    } else if (before && goesOn(line, before)) extend(rows, line)
    else break
    taken.push(line)
  }
  const kinds = rows.map(kindOf)
  const isCard =
    kinds.includes('action') &&
    kinds.some((kind) => kind !== null && kind !== 'action' && kind !== 'ref' && kind !== 'part')
  return isCard ? { lines: taken, rows } : null
}

/** Whether a line begins the next card: it names what this one has already, or what stands over an action. */
function beginsNext(fields: readonly Field[], line: Line, seen: ReadonlySet<Known>): boolean {
  if (!seen.has('action')) return false
  if (openingFields(line) !== null) return true
  const [first] = fields
  const kind = first ? (knownColumn(first.label)?.known ?? null) : null
  return kind === 'part' || ((kind === 'action' || kind === 'ref') && seen.has(kind))
}

function addKind(seen: Set<Known>, label: string): void {
  const kind = knownColumn(label)?.known
  if (kind) seen.add(kind)
}

type Field = { readonly label: string; readonly value: string }

function startsCard(line: Line): boolean {
  const [first] = fieldsOf(line)
  const kind = first ? (knownColumn(first.label)?.known ?? null) : null
  return openingFields(line) !== null || kind === 'action' || kind === 'ref' || kind === 'part'
}

/** "1.2 Open a hub" over lines that say who leads it and by when. */
function numberedAction(lines: Lines, at: number): Field[] | null {
  const line = lines[at]
  if (!line || !/^[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})+[a-z]?[.):]?\s+\p{L}/u.test(line.text) || line.text.length > 300)
    return null
  const under = lines.slice(at + 1, at + 3).map((each) => (each ? (fieldsOf(each)[0]?.label ?? '') : ''))
  const kinds = under.map((label) => knownColumn(label)?.known)
  const isField = (kind: Known | undefined) =>
    kind === 'lead' || kind === 'timescale' || kind === 'measure' || kind === 'progress'
  return kinds.length === 2 && kinds.every(isField) ? [{ label: 'Action', value: line.text }] : null
}

/** "Action 1.2: Open a hub" has a reference and an action. */
function openingFields(line: Line): Field[] | null {
  const found = /^action\s+([A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*[a-z]?)\s*[:.–—-]\s*(\S.*)$/i.exec(line.text)
  if (!found) return null
  const { head, fields } = splitFields(found[2] ?? '')
  return [{ label: 'Action', value: `${found[1]} ${head}` }, ...fields]
}

function fieldsOf(line: Line): Field[] {
  const { head, fields } = splitFields(line.text)
  if (head === '' && fields.length > 0) return [...fields]
  const found = /^(\p{Lu}[\p{L}\d’'/&() -]{1,60}?)\s*:\s*(.*)$/u.exec(line.text)
  if (!found || line.block.kind === 'heading') return []
  const inside = splitFields(found[2] ?? '')
  return [{ label: found[1] ?? '', value: inside.head }, ...inside.fields]
}

function toRow({ label, value }: Field, { block }: Line): CardRow {
  return { label, value, fill: null, group: '', where: block.where, source: block.text }
}

function extend(rows: CardRow[], line: Line): void {
  const last = rows.at(-1)
  if (!last) return
  rows[rows.length - 1] = {
    ...last,
    value: `${last.value} ${line.text}`.trim(),
    source: `${last.source}\n${line.block.text}`,
  }
}

function kindOf(row: CardRow) {
  return knownColumn(row.label)?.known ?? null
}
