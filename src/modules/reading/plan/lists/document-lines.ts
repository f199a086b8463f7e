import type { Block, TableBlock } from '../../blocks.ts'
import { readItem } from './read-item.ts'

export type WordsBlock = Exclude<Block, TableBlock>

/** A line of prose: an item of a list when it has a mark before it, whatever the format made of it. */
export type Line = {
  readonly block: WordsBlock
  readonly text: string
  /** "•", "3", "b"; null for a line that is no item */
  readonly marker: string | null
}

/** A document without its page furniture; null where a table stands. */
export type Lines = readonly (Line | null)[]

const BULLET = /^[•·▪◦‣●○∙*–—-]\s*(?=\S)|^[•·▪◦‣●○∙]+$/u
const NUMBER = /^\(?(\d{1,3}|[a-z])[.)]\s+(?=\S)/

export function toLines(blocks: readonly Block[], furniture: ReadonlySet<Block>): Lines {
  const lines: (Line | null)[] = []
  let bare: string | null = null
  for (const block of blocks) {
    if (furniture.has(block)) continue
    if (block.kind === 'table') {
      lines.push(null)
      continue
    }
    const line = toLine(block)
    if (line.text === '' && line.marker !== null) {
      bare = line.marker
      continue
    }
    lines.push(bare !== null && line.marker === null ? { ...line, marker: bare } : line)
    bare = null
  }
  return lines
}

function toLine(block: WordsBlock): Line {
  if (block.kind === 'heading') return { block, text: block.text, marker: null }
  const text = block.text.replace(BULLET, '')
  if (block.kind === 'item') return { block, text, marker: block.marker.replace(/[.)(]/g, '') || '-' }
  if (text !== block.text) return { block, text, marker: block.text.slice(0, 1) }
  const number = NUMBER.exec(block.text)
  if (!number && isNumberedItem(block.text)) return { block, text: block.text, marker: '-' }
  return number
    ? { block, text: block.text.slice(number[0].length), marker: number[1] ?? '' }
    : { block, text: block.text, marker: null }
}

/** "1.2 Open a hub (Head of Care, March 2026)": a number with a stop is a heading's as well, but no heading says who and when. */
function isNumberedItem(text: string): boolean {
  if (text.length > 600 || !/^[A-Z]?\d{1,2}(?:\.\d{1,2})+[a-z]?\.?\s+\p{Lu}.*[)\]]\s*\.?$/u.test(text)) return false
  const { lead, timescale } = readItem(text).fields
  return lead !== '' && timescale !== ''
}

/** Whether a mark counts: "3", "b". */
export function isNumber(marker: string): boolean {
  return /^(?:\d{1,3}|[a-z])$/.test(marker)
}

/** Whether a line is the rest of the one before: it stands directly under it, or goes on in mid-sentence. */
export function goesOn(line: Line, before: Line): boolean {
  if (line.marker !== null || line.block.kind === 'heading' || before.block.kind === 'heading') return false
  const { where } = line.block
  const above = before.block.where
  const end = above.endLine ?? above.line
  const isNext = where.line !== undefined && end !== undefined && where.line === end + 1 && where.page === above.page
  const isMidSentence = /^\p{Ll}/u.test(line.text) && !/[.!?:;]\s*$/.test(before.text)
  return isMidSentence || (isNext && above.row === undefined)
}
