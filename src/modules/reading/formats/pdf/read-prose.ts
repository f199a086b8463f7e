import type { Block } from '../../blocks.ts'
import { most } from '../columns/extremes.ts'
import { joinLines } from '../join-lines.ts'
import { type Line, textOfLine } from './gather-lines.ts'

/** What a paragraph needs to know of its page and document. */
export type ProseContext = {
  readonly page: number
  readonly lineAt: (base: number) => number
  readonly isWord: (word: string) => boolean
  readonly usualSize: number
  /** how deep a heading in letters of a size, or in bold, stands; null when it is none */
  readonly depthOf: (line: Line) => number | null
}

const MARKER = /^([•▪●■◦‣·➢✓☑☐→*–—-]|o|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])$/u

/** Lines of text as headings, paragraphs and items of lists, each with its lines joined. */
export function readProse(lines: readonly Line[], context: ProseContext): Block[] {
  const right = most(lines, (line) => line.right)
  const blocks: Block[] = []
  for (let from = 0; from < lines.length; ) {
    let to = from + 1
    while (to < lines.length && goesOn(lines, from, to, right, context)) to++
    blocks.push(toBlock(lines.slice(from, to), right, context))
    from = to
  }
  return blocks
}

/** Whether a line goes on from the one above it: the same style, close under it, and no room left above for its first word. */
function goesOn(lines: readonly Line[], from: number, to: number, right: number, context: ProseContext): boolean {
  const [first, above, line] = [lines[from], lines[to - 1], lines[to]]
  if (!first || !above || !line) return false
  const depth = context.depthOf(first)
  if (context.depthOf(line) !== depth || Math.abs(line.size - first.size) > 0.08 * first.size) return false
  const apart = line.base - above.base
  if (apart > 1.75 * line.size || apart < 0) return false
  if (markerOf(line) !== null) return false
  const pitch = to - from > 1 ? (above.base - first.base) / (to - from - 1) : 0
  if (pitch > 0 && apart > 1.25 * pitch) return false
  if (markerOf(first) !== null && line.left < first.left - 1) return false
  const word = line.words[0]
  const wouldFit = above.right + 0.3 * line.size + (word ? word.right - word.left : 0) < right - 0.5 * line.size
  return !(wouldFit && (depth !== null || /[.!?:;]$/.test(textOfLine(above.words)) || !startsSmall(line)))
}

function startsSmall(line: Line): boolean {
  return /^[\p{Ll}\d(&]/u.test(line.words[0]?.text ?? '')
}

function markerOf(line: Line): string | null {
  const [first, second] = line.words
  if (!first || !second || !MARKER.test(first.text)) return null
  return second.left - first.right > 0.1 * line.size ? first.text : null
}

function toBlock(lines: readonly Line[], right: number, context: ProseContext): Block {
  const first = lines[0]
  const last = lines.at(-1)
  const where = { page: context.page, line: context.lineAt(first?.base ?? 0), endLine: context.lineAt(last?.base ?? 0) }
  const depth = first ? context.depthOf(first) : null
  const marker = first && depth === null ? markerOf(first) : null
  const texts = lines.map((line, index) => ({
    text: textOfLine(index === 0 && marker !== null ? line.words.slice(1) : line.words),
    isFull: line.right + line.size > right,
  }))
  const text = joinLines(texts, context.isWord)
  if (depth !== null) return { kind: 'heading', depth, text, where }
  return marker === null ? { kind: 'paragraph', text, where } : { kind: 'item', marker, text, where }
}
