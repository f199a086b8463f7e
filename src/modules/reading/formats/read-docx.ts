import { ok } from '../../../kernel/result.ts'
import type { Block } from '../blocks.ts'
import { LIMITS } from '../limits.ts'
import { refuseFile } from '../refusal.ts'
import { headingStyles } from './docx-styles.ts'
import type { FormatReader } from './format-reader.ts'
import { parseDocx } from './parse-docx.ts'
import { unzipParts } from './unzip-parts.ts'

const MAIN = 'word/document.xml'
const STYLES = 'word/styles.xml'
const WANTED = /^word\/(?:document|styles|(?:footnotes|endnotes|header|footer)\d*)\.xml$/

/**
 * A Word document as blocks: headings by their styles, lists, and tables with merged and shaded cells; then the words of its notes,
 * headers and footers, which have no place among the lines.
 */
export const readDocx: FormatReader = async (name, content, tell) => {
  tell?.('Unpacking the Word document', 0.1)
  const unzipped = await unzipParts(name, content, WANTED)
  if (!unzipped.ok) return unzipped
  const main = unzipped.value.get(MAIN)
  if (main === undefined) {
    return refuseFile(
      'not-what-it-says',
      name,
      'is a zip file but not a Word document. Open it in Word, save it as .docx and choose that.',
    )
  }
  if ([...unzipped.value.values()].some((xml) => /<!DOCTYPE|<!ENTITY/i.test(xml))) {
    return refuseFile(
      'damaged',
      name,
      'holds instructions that no Word document should. Open it in Word, save it as a new document and choose that.',
    )
  }
  const depthByStyle = headingStyles(unzipped.value.get(STYLES) ?? '')
  const body = parseDocx(main, depthByStyle)
  if ('problem' in body) return refuseProblem(name, body.problem)
  const around = [...unzipped.value].filter(([part]) => part !== MAIN && part !== STYLES)
  return ok({ format: 'docx', blocks: [...body.blocks, ...around.flatMap(([, xml]) => wordsAround(xml))] })
}

/** The words of a note, header or footer, which stand beside the plan; a part that cannot be read holds none that Word would show. */
function wordsAround(xml: string): Block[] {
  const parsed = parseDocx(xml, new Map())
  if ('problem' in parsed) return []
  return parsed.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'table') return [{ kind: 'paragraph', text: block.text, where: {} }]
    return block.rows.map((row) => ({ kind: 'paragraph', text: row.source, where: {} }))
  })
}

function refuseProblem(name: string, problem: 'damaged' | 'too-many-rows') {
  if (problem === 'damaged') {
    return refuseFile(
      'damaged',
      name,
      'is damaged: its text cannot be read to the end. Open it in Word, save it as a new document and choose that.',
    )
  }
  const limit = LIMITS.tableRows.toLocaleString('en-GB')
  return refuseFile(
    'too-many-rows',
    name,
    `has more than ${limit} rows in its tables. Send the plan alone, without its data.`,
  )
}
