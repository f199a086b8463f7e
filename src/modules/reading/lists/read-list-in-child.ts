import { fileURLToPath } from 'node:url'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { type ChildLimits, runChild } from '../../../platform/child-process/run-child.ts'
import { sniffFormat } from '../formats/sniff-format.ts'
import { type ReadingRefusal, refuseFile } from '../refusal.ts'
import { type ListLine, type ListManner, readList } from './read-list.ts'

const LIMITS: ChildLimits = { milliseconds: 9_000, megabytes: 512 }
const ENTRY = fileURLToPath(new URL('./read-list-child.ts', import.meta.url))
/** So long a text is read in less time than starting a process takes. */
const QUICK_BYTES = 256 * 1024

/** Reads a list; a workbook, or a very long text, in a process of its own with limits on time and memory. */
export async function readListInChild(
  file: { readonly name: string; readonly content: Uint8Array },
  manner: ListManner = 'list',
): Promise<Result<readonly ListLine[], ReadingRefusal>> {
  const { name, content } = file
  const kind = sniffFormat(name, content)
  if (!kind.ok) return kind
  if (['csv', 'text'].includes(kind.value) && content.byteLength <= QUICK_BYTES) return readList(name, content, manner)
  const ran = await runChild(ENTRY, { name, content, manner }, LIMITS, () => {})
  return (
    (ran.ok ? answerOf(ran.value) : null) ??
    refuseFile('damaged', name, 'could not be read. Save it as CSV and choose that.')
  )
}

/** The child is this same code; its answer is only checked for its outline. */
function answerOf(answer: unknown): Result<readonly ListLine[], ReadingRefusal> | null {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return null
  if (answer.ok === true) return 'value' in answer && isLines(answer.value) ? ok(answer.value) : null
  return 'refusal' in answer && isRefusal(answer.refusal) ? refuse(answer.refusal) : null
}

function isLines(value: unknown): value is readonly ListLine[] {
  return Array.isArray(value) && value.every((line) => typeof line === 'object' && line !== null && 'cells' in line)
}

function isRefusal(value: unknown): value is ReadingRefusal {
  return typeof value === 'object' && value !== null && 'kind' in value && 'sentence' in value
}
