import { refuseFile } from '../refusal.ts'
import type { HtmlProblem } from './check-html.ts'

/** A page, or a table of HTML in a text, that is made to hang its reader. */
export function refusePage(name: string, problem: HtmlProblem) {
  switch (problem) {
    case 'too-many-elements':
      return refuseFile(
        'too-many-rows',
        name,
        'holds far more than a plan does. Save the page of the plan alone and choose that.',
      )
    case 'too-deep':
      return refuseFile(
        'damaged',
        name,
        'puts its parts inside each other without end, which no page needs. Save the plan as Word (.docx) and choose that.',
      )
    case 'swollen-element':
      return refuseFile(
        'damaged',
        name,
        'holds an element with more attributes than any page needs. Save the plan as Word (.docx) and choose that.',
      )
  }
}
