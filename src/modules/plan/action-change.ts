import type { Change } from '../audit/index.ts'
import { DISPOSAL_NAMES, datesInWords, type RatingReading } from '../reading/index.ts'
import { type Action, type ActionContent, isTied, type SaidInDocument } from './plan.ts'

/** The audit entry of an action's next version: what it said, and what it says now. */
export function actionChange(what: string, action: Action, content: ActionContent): Change {
  return { what, subject: { kind: 'action', id: action.id }, before: shownOf(action), after: shownOf(content) }
}

/** What the history shows of a version. */
export function shownOf({ ref, text, measure, timescale, leadWords, leads, said }: ActionContent) {
  const names = leads.map((lead) => (isTied(lead) ? lead.text : `${lead.text} (not in the directory)`))
  return {
    ref,
    text,
    measure,
    timescale: timescale?.text ?? null,
    dates: datesInWords(timescale),
    leadWords,
    leads: names,
    narrative: said.narrative,
    ending: endingShown(said.disposal),
    progressRating: ratingShown(said.progressRating),
    impactRating: ratingShown(said.impactRating),
  }
}

function endingShown(disposal: SaidInDocument['disposal']): string | null {
  return disposal && [DISPOSAL_NAMES[disposal.kind], ...(disposal.words ? [`“${disposal.words}”`] : [])].join(': ')
}

function ratingShown(rating: RatingReading | null): string | null {
  return rating && `${rating.text} (${rating.key ?? 'no colour'})`
}
