import type { Piece } from '../blocks.ts'
import { type PartHeading, readPartHeading, splitAtLabels } from './part-heading.ts'
import { openPart } from './part-tree.ts'
import { type Reader, recognise } from './plan-draft.ts'

/**
 * Takes a line of prose: a part's heading, a label such as "Why this is important", text under a label, or words left over.
 *
 * @param headingDepth  how deep a heading the line is marked as; null when it is not
 */
export function takeProse(reader: Reader, piece: Piece, headingDepth: number | null): void {
  for (const cut of splitAtLabels(piece.text)) {
    const words = { text: cut.text, where: piece.where }
    if (!cut.label) {
      takeText(reader, words, headingDepth)
      continue
    }
    recognise(reader, { text: cut.label.text, where: piece.where }, 'label')
    reader.collecting = cut.label.kind
    if (cut.text !== '') collect(reader, words)
  }
}

function takeText(reader: Reader, piece: Piece, headingDepth: number | null): void {
  const heading = readPartHeading(piece.text, headingDepth === null ? 'plain' : 'marked')
  if (heading) takeHeading(reader, piece, heading, headingDepth)
  else if (headingDepth === null) collect(reader, piece)
  else {
    reader.collecting = null
    const opening = { level: null, ref: null, title: piece.text, where: piece.where, depth: headingDepth }
    if (openPart(reader.tree, opening) === 'known') recognise(reader, piece, 'repeated-heading')
  }
}

function takeHeading(reader: Reader, piece: Piece, heading: PartHeading, depth: number | null): void {
  reader.collecting = null
  if (openPart(reader.tree, { ...heading, where: piece.where, depth }) === 'known') {
    recognise(reader, piece, 'repeated-heading')
    return
  }
  recognise(reader, { text: heading.mark, where: piece.where }, 'numbering')
  if (heading.rest) recognise(reader, { text: heading.rest, where: piece.where }, 'label')
}

function collect(reader: Reader, piece: Piece): void {
  const part = reader.tree.open
  if (reader.collecting && part) part.prose[reader.collecting].push(piece.text)
  else reader.prose.push(piece)
}
