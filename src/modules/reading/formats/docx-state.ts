import type { Block, TableRow } from '../blocks.ts'
import type { DocxLists } from './docx-numbering.ts'
import type { DocxStyles } from './docx-styles.ts'
import type { TableDraft } from './docx-table.ts'
import type { TextRun } from './text-runs.ts'

/** What a Word document is read by. */
export type DocxAround = {
  readonly styles: DocxStyles
  readonly lists: DocxLists
  /** colours of the theme, by name: "accent1" */
  readonly theme: ReadonlyMap<string, string>
}

export type DocxParagraph = {
  readonly runs: TextRun[]
  style: string
  /** -1: the paragraph says nothing of it; 0 is body text */
  depth: number
  /** '' for no list, '0' for one taken away by hand */
  list: string
  level: number | null
}

/** A Word document while it is read. */
export type DocxState = {
  readonly around: DocxAround
  readonly blocks: Block[]
  readonly tables: TableDraft[]
  readonly paragraphs: DocxParagraph[]
  readonly path: string[]
  /** the lines of the table of contents being read */
  contents: TableRow[]
  line: number
  rows: number
  /** how many elements deep in words that only older programs show, or that stand elsewhere too */
  hidden: number
  /** how many elements deep in words that were deleted */
  deleted: number
  isRowDeleted: boolean
  isText: boolean
  run: { isStruck: boolean; isSign: boolean }
  /** passages that Word does not show */
  hiddenRuns: number
  /** other documents put inside this one */
  chunks: number
  box: { isTicked: boolean } | null
  problem: 'damaged' | 'too-many-rows' | null
}

export function openDocument(around: DocxAround): DocxState {
  return {
    around,
    blocks: [],
    tables: [],
    paragraphs: [],
    path: [],
    contents: [],
    line: 0,
    rows: 0,
    hidden: 0,
    deleted: 0,
    isRowDeleted: false,
    isText: false,
    run: { isStruck: false, isSign: false },
    hiddenRuns: 0,
    chunks: 0,
    box: null,
    problem: null,
  }
}

export const NOTHING_AROUND: DocxAround = {
  styles: { depths: new Map(), lists: new Map(), struck: new Set(), contents: new Set() },
  lists: new Map(),
  theme: new Map(),
}
