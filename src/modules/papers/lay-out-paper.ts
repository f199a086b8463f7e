import { unreachable } from '../../kernel/result.ts'
import { breakLongWords } from './break-long-words.ts'
import type { FontCover } from './font-cover.ts'
import { type BarSheet, layOutBar } from './lay-out-bar.ts'
import { layOutTable, type TableSheet } from './lay-out-table.ts'
import { levelHeadings } from './level-headings.ts'
import type { Paper, PaperBlock } from './paper.ts'
import { printableText, STAND_IN } from './printable-text.ts'
import { shorten } from './shorten.ts'

/** What the Typst template reads: every word printable, every decision taken. */
export type Sheet = {
  readonly title: string
  readonly subtitle: string
  readonly partnership: string
  readonly reference: string
  readonly asAt: string
  /** the same for the file itself, with no place to break and short enough for any reader */
  readonly metadata: { readonly title: string; readonly author: string; readonly description: string }
  /** short forms of the same, for the edges of each page */
  readonly running: {
    readonly partnership: string
    readonly title: string
    readonly reference: string
    readonly asAt: string
  }
  readonly blocks: readonly SheetBlock[]
}

type SheetBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly isListed: boolean }
  | { readonly kind: 'paragraph' | 'answer' | 'note'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly string[])[] }
  | { readonly kind: 'contents' }
  | TableSheet
  | BarSheet

/** Cleans a string for one place of the page, whose lines hold `fits` characters. */
export type Print = (text: string, fits: number) => string

const FITS_A_LINE = 60

/** A longer heading is printed, but stays out of the contents and the bookmarks. */
const LONGEST_LISTED = 300

/** A heading longer still is cut, and stands whole as a paragraph below: PDF/A allows a heading no string above 32,767. */
const LONGEST_HEADING = 2000

/**
 * Turns a paper into what the template prints: text cleaned, long words breakable, headings levelled, figures counted.
 *
 * @param paper  any paper; a heading without words is left out, a title without words becomes the reference
 * @param covers  what the typeface can show
 * @returns the sheet; when a character had to be replaced, its last block says how many
 * @throws RangeError when a table's row has not one cell per column, or a count is not a whole number from 0
 */
export function layOutPaper(paper: Paper, covers: FontCover): Sheet {
  let standIns = 0
  const print: Print = (text, fits) => {
    const printable = printableText(text, covers)
    standIns += printable.standIns
    return breakLongWords(printable.text, fits)
  }
  const line = (text: string) => print(text, FITS_A_LINE).replace(/\s+/g, ' ').trim()

  const blocks = levelHeadings(paper.blocks.flatMap((block) => layOutBlock(block, print)))
  const title = line(paper.title) || line(paper.reference) || 'Paper'
  const [partnership, reference, asAt] = [line(paper.partnership), line(paper.reference), line(paper.asAt)]
  return {
    title,
    subtitle: line(paper.subtitle),
    partnership,
    reference,
    asAt,
    metadata: {
      title: shorten(title, 300),
      author: shorten(partnership, 300),
      description: shorten(line(paper.description) || title, 1000),
    },
    running: {
      partnership: shorten(partnership, 50),
      title: shorten(title, 50),
      reference: shorten(reference, 40),
      asAt: shorten(asAt, 40),
    },
    blocks: [...(blocks.length > 0 ? blocks : [NOTHING_YET]), ...standInNote(standIns)],
  }
}

const NOTHING_YET: SheetBlock = { kind: 'paragraph', lines: ['There is nothing in this paper yet.'] }

function layOutBlock(block: PaperBlock, print: Print): readonly SheetBlock[] {
  switch (block.kind) {
    case 'heading': {
      const text = print(block.text, 40).replace(/\s+/g, ' ').trim()
      if (text === '') return []
      if (text.length <= LONGEST_HEADING) return [{ ...block, text, isListed: text.length <= LONGEST_LISTED }]
      const cut = print(shorten(text, LONGEST_LISTED), 40)
      return [{ ...block, text: cut, isListed: false }, ...layOutBlock({ kind: 'paragraph', text: block.text }, print)]
    }
    case 'paragraph':
    case 'answer':
    case 'note':
      return [{ kind: block.kind, lines: print(block.text, FITS_A_LINE).split('\n') }]
    case 'list':
      return block.items.length === 0
        ? []
        : [{ kind: 'list', items: block.items.map((item) => print(item, FITS_A_LINE).split('\n')) }]
    case 'contents':
      return [block]
    case 'table':
      return [layOutTable(block, print)]
    case 'rating-bar':
      return [layOutBar(block, print)]
    default:
      return unreachable(block)
  }
}

function standInNote(standIns: number): readonly SheetBlock[] {
  if (standIns === 0) return []
  const times = standIns === 1 ? 'once' : `${standIns} times`
  const words = `${STAND_IN} stands, ${times} in this paper, for a character that its typeface cannot show.`
  return [{ kind: 'note', lines: [words] }]
}
