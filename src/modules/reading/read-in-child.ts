import { fileURLToPath } from 'node:url'
import type { Result } from '../../kernel/result.ts'
import { type ChildLimits, runChild } from '../../platform/child-process/run-child.ts'
import { sniffFormat } from './formats/sniff-format.ts'
import type { PlanReading } from './plan-reading.ts'
import type { Document, ReadingProgress } from './read-document.ts'
import { type ReadingRefusal, refuseFile } from './refusal.ts'

export type ReadingLimits = ChildLimits

export const READING_LIMITS: ReadingLimits = { milliseconds: 20_000, megabytes: 512 }

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
  const kind = sniffFormat(input.name, input.content)
  if (!kind.ok) return kind
  const ran = await runChild(ENTRY, { name: input.name, content: input.content }, limits, (progress) => {
    if (isProgress(progress)) onProgress(progress.stage, progress.fraction)
  })
  if (ran.ok) return isAnswer(ran.value) ? ran.value : refuseFailure(input.name)
  switch (ran.refusal.kind) {
    case 'took-too-long':
      return refuseFile(
        'took-too-long',
        input.name,
        `could not be read in ${limits.milliseconds / 1000} seconds. Send the plan's tables alone, or split the file.`,
      )
    case 'took-too-much-memory':
      return refuseFile(
        'took-too-much-memory',
        input.name,
        `needs more than ${limits.megabytes} MB of memory to be read. Send the plan's tables alone, or split the file.`,
      )
    case 'died':
      return refuseFailure(input.name)
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
function isAnswer(value: unknown): value is Result<PlanReading, ReadingRefusal> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false
  return value.ok === true ? 'value' in value : 'refusal' in value
}
