import type { Change } from '../audit/index.ts'
import { datesInWords } from '../reading/index.ts'
import { type Action, type ActionContent, isTied } from './plan.ts'

/** The audit entry of an action's next version: what it said, and what it says now. */
export function actionChange(what: string, action: Action, content: ActionContent): Change {
  return { what, subject: { kind: 'action', id: action.id }, before: shown(action), after: shown(content) }
}

/** What the history shows of a version. */
function shown({ ref, text, measure, timescale, leadWords, leads }: ActionContent) {
  const names = leads.map((lead) => (isTied(lead) ? lead.text : `${lead.text} (not in the directory)`))
  return {
    ref,
    text,
    measure,
    timescale: timescale?.text ?? null,
    dates: datesInWords(timescale),
    leadWords,
    leads: names,
  }
}
