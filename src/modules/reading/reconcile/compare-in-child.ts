import { fileURLToPath } from 'node:url'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { type ChildLimits, runChild } from '../../../platform/child-process/run-child.ts'
import type { Comparable } from './comparable.ts'
import { type Compared, compareDocuments } from './reconcile-documents.ts'

export type CompareRefusal = { readonly kind: 'took-too-much'; readonly sentence: string }

const LIMITS: ChildLimits = { milliseconds: 60_000, megabytes: 512 }
const ENTRY = fileURLToPath(new URL('./compare-child.ts', import.meta.url))
/** So many pairs of rows take less time than starting a process does. */
const QUICK = 20_000

/** Compares two documents, in a process of its own when they are large, so that no page waits for it. */
export async function compareInChild(plan: Comparable, report: Comparable): Promise<Result<Compared, CompareRefusal>> {
  if (plan.rows.length * report.rows.length <= QUICK && isShort(plan) && isShort(report)) {
    return ok(compareDocuments(plan, report))
  }
  const ran = await runChild(ENTRY, { plan, report }, LIMITS, () => {})
  if (ran.ok && isCompared(ran.value)) return ok(ran.value)
  return refuse({
    kind: 'took-too-much',
    sentence: `${plan.name} and ${report.name} are too large to be compared. Send the tables of actions alone.`,
  })
}

function isShort({ rows, passages }: Comparable): boolean {
  const letters = [...rows, ...passages].reduce((sum, { text }) => sum + text.length, 0)
  return passages.length <= 1_000 && letters <= 200_000
}

/** The child is this same code; its answer is only checked for its outline. */
function isCompared(value: unknown): value is Compared {
  return typeof value === 'object' && value !== null && 'matching' in value && 'facts' in value
}
