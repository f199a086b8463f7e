import type { Piece, TableRow } from '../blocks.ts'
import type { Finding, GlossaryEntry, RatingKey, Recognised, RecognisedAs, TableKind, Where } from '../plan-reading.ts'
import type { FieldRole, RowReading } from '../tables/read-row.ts'
import type { GoingOn } from '../tables/read-table.ts'
import type { LabelKind } from './part-heading.ts'
import { emptyTree, type PartDraft, type PartTree } from './part-tree.ts'

/** An action while it is being read: the rows that make it, the first and what a page cut from it. */
export type ActionDraft = {
  part: PartDraft | null
  readonly readings: RowReading[]
  doubtfulJoin: RowReading | null
}

/** A table that is no plan, while it is read. */
export type DataTable = {
  readonly kind: TableKind
  readonly title: Piece | null
  readonly names: TableRow | null
  readonly rows: TableRow[]
}

/** A card while it is read: one action told field by field. */
export type CardDraft = {
  readonly action: ActionDraft
  readonly columns: number
  /** the field with which each card begins */
  readonly firstLabel: string
  readonly seen: Set<string>
  hasAction: boolean
  /** the field that goes on where a page cut it; null when it has no place of its own */
  lastField: FieldRole | null
  /** the group of fields it is in */
  group: string
}

export type RatingKeyEntry = { readonly key: RatingKey; readonly text: string; readonly where: Where }

/** The document sorted into what it is made of; every word of the blocks is in one of these. */
export type PlanDraft = {
  readonly tree: PartTree
  readonly actions: ActionDraft[]
  readonly prose: Piece[]
  readonly recognised: Recognised[]
  readonly ratingKey: RatingKeyEntry[]
  readonly tables: DataTable[]
  readonly glossary: GlossaryEntry[]
  /** what the reader asks about, as it comes to it */
  readonly doubts: Finding[]
}

/** A draft and what the reader has in mind at a point of the document. */
export type Reader = PlanDraft & {
  /** the table that may go on after a page break */
  table: GoingOn
  /** the table that a part's heading stood after: its names may hold for a piece under that heading */
  held: GoingOn
  /** the words directly before, which may be the title of a table */
  title: Piece | null
  /** the label whose text is being gathered */
  collecting: LabelKind | null
  /** whether two bands stood directly above each other, so that a band alone is the lower one */
  hasPairedBands: boolean
  /** who leads the parts of the table being read */
  partLead: string | null
  last: ActionDraft | null
  card: CardDraft | null
}

export const NOTHING_OPEN: GoingOn = { actions: null, data: null }

export function newReader(): Reader {
  const draft: PlanDraft = {
    tree: emptyTree(),
    actions: [],
    prose: [],
    recognised: [],
    ratingKey: [],
    tables: [],
    glossary: [],
    doubts: [],
  }
  return {
    ...draft,
    table: NOTHING_OPEN,
    held: NOTHING_OPEN,
    title: null,
    collecting: null,
    hasPairedBands: false,
    partLead: null,
    last: null,
    card: null,
  }
}

export function recognise(reader: Reader, piece: Piece, as: RecognisedAs): void {
  reader.recognised.push({ text: piece.text, as, where: piece.where })
}
