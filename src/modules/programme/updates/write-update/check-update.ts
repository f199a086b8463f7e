import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { RatingKey } from '../../../reading/index.ts'

export type UpdateWords = {
  readonly narrative: string
  readonly progress: RatingKey | null
  readonly impact: RatingKey | null
}
export type UpdateProblem = { readonly field: 'narrative' | 'progress' | 'impact'; readonly message: string }

export const LONGEST_NARRATIVE = 10_000

/**
 * A draft may be half said; what is sent to the chair needs its words and both ratings, and what was sent back needs
 * something new. Every problem is told at once.
 *
 * @param sentBefore  what was last sent here; null when nothing was, or when new evidence comes with this
 */
export function checkUpdate(
  said: UpdateWords,
  step: 'save' | 'submit',
  sentBefore: UpdateWords | null = null,
): Result<UpdateWords, { readonly kind: 'problems'; readonly problems: readonly UpdateProblem[] }> {
  const { narrative, progress, impact } = said
  const problems: UpdateProblem[] = []
  if (narrative.length > LONGEST_NARRATIVE) {
    problems.push({ field: 'narrative', message: 'Shorten the update to 10,000 characters, and attach the rest' })
  }
  if (step === 'submit') {
    if (narrative === '') problems.push({ field: 'narrative', message: 'Say what has happened since the last update' })
    if (sentBefore && isSame(said, sentBefore)) {
      problems.push({
        field: 'narrative',
        message: 'Answer the chair’s note: nothing has changed since it was sent back',
      })
    }
    if (!progress) problems.push({ field: 'progress', message: 'Choose the rating for progress' })
    if (!impact) problems.push({ field: 'impact', message: 'Choose the rating for impact' })
  }
  return problems.length > 0 ? refuse({ kind: 'problems', problems }) : ok({ narrative, progress, impact })
}

function isSame(a: UpdateWords, b: UpdateWords): boolean {
  return a.narrative === b.narrative && a.progress === b.progress && a.impact === b.impact
}
