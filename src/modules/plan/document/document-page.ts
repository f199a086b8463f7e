import { capital } from '../../../kernel/capital.ts'
import type { Block, TableBlock, TableRow, Where } from '../../reading/index.ts'

/**
 * A page of a document as it was read. Its rows are numbered through the whole document from 0: a heading, a paragraph and an
 * item are one row each, and so is each row of a table.
 */
export type DocumentPage = PageSummary & { readonly blocks: readonly PageBlock[] }

export type PageSummary = {
  /** from 1 */
  readonly number: number
  /** "Page 3", "Sheet Actions, rows 2 to 61", "Lines 1 to 60" */
  readonly label: string
  readonly firstRow: number
  readonly rowCount: number
}

/** A table that goes on from the page before says so, so that the whole can be put together again. */
export type PageBlock = Exclude<Block, TableBlock> | (TableBlock & { readonly goesOn: boolean })

/** One row of a document: words with their place. */
export type DocumentRow = { readonly row: number; readonly where: Where; readonly source: string }

/** A page is full with so many rows. */
export const ROWS_PER_PAGE = 60
/** Pages of a PDF are put together while they hold less. */
const FEW_ROWS = 25

/** What is kept of one document at most, in characters of its pages; a longer one is reviewed by its lines alone. */
const MOST_KEPT = 24_000_000

/** The pages of a document that are kept: all of them, or none when they would be too much to keep. */
export function keptPagesOf(blocks: readonly Block[]): readonly DocumentPage[] {
  const pages = pagesOf(blocks)
  let size = 0
  for (const page of pages) {
    size += JSON.stringify(page.blocks).length
    if (size > MOST_KEPT) return []
  }
  return pages
}

type Piece = {
  readonly block: Block
  readonly tableRow: TableRow | null
  readonly where: Where
  readonly begins: boolean
}

/** Cuts a document into pages: where a sheet ends, where a printed page ends and enough has gathered, or where a page is full. */
export function pagesOf(blocks: readonly Block[]): readonly DocumentPage[] {
  const pages: DocumentPage[] = []
  let pieces: Piece[] = []
  let firstRow = 0
  const close = () => {
    if (pieces.length === 0) return
    const label = labelOf(pieces.map(({ where }) => where))
    pages.push({ number: pages.length + 1, label, firstRow, rowCount: pieces.length, blocks: blocksFrom(pieces) })
    firstRow += pieces.length
    pieces = []
  }
  for (const piece of blocks.flatMap(piecesOf)) {
    const last = pieces.at(-1)?.where
    if (last && endsBefore(last, piece.where, pieces.length)) close()
    pieces.push(piece)
  }
  close()
  return pages
}

/** The blocks that pages were cut from. */
export function blocksOf(pages: readonly Pick<DocumentPage, 'blocks'>[]): readonly Block[] {
  const blocks: Block[] = []
  for (const block of pages.flatMap((page) => page.blocks)) {
    const before = blocks.at(-1)
    if (block.kind === 'table' && block.goesOn && before?.kind === 'table') {
      blocks[blocks.length - 1] = { ...before, rows: [...before.rows, ...block.rows] }
    } else if (block.kind === 'table') {
      const { goesOn: _, ...table } = block
      blocks.push(table)
    } else blocks.push(block)
  }
  return blocks
}

/** Every row of some blocks, numbered from `firstRow`. */
export function rowsOf(blocks: readonly Block[], firstRow = 0): readonly DocumentRow[] {
  return blocks
    .flatMap((block) =>
      block.kind === 'table'
        ? block.rows.map(({ where, source }) => ({ where, source }))
        : [{ where: block.where, source: block.text }],
    )
    .map((row, at) => ({ row: firstRow + at, ...row }))
}

/** A place as a key: the line, row, page and sheet where words begin. */
export function placeKey({ sheet, page, row, line }: Where): string {
  return [sheet ?? '', page ?? '', row ?? '', line ?? ''].join('\u0000')
}

function piecesOf(block: Block): readonly Piece[] {
  if (block.kind !== 'table') return [{ block, tableRow: null, where: block.where, begins: true }]
  return block.rows.map((tableRow, at) => ({ block, tableRow, where: tableRow.where, begins: at === 0 }))
}

function endsBefore(last: Where, next: Where, count: number): boolean {
  if (last.sheet !== next.sheet || count >= ROWS_PER_PAGE) return true
  return last.page !== next.page && count >= FEW_ROWS
}

function blocksFrom(pieces: readonly Piece[]): readonly PageBlock[] {
  const runs: { readonly block: Block; readonly goesOn: boolean; readonly rows: TableRow[] }[] = []
  for (const { block, tableRow, begins } of pieces) {
    const run = runs.at(-1)
    if (run?.block === block && tableRow) run.rows.push(tableRow)
    else runs.push({ block, goesOn: !begins, rows: tableRow ? [tableRow] : [] })
  }
  return runs.map(({ block, goesOn, rows }) => (block.kind === 'table' ? { ...block, rows, goesOn } : block))
}

function labelOf(places: readonly Where[]): string {
  const [first = {}, last = {}] = [places[0], places.at(-1)]
  if (first.sheet !== undefined) return `Sheet ${first.sheet}, ${span('row', first.row, last.row)}`
  if (first.page !== undefined) return capital(span('page', first.page, last.page))
  return capital(span('line', first.line ?? first.row, last.endLine ?? last.line ?? last.row))
}

function span(what: string, from = 1, to = from): string {
  return from === to ? `${what} ${from}` : `${what}s ${from} to ${to}`
}
