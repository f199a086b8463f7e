import { findSmallNumbers } from '../../reading/index.ts'
import type { ReportedAction } from './reported-action.ts'

export type WithSmallNumbers = { readonly action: ReportedAction; readonly figures: readonly string[] }

/** All that a report prints of what a lead wrote. */
function wordsOf({ narrative, whatNext, wayBack }: ReportedAction): string {
  return [narrative, whatNext, wayBack?.words].filter(Boolean).join('\n')
}

/** The actions whose words, as a report prints them, hold a count of children from 1 to 5. */
export function withSmallNumbers(actions: readonly ReportedAction[]): WithSmallNumbers[] {
  return actions.flatMap((action) => {
    const figures = findSmallNumbers(wordsOf(action)).flatMap((question) => question.figures)
    return figures.length > 0 ? [{ action, figures: [...new Set(figures)] }] : []
  })
}
