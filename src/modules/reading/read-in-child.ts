import { fileURLToPath } from 'node:url'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { type ChildLimits, runChild } from '../../platform/child-process/run-child.ts'
import type { Block } from './blocks.ts'
import { sniffFormat } from './formats/sniff-format.ts'
import type { PlanReading, Source } from './plan-reading.ts'
import type { Document, ReadingProgress, WholeReading } from './read-document.ts'
import type { Recipe } from './recipe.ts'
import { type ReadingRefusal, refuseFile } from './refusal.ts'

export { readListInChild } from './lists/read-list-in-child.ts'

export type ReadingLimits = ChildLimits

export const READING_LIMITS: ReadingLimits = { milliseconds: 9_000, megabytes: 1_000 }

const ENTRY = fileURLToPath(new URL('./reading-child.ts', import.meta.url))

/**
 * Reads a document in a process of its own, with limits on time and memory. What is plainly not a document is refused before one
 * is started; a breach kills the process and becomes a refusal.
 */
export async function readInChild(
  input: Document,
  limits: ReadingLimits = READING_LIMITS,
  onProgress: ReadingProgress = () => {},
): Promise<Result<PlanReading, ReadingRefusal>> {
  return askChild({ ...input, recipes: null }, isReading, limits, onProgress)
}

/** As {@link readInChild}, with the blocks too, and steered by the first of the recipes that fits. */
export async function readWholeInChild(
  input: Document,
  recipes: readonly Recipe[],
  onProgress: ReadingProgress = () => {},
): Promise<Result<WholeReading, ReadingRefusal>> {
  return askChild({ ...input, recipes }, isWhole, READING_LIMITS, onProgress)
}

/** Reads blocks again that were made before, as a recipe says; with the same limits, for nobody waits longer for a correction. */
export async function rereadInChild(
  source: Source,
  blocks: readonly Block[],
  recipe: Recipe,
): Promise<Result<PlanReading, ReadingRefusal>> {
  return answerOfChild(source.name, { source, blocks, recipe }, isReading, READING_LIMITS, () => {})
}

async function askChild<Value>(
  asked: Document & { readonly recipes: readonly Recipe[] | null },
  isValue: (value: unknown) => value is Value,
  limits: ReadingLimits,
  onProgress: ReadingProgress,
): Promise<Result<Value, ReadingRefusal>> {
  const { name, content, recipes } = asked
  const kind = sniffFormat(name, content)
  if (!kind.ok) return kind
  return answerOfChild(name, { name, content, recipes }, isValue, limits, onProgress)
}

async function answerOfChild<Value>(
  name: string,
  message: unknown,
  isValue: (value: unknown) => value is Value,
  limits: ReadingLimits,
  onProgress: ReadingProgress,
): Promise<Result<Value, ReadingRefusal>> {
  const ran = await runChild(ENTRY, message, limits, (progress) => {
    if (isProgress(progress)) onProgress(progress.stage, progress.fraction)
  })
  if (ran.ok) return answerOf(ran.value, isValue) ?? refuseFailure(name)
  switch (ran.refusal.kind) {
    case 'took-too-long':
      return refuseFile(
        'took-too-long',
        name,
        `could not be read in ${limits.milliseconds / 1000} seconds. Send the plan's tables alone, or split the file.`,
      )
    case 'took-too-much-memory':
      return refuseFile(
        'took-too-much-memory',
        name,
        `needs more than ${limits.megabytes} MB of memory to be read. Send the plan's tables alone, or split the file.`,
      )
    case 'died':
      return refuseFailure(name)
  }
}

function refuseFailure(name: string) {
  return refuseFile(
    'damaged',
    name,
    'could not be read to the end. Open it in the program that made it, save it again and choose that.',
  )
}

function isProgress(value: unknown): value is { stage: string; fraction: number } {
  return typeof value === 'object' && value !== null && 'stage' in value && 'fraction' in value
}

/** The child is this same code; its answer is only checked for its outline. */
function answerOf<Value>(
  answer: unknown,
  isValue: (value: unknown) => value is Value,
): Result<Value, ReadingRefusal> | null {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return null
  if (answer.ok === true) return 'value' in answer && isValue(answer.value) ? ok(answer.value) : null
  return 'refusal' in answer && isRefusal(answer.refusal) ? refuse(answer.refusal) : null
}

function isRefusal(value: unknown): value is ReadingRefusal {
  return typeof value === 'object' && value !== null && 'kind' in value && 'sentence' in value
}

function isReading(value: unknown): value is PlanReading {
  return typeof value === 'object' && value !== null && 'source' in value && 'actions' in value
}

function isWhole(value: unknown): value is WholeReading {
  return typeof value === 'object' && value !== null && 'blocks' in value && 'reading' in value
}
