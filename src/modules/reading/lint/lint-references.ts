import type { LintAction, LintInput, Remark } from './lint-plan.ts'

/** Questions about references: one used twice, one skipped, one out of its order. */
export function lintReferences({ actions }: LintInput): Remark[] {
  const seen = new Map<string, LintAction>()
  const remarks: Remark[] = []
  let before: { head: string; last: number; part: string | null } | null = null
  for (const action of actions) {
    if (action.ref === null) continue
    const scope = /^\d+\.?$/.test(action.ref) ? `${action.part}/${action.ref}` : action.ref
    if (seen.has(scope)) {
      remarks.push({
        code: 'reference-repeated',
        severity: 'question',
        about: action,
        words: action.ref,
        message: `Reference ${action.ref} is used more than once. Which action keeps it?`,
      })
    }
    seen.set(scope, action)
    const now = splitReference(action)
    const step = now && before && now.head === before.head ? now.last - before.last : 1
    if (now && before && step > 1 && now.part === before.part) {
      remarks.push({
        code: 'reference-skipped',
        severity: 'question',
        about: action,
        words: action.ref,
        message: `References go from ${before.head}${before.last} to ${action.ref}. Is an action missing between them?`,
      })
    }
    if (now && before && step < 0) {
      remarks.push({
        code: 'reference-out-of-order',
        severity: 'question',
        about: action,
        words: action.ref,
        message: `Reference ${action.ref} comes after ${before.head}${before.last}. Is it in its right place?`,
      })
    }
    before = now
  }
  return remarks
}

/** "1.11" as its head "1." and its last number 11. A new objective may begin with a new ten: only within one is a gap a gap. */
function splitReference({ ref, part }: LintAction): { head: string; last: number; part: string | null } | null {
  const found = /^(.*\D)(\d+)\D?$/.exec(ref ?? '')
  return found ? { head: found[1] ?? '', last: Number(found[2]), part } : null
}
