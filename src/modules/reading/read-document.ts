import { createHash } from 'node:crypto'
import { ok, type Result } from '../../kernel/result.ts'
import type { Block } from './blocks.ts'
import { decodeText } from './formats/decode-text.ts'
import { readCsv } from './formats/read-csv.ts'
import { readDocx } from './formats/read-docx.ts'
import { readText } from './formats/read-text.ts'
import { sniffFormat } from './formats/sniff-format.ts'
import { buildReading } from './plan/build-reading.ts'
import type { Finding, PlanReading, SourceFormat } from './plan-reading.ts'
import type { ReadingRefusal } from './refusal.ts'

export type Document = { readonly name: string; readonly content: Uint8Array }
/** Told what is being done and how far it is, from 0 to 1. */
export type ReadingProgress = (stage: string, fraction: number) => void

/**
 * Reads a plan or report as published: source, then blocks, then plan. Every word of it is in a field, in `recognised` or in
 * `notUnderstood`. A document that cannot be read is refused with one sentence, and nothing half-read is answered.
 */
export async function readDocument(
  input: Document,
  onProgress: ReadingProgress = () => {},
): Promise<Result<PlanReading, ReadingRefusal>> {
  onProgress('Opening the file', 0)
  const read = await readBlocks(input, onProgress)
  if (!read.ok) return read
  onProgress('Reading the plan', 0.6)
  const source = {
    name: input.name,
    format: read.value.format,
    bytes: input.content.length,
    sha256: createHash('sha256').update(input.content).digest('hex'),
  }
  const reading = buildReading(source, read.value.blocks)
  onProgress('Done', 1)
  return ok({ ...reading, findings: [...read.value.findings, ...reading.findings] })
}

type ReadBlocks = {
  readonly format: SourceFormat
  readonly blocks: readonly Block[]
  readonly findings: readonly Finding[]
}

async function readBlocks(
  { name, content }: Document,
  onProgress: ReadingProgress,
): Promise<Result<ReadBlocks, ReadingRefusal>> {
  const kind = sniffFormat(name, content)
  if (!kind.ok) return kind
  if (kind.value === 'docx') {
    onProgress('Unpacking the Word document', 0.1)
    const blocks = await readDocx(name, content)
    return blocks.ok ? ok({ format: 'docx', blocks: blocks.value, findings: [] }) : blocks
  }
  const decoded = decodeText(name, content)
  if (!decoded.ok) return decoded
  onProgress('Finding tables and headings', 0.3)
  const { text, encoding } = decoded.value
  const read = kind.value === 'csv' ? readCsv(name, text) : readText(name, text)
  return read.ok ? ok({ ...read.value, findings: encoding === 'windows-1252' ? [oldEncoding()] : [] }) : read
}

function oldEncoding(): Finding {
  const message =
    'The file is not in Unicode; it was read as Windows-1252. Do apostrophes, dashes and pound signs look right?'
  return { code: 'old-encoding', severity: 'question', action: null, words: null, message, where: null }
}
