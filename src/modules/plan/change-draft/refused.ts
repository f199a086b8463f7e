import { type Answer, notFound, redirect } from '../../../platform/http/route.ts'
import type { DraftRefusal } from './change-draft.ts'

/** Where a refused correction of a draft leads, with what is said there. */
export function refusedCorrection(refusal: DraftRefusal): Answer {
  switch (refusal.kind) {
    case 'not-found':
      return notFound
    case 'adopted-already':
      return redirect(`/plans/${refusal.planId}`)
    case 'form-expired':
    case 'changed-meanwhile':
    case 'changed-since':
    case 'no-row-above':
    case 'nothing-to-split':
    case 'no-such-action':
    case 'title-missing':
      return redirect(`/plans/${refusal.planId}/review?refused=${refusal.kind}`)
  }
}

/** Why a correction was not made, by the word that stands in the address. */
export const WHY_REFUSED: Readonly<Record<string, string>> = {
  'form-expired': 'The page was open for too long. Do it again',
  'changed-meanwhile': 'Somebody else changed this draft meanwhile. Look at it as it is now, and do it again',
  'changed-since': 'An action was changed since; undoing would lose what was written. Correct it by hand',
  'no-row-above': 'There is no action above this one to join it with',
  'title-missing': 'Say what the heading is, or that it is none',
  'no-such-action': 'No action of this draft has that reference. Choose one from the list',
  'nothing-to-split': 'Nothing was split. Leave an empty line where the second action begins',
}
