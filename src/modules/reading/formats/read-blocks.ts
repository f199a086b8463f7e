import type { Result } from '../../../kernel/result.ts'
import type { ReadingRefusal } from '../refusal.ts'
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

/** Finds out what a file is and makes blocks of it. */
export async function readBlocks(
  name: string,
  content: Uint8Array,
  tell: (stage: string, fraction: number) => void,
): Promise<Result<FormatBlocks, ReadingRefusal>> {
  const kind = sniffFormat(name, content)
  if (!kind.ok) return kind
  const read = await READERS[kind.value]()
  return read(name, content, tell)
}
