import { Buffer } from 'node:buffer'
import { SaxesParser } from 'saxes'
import { ok } from '../../../kernel/result.ts'
import type { Block } from '../blocks.ts'
import { LIMITS } from '../limits.ts'
import type { Finding } from '../plan-reading.ts'
import { refuseFile } from '../refusal.ts'
import { readDocxLists } from './docx-numbering.ts'
import { NOTHING_AROUND } from './docx-state.ts'
import { readDocxStyles } from './docx-styles.ts'
import { readTheme } from './docx-theme.ts'
import type { FormatReader } from './format-reader.ts'
import { squeeze } from './inline-text.ts'
import { type ParsedDocx, parseDocx } from './parse-docx.ts'
import { unzipParts } from './unzip-parts.ts'

const MAIN = /^word\/document\d*\.xml$/
const BESIDE = /^word\/(?:footnotes|endnotes|comments|header|footer)\d*\.xml$/
const DRAWN = /^word\/diagrams\/data\d+\.xml$/
const WANTED =
  /^word\/(?:(?:document|styles|numbering|footnotes|endnotes|comments|header|footer)\d*|theme\/theme1|diagrams\/data\d+)\.xml$/

/**
 * A Word document as blocks: headings by their styles, lists with their numbers, and tables with merged and shaded cells; then the
 * words of its drawings, notes, comments, headers and footers, which have no place among the lines. Macros are left alone.
 */
export const readDocx: FormatReader = async (name, content, tell) => {
  tell?.('Unpacking the Word document', 0.1)
  const unzipped = await unzipParts(name, content, WANTED)
  if (!unzipped.ok) return unzipped
  const parts = unzipped.value
  const main = [...parts].find(([path]) => MAIN.test(path))?.[1]
  if (main === undefined) {
    return refuseFile(
      'not-what-it-says',
      name,
      'is a zip file but not a Word document. Open it in Word, save it as .docx and choose that.',
    )
  }
  if ([...parts.values()].some((xml) => /<!DOCTYPE|<!ENTITY/i.test(xml))) {
    return refuseFile(
      'damaged',
      name,
      'holds instructions that no Word document should. Open it in Word, save it as a new document and choose that.',
    )
  }
  tell?.('Finding tables and headings', 0.4)
  const body = parseDocx(main, {
    styles: readDocxStyles(parts.get('word/styles.xml') ?? ''),
    lists: readDocxLists(parts.get('word/numbering.xml') ?? ''),
    theme: readTheme(parts.get('word/theme/theme1.xml') ?? ''),
  })
  if ('problem' in body) return refuseProblem(name, body.problem)
  const blocks = [...body.blocks]
  for (const [path, xml] of parts) {
    if (DRAWN.test(path)) blocks.push(...wordsOfDrawing(xml))
    if (BESIDE.test(path)) blocks.push(...wordsBeside(xml))
  }
  return ok({ format: 'docx', blocks, findings: findingsOf(body, content) })
}

/** The words of a note, header or footer, which stand beside the plan; a part that cannot be read holds none that Word would show. */
function wordsBeside(xml: string): Block[] {
  const parsed = parseDocx(xml, NOTHING_AROUND)
  if ('problem' in parsed) return []
  return parsed.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'table') return [{ kind: 'paragraph', text: block.text, where: {} }]
    return block.rows.map((row) => ({ kind: 'paragraph', text: row.source, where: {} }))
  })
}

/** The words in the shapes of a drawing made by Word. */
function wordsOfDrawing(xml: string): Block[] {
  const blocks: Block[] = []
  let words: string[] = []
  const parser = new SaxesParser()
  let isText = false
  parser.on('error', () => {})
  parser.on('opentag', ({ name }) => {
    isText = name === 'a:t'
  })
  parser.on('text', (text) => {
    if (isText) words.push(text)
  })
  parser.on('closetag', ({ name }) => {
    isText = false
    const text = name === 'a:p' ? squeeze(words.join('')) : ''
    if (name === 'a:p') words = []
    if (text !== '') blocks.push({ kind: 'paragraph', text, where: {} })
  })
  parser.write(xml)
  return blocks
}

function findingsOf(body: Exclude<ParsedDocx, { problem: unknown }>, content: Uint8Array): Finding[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const said = (code: string, severity: Finding['severity'], message: string): Finding => ({
    code,
    severity,
    action: null,
    words: null,
    message,
    where: null,
  })
  const findings: Finding[] = []
  if (bytes.includes('word/vbaProject.bin'))
    findings.push(
      said('macros-ignored', 'advice', 'The document holds macros. They were not run; only its words were read.'),
    )
  if (body.chunks > 0)
    findings.push(
      said(
        'document-inside',
        'warning',
        'The document holds another document inside it, which was not read. Open it in Word, save it again and read that.',
      ),
    )
  if (body.hiddenRuns > 0)
    findings.push(
      said(
        'hidden-words',
        'question',
        'The document hides some of its words from its readers; they were read with the rest. Do they belong to the plan?',
      ),
    )
  return findings
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
