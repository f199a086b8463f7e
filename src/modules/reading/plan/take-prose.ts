import type { Piece } from '../blocks.ts'
import { readPartHeading, splitAtLabels } from './part-heading.ts'
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
  if (!heading && headingDepth === null) return collect(reader, piece)
  reader.collecting = null
  if (!heading) {
    openPart(reader.tree, { level: null, ref: null, title: piece.text, where: piece.where, depth: headingDepth })
    return
  }
  const opened = openPart(reader.tree, { ...heading, where: piece.where, depth: headingDepth })
  recognise(
    reader,
    { text: `${heading.level} ${heading.ref}`, where: piece.where },
    opened === 'known' ? 'repeated-heading' : 'numbering',
  )
  if (heading.rest) recognise(reader, { text: heading.rest, where: piece.where }, 'label')
}

function collect(reader: Reader, piece: Piece): void {
  const part = reader.tree.open
  if (reader.collecting && part) part.prose[reader.collecting].push(piece.text)
  else reader.prose.push(piece)
}
