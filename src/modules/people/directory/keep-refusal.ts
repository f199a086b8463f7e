import type { Problem } from '../../../design/index.ts'

/** Why a record of the directory is not kept. */
export type KeepRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'form-expired' }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** The problems a form shows; null when there is no such record. */
export function problemsOf(refusal: KeepRefusal, field: string): readonly Problem[] | null {
  if (refusal.kind === 'not-found') return null
  if (refusal.kind === 'problems') return refusal.problems
  return [{ field, message: 'This form was open too long: send it again' }]
}
