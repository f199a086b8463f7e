import type { LintAction, LintInput } from './lint-plan.ts'
import { type Remark, remarkOn } from './remark.ts'

/** Questions about references: one used twice, one skipped, one out of its order. */
export function lintReferences({ actions }: LintInput): Remark[] {
  const seen = new Map<string, LintAction>()
  const remarks: Remark[] = []
  let before: Reference | null = null
  for (const action of actions) {
    if (action.ref === null) continue
    const ask = (code: string, message: string, among?: readonly LintAction[]) =>
      remarks.push(
        remarkOn(action, {
          code,
          severity: 'question',
          field: 'ref',
          words: action.ref,
          message,
          ...(among && { among }),
        }),
      )
    const scope = /^\d+\.?$/.test(action.ref) ? `${action.part}/${action.ref}` : action.ref
    const first = seen.get(scope)
    if (first) {
      ask('reference-repeated', `Reference ${action.ref} is used more than once. Which action keeps it?`, [
        action,
        first,
      ])
    }
    seen.set(scope, first ?? action)
    const now = splitReference(action)
    const step = now && before && now.head === before.head ? now.last - before.last : 1
    if (now && before && step > 1 && now.part === before.part) {
      const from = `${before.head}${before.last}`
      ask('reference-skipped', `References go from ${from} to ${action.ref}. Is an action missing between them?`)
    }
    if (now && before && step < 0) {
      const after = `${before.head}${before.last}`
      ask('reference-out-of-order', `Reference ${action.ref} comes after ${after}. Is it in its right place?`)
    }
    before = now
  }
  return remarks
}

type Reference = { readonly head: string; readonly last: number; readonly part: string | null }

/** "1.11" as its head "1." and its last number 11. A new objective may begin with a new ten: only within one is a gap a gap. */
function splitReference({ ref, part }: LintAction): Reference | null {
  const found = /^(.*\D)(\d+)\D?$/.exec(ref ?? '')
  return found ? { head: found[1] ?? '', last: Number(found[2]), part } : null
}
