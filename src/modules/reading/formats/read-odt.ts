import { ok } from '../../../kernel/result.ts'
import type { Block } from '../blocks.ts'
import { refuseFile } from '../refusal.ts'
import type { FormatReader } from './format-reader.ts'
import { readOdtStyles } from './odt-styles.ts'
import { parseOdt } from './parse-odt.ts'
import { refuseRows } from './read-text.ts'
import { unzipOpenDocument } from './unzip-open-document.ts'

/**
 * An OpenDocument text as blocks: headings by their level, lists with their numbers, tables with spans and shades; deleted words are
 * kept as struck out. The words of notes, comments, headers and footers come last, for they have no place among the lines.
 */
export const readOdt: FormatReader = async (name, content, tell) => {
  tell?.('Unpacking the OpenDocument text', 0.1)
  const opened = await unzipOpenDocument(name, content, 'text')
  if (!opened.ok) return opened
  const { main, around } = opened.value
  const styles = readOdtStyles([around, main])
  const body = parseOdt(main, styles)
  if ('problem' in body) {
    if (body.problem === 'too-many-rows') return refuseRows(name)
    return refuseFile(
      'damaged',
      name,
      'is damaged: its text cannot be read to the end. Open it in the program that made it, save it as a new document and choose that.',
    )
  }
  // Headers and footers stand among the styles; a part that cannot be read holds none that would show.
  const beside = around === '' ? null : parseOdt(around, styles)
  const words = [...body.around, ...(beside && 'around' in beside ? beside.around : [])]
  const last = words.map((text): Block => ({ kind: 'paragraph', text, where: {} }))
  return ok({ format: 'odt', blocks: [...body.blocks, ...last] })
}
