import type { Piece } from '../blocks.ts'
import type { RatingKey, Recognised, RecognisedAs, Where } from '../plan-reading.ts'
import type { OpenTable } from '../tables/read-group.ts'
import type { RowReading } from '../tables/read-row.ts'
import type { LabelKind } from './part-heading.ts'
import { emptyTree, type PartDraft, type PartTree } from './part-tree.ts'

/** An action while it is being read: the rows that make it, the first and what a page cut from it. */
export type ActionDraft = {
  readonly part: PartDraft | null
  readonly readings: RowReading[]
  doubtfulJoin: RowReading | null
}

export type RatingKeyEntry = { readonly key: RatingKey; readonly text: string; readonly where: Where }

/** The document sorted into what it is made of; every word of the blocks is in one of these. */
export type PlanDraft = {
  readonly tree: PartTree
  readonly actions: ActionDraft[]
  readonly prose: Piece[]
  readonly recognised: Recognised[]
  readonly ratingKey: RatingKeyEntry[]
}

/** A draft and what the reader has in mind at a point of the document. */
export type Reader = PlanDraft & {
  /** the table that may go on after a page break */
  table: OpenTable | null
  /** the label whose text is being gathered */
  collecting: LabelKind | null
  /** what the document calls the parts in its tables' first columns */
  partName: string
  /** who leads the parts of the table being read */
  partLead: string | null
  last: ActionDraft | null
}

export function newReader(): Reader {
  const draft: PlanDraft = { tree: emptyTree(), actions: [], prose: [], recognised: [], ratingKey: [] }
  return { ...draft, table: null, collecting: null, partName: 'Objective', partLead: null, last: null }
}

export function recognise(reader: Reader, piece: Piece, as: RecognisedAs): void {
  reader.recognised.push({ text: piece.text, as, where: piece.where })
}
