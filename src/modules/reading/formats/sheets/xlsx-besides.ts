import type { Piece } from '../../blocks.ts'
import { squeeze } from '../inline-text.ts'
import { readRange } from './sheet.ts'
import { walkXml } from './walk-xml.ts'
import { type Parts, relationsOf } from './xlsx-parts.ts'

/** What Excel writes into a note so that programs which know no threads show something. */
const THREAD_NOTICE = /^\[Threaded comment\][\s\S]*?Comment:\s*/

/** The words of a sheet that stand in no cell: notes on cells, text boxes, and the headers and footers of the printed page. */
export function wordsBesides(parts: Parts, path: string, sheet: string, furniture: readonly string[]): Piece[] {
  const related = [...relationsOf(parts, path).values()]
  const xmlOf = (kind: string) => related.flatMap((each) => (each.kind === kind ? (parts.get(each.path) ?? []) : []))
  const notes = xmlOf('comments').flatMap((xml) => readNotes(xml, sheet))
  const boxes = xmlOf('drawing').flatMap((xml) => readBoxes(xml).map((text) => ({ text, where: { sheet } })))
  const printed = furniture.flatMap((text) => withoutCodes(text).map((words) => ({ text: words, where: { sheet } })))
  return [...notes, ...boxes, ...printed]
}

function readNotes(xml: string, sheet: string): Piece[] {
  const notes: Piece[] = []
  let at = ''
  let words = ''
  walkXml(xml, {
    open: (name, attributes) => {
      if (name !== 'comment') return
      at = attributes.ref ?? ''
      words = ''
    },
    text: (text, path) => {
      if (path.at(-1) === 't' && path.includes('comment')) words += text
    },
    close: (name) => {
      const text = squeeze(words.replace(THREAD_NOTICE, ''))
      const row = readRange(at)?.rows.first
      if (name === 'comment' && text !== '')
        notes.push({ text: `Note on ${at}: ${text}`, where: row === undefined ? { sheet } : { sheet, row: row + 1 } })
    },
  })
  return notes
}

/** The paragraphs of text boxes and shapes. */
function readBoxes(xml: string): string[] {
  const paragraphs: string[] = []
  let words = ''
  walkXml(xml, {
    text: (text, path) => {
      if (path.at(-1) === 't' && !path.includes('Fallback')) words += text
    },
    close: (name) => {
      if (name !== 'p') return
      if (squeeze(words) !== '') paragraphs.push(squeeze(words))
      words = ''
    },
  })
  return paragraphs
}

/** `&LPlan&C&P of &N` has the words "Plan" and no page numbers, which the printer fills in. */
function withoutCodes(text: string): string[] {
  return text
    .split(/&[LCR]/)
    .map((part) => squeeze(part.replace(/&"[^"]*"|&K[0-9A-F]{6}|&\d{1,3}|&[A-Z]/gi, ' ').replaceAll('&&', '&')))
    .filter((words) => /\p{L}{3}/u.test(words))
}
