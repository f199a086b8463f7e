import { createHash } from 'node:crypto'
import { ok, type Result } from '../../kernel/result.ts'
import { readBlocks } from './formats/read-blocks.ts'
import { buildReading } from './plan/build-reading.ts'
import type { PlanReading } from './plan-reading.ts'
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
  const read = await readBlocks(input.name, input.content, (stage, fraction) => onProgress(stage, 0.6 * fraction))
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
  return ok({ ...reading, findings: [...(read.value.findings ?? []), ...reading.findings] })
}
