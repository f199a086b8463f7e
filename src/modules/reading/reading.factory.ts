import { zip } from '../../../test/support/zip.ts'
import type { PlanReading } from './plan-reading.ts'
import { readDocument } from './read-document.ts'

/** Bytes of a text as a file holds them. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Reads a text that must be readable; throws with the refusal's sentence when it is not. */
export async function readText(text: string, name = 'plan.txt'): Promise<PlanReading> {
  return readBytes(bytesOf(text), name)
}

export async function readBytes(content: Uint8Array, name: string): Promise<PlanReading> {
  const read = await readDocument({ name, content })
  if (!read.ok) throw new Error(read.refusal.sentence)
  return read.value
}

/** A Markdown table of rows of cells, ruled off under its first row. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [names, ...rest] = rows.map((row) => `| ${row.join(' | ')} |`)
  return [names, `|${'---|'.repeat(rows[0]?.length ?? 1)}`, ...rest].join('\n')
}

/** A Word document around the body's XML. */
export function aDocx(body: string, footer = ''): Uint8Array {
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const document = `<?xml version="1.0"?><w:document xmlns:w="${space}"><w:body>${body}</w:body></w:document>`
  return zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: document },
    { name: 'word/footer1.xml', content: `<w:ftr xmlns:w="${space}">${footer}</w:ftr>` },
    {
      name: 'word/styles.xml',
      content: `<w:styles xmlns:w="${space}"><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    },
  ])
}

export type DocxCell = {
  readonly text: string
  readonly fill?: string
  readonly across?: number
  readonly down?: 'begins' | 'goes-on'
}

/** A table of Word's XML: cells merged across and down, and shaded. */
export function docxTable(rows: readonly (readonly (string | DocxCell)[])[]): string {
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(docxCell).join('')}</w:tr>`).join('')}</w:tbl>`
}

export function docxParagraph(text: string, style = ''): string {
  const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`
}

function docxCell(given: string | DocxCell): string {
  const cell: DocxCell = typeof given === 'string' ? { text: given } : given
  const across = cell.across ? `<w:gridSpan w:val="${cell.across}"/>` : ''
  const down = cell.down ? `<w:vMerge${cell.down === 'begins' ? ' w:val="restart"' : ''}/>` : ''
  const fill = cell.fill ? `<w:shd w:val="clear" w:fill="${cell.fill}"/>` : ''
  return `<w:tc><w:tcPr>${across}${down}${fill}</w:tcPr>${docxParagraph(cell.text)}</w:tc>`
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** How often each word stands in a text; a word is a run of letters and figures. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** The words of a source that a reading holds less often than the source does; the copies of whole source lines do not count. */
export function wordsLost(source: string, reading: PlanReading): string[] {
  const kept = countWords(textOf(reading))
  const marks = /<\/?(?:p|br|b|s|u|i|strong|em)\s*\/?>/gi
  return [...countWords(source.replace(marks, ' '))]
    .filter(([word, count]) => (kept.get(word) ?? 0) < count)
    .map(([word]) => word)
}

function textOf(reading: PlanReading): string {
  const parts = reading.parts.flatMap((part) => [
    part.ref,
    part.title,
    part.why,
    part.success,
    ...part.alignedPlans,
    ...(part.points ?? []),
    part.leadWords,
  ])
  const actions = reading.actions.flatMap((action) => [
    action.ref,
    action.text,
    action.measure,
    action.timescale?.text,
    action.leadWords,
    action.narrative,
    action.progressRating?.text,
    action.impactRating?.text,
    ...(action.others ?? []).map((other) => other.text),
  ])
  const tables = (reading.tables ?? []).flatMap(({ columns, rows }) => [...columns, ...rows.flat()])
  const glossary = (reading.glossary ?? []).flatMap(({ term, meaning }) => [term, meaning])
  const rest = [...reading.notUnderstood, ...(reading.recognised ?? []), ...(reading.ratingKey ?? [])].map(
    (piece) => piece.text,
  )
  return [reading.title, ...parts, ...actions, ...tables, ...glossary, ...rest]
    .filter((text) => text != null)
    .join('\n')
}
