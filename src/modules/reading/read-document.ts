import { createHash } from 'node:crypto'
import { ok, type Result } from '../../kernel/result.ts'
import type { Block } from './blocks.ts'
import { readBlocks } from './formats/read-blocks.ts'
import { readLayout } from './layout/read-layout.ts'
import { buildReading } from './plan/build-reading.ts'
import type { Finding, PlanReading } from './plan-reading.ts'
import { NO_RECIPE, type Recipe, recipeFits } from './recipe.ts'
import type { ReadingRefusal } from './refusal.ts'

export type Document = { readonly name: string; readonly content: Uint8Array }
/** Told what is being done and how far it is, from 0 to 1. */
export type ReadingProgress = (stage: string, fraction: number) => void

/** A reading with the blocks it was made from, and the recipe that steered it. */
export type WholeReading = {
  readonly reading: PlanReading
  readonly blocks: readonly Block[]
  /** the place, among the recipes offered, of the one that fitted; null when none did */
  readonly recipe: number | null
}

/**
 * Reads a plan or report as published: source, then blocks, then plan. Every word of it is in a field, in `recognised` or in
 * `notUnderstood`. A document that cannot be read is refused with one sentence, and nothing half-read is answered.
 */
export async function readDocument(
  input: Document,
  onProgress: ReadingProgress = () => {},
): Promise<Result<PlanReading, ReadingRefusal>> {
  const read = await readWhole(input, [], onProgress)
  return read.ok ? ok(read.value.reading) : read
}

/** As {@link readDocument}, with its blocks; the first of these recipes that was made for such a document steers the reading. */
export async function readWhole(
  input: Document,
  recipes: readonly Recipe[],
  onProgress: ReadingProgress = () => {},
): Promise<Result<WholeReading, ReadingRefusal>> {
  onProgress('Opening the file', 0)
  const read = await readBlocks(input.name, input.content, (stage, fraction) => onProgress(stage, 0.6 * fraction))
  if (!read.ok) return read
  onProgress('Reading the plan', 0.6)
  const { format, blocks, findings = [] } = read.value
  const source = {
    name: input.name,
    format,
    bytes: input.content.length,
    sha256: createHash('sha256').update(input.content).digest('hex'),
  }
  const fitting = recipes.findIndex((recipe) => recipeFits(recipe, blocks))
  const reading = readLayout(source, blocks) ?? buildReading(source, blocks, recipes[fitting] ?? NO_RECIPE)
  onProgress('Done', 1)
  const whole = { ...reading, findings: [...findings, ...withoutDouble(reading.findings, findings)] }
  return ok({ reading: whole, blocks, recipe: fitting < 0 ? null : fitting })
}

/** Where the format says why no action can be told, nothing is added by saying that there is none. */
function withoutDouble(own: readonly Finding[], ofFormat: readonly Finding[]): readonly Finding[] {
  const isSaid = ofFormat.some((finding) => finding.code === 'columns-interleaved')
  return isSaid ? own.filter((finding) => finding.code !== 'no-actions-found') : own
}
