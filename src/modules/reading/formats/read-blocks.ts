import type { Result } from '../../../kernel/result.ts'
import type { Block } from '../blocks.ts'
import { LIMITS } from '../limits.ts'
import { type ReadingRefusal, refuseFile } from '../refusal.ts'
import type { FormatBlocks, FormatReader } from './format-reader.ts'
import { type FileKind, sniffFormat } from './sniff-format.ts'

/** The reader of each kind of file, fetched when it is needed: a text file need not wait for the reader of PDF. */
const READERS: Readonly<Record<FileKind, () => Promise<FormatReader>>> = {
  text: async () => (await import('./read-plain.ts')).readPlain,
  csv: async () => (await import('./read-plain.ts')).readPlain,
  docx: async () => (await import('./read-docx.ts')).readDocx,
  odt: async () => (await import('./read-odt.ts')).readOdt,
  xlsx: async () => (await import('./read-workbook.ts')).readWorkbook,
  xls: async () => (await import('./read-workbook.ts')).readWorkbook,
  ods: async () => (await import('./read-ods.ts')).readOds,
  html: async () => (await import('./read-html.ts')).readHtml,
  pdf: async () => (await import('./read-pdf.ts')).readPdf,
  json: async () => (await import('./read-json.ts')).readJson,
}

/** Finds out what a file is and makes blocks of it, no more than a plan may have. */
export async function readBlocks(
  name: string,
  content: Uint8Array,
  tell: (stage: string, fraction: number) => void,
): Promise<Result<FormatBlocks, ReadingRefusal>> {
  const kind = sniffFormat(name, content)
  if (!kind.ok) return kind
  const reader = await READERS[kind.value]()
  const read = await reader(name, content, tell)
  return read.ok ? (refuseMuch(name, read.value.blocks) ?? read) : read
}

function refuseMuch(name: string, blocks: readonly Block[]) {
  const texts = blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map(({ source }) => source) : block.text,
  )
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  if (texts.length <= LIMITS.pieces && characters <= LIMITS.characters) return null
  const [what, limit] =
    texts.length > LIMITS.pieces
      ? [`${inWords(texts.length)} paragraphs and rows`, LIMITS.pieces]
      : [`${inWords(characters)} letters`, LIMITS.characters]
  return refuseFile(
    'too-many-rows',
    name,
    `holds ${what}; the limit is ${inWords(limit)}. Send the plan alone, without what is around it.`,
  )
}

function inWords(count: number): string {
  return count.toLocaleString('en-GB')
}
