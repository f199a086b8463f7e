import { counted } from '../../../kernel/counted.ts'
import { dayOf, longDay } from '../../../kernel/day.ts'
import { headInWords } from '../../audit/index.ts'
import { needsEvidence, type RatingScheme } from '../../plan/index.ts'
import { type RollUp, ratingOf, yearMovementInWords } from '../../programme/index.ts'
import type { BoardReport, ClosedOf } from './board-report.ts'
import type { ReportedAction } from './reported-action.ts'

/** The answer first: what a board member needs to know in a sentence or two. */
export function answerOf({ actions, offTrack, late, unreported, progress }: BoardReport): string {
  const facts = [
    offTrack.length > 0 ? `${offTrack.length} off track` : null,
    late.length > 0 ? `${late.length} past the last day and not complete` : null,
    unreported.length > 0 ? `${unreported.length} with an update missed` : null,
    progress.notRated > 0 ? `${progress.notRated} never rated` : null,
  ].filter(Boolean)
  const whole = `The plan has ${counted(actions.length, 'action')}`
  return facts.length > 0 ? `${whole}: ${facts.join(', ')}.` : `${whole}. None is off track, late or unreported.`
}

/** "3 Red + 5 Amber + … + 2 not rated = 41 actions", and how many of the ratings nobody has accepted yet. */
export function sumOf({ scheme, unaccepted }: BoardReport, { counts, notRated, total }: RollUp): string {
  const parts = counts.map(({ key, count }) => `${count} ${ratingOf(scheme, key).name.toLowerCase()}`)
  const sum = `${[...parts, `${notRated} not rated`].join(' + ')} = ${counted(total, 'action')}`
  if (unaccepted.length === 0) return sum
  return `${sum}. ${unaccepted.length} of these ratings ${unaccepted.length === 1 ? 'is' : 'are'} not yet accepted by the chair`
}

/** Where the audit trail stood when the report was made, to be checked against it later. */
export function trailInWords({ trail, closed }: BoardReport): string {
  return `Audit trail when ${closed ? 'the period was closed' : 'this was made'}: ${headInWords(trail)}`
}

export const LATE_WORK = 'The work is late: past its last day, and not complete'

/** That the work is late, and that a report is: two facts. */
export function latenessOf({ isLate, missed }: Pick<ReportedAction, 'isLate' | 'missed'>): readonly string[] {
  return [
    ...(isLate ? [LATE_WORK] : []),
    ...(missed.length > 0 ? [`The report is late: update missed on ${missed.map(longDay).join(', ')}`] : []),
  ]
}

/** What must be known beside an action’s ratings: what comes next, the way back, whether the chair stands by them, and what shows that it is complete. */
export function remarksOn(scheme: RatingScheme, action: ReportedAction): readonly string[] {
  const { submittedAt, isAccepted, evidenceCount, whatNext, wayBack, forecast } = action
  const evidence = evidenceCount === 0 ? 'No evidence attached' : `${counted(evidenceCount, 'file')} of evidence`
  return [
    ...(whatNext ? [`Next: ${whatNext}`] : []),
    ...(wayBack ? [`Way back: ${wayBack.words}, by ${longDay(wayBack.by)}`] : []),
    ...(forecast ? [`Expected at the end of the year: ${ratingOf(scheme, forecast).name}`] : []),
    ...latenessOf(action),
    ...(submittedAt && !isAccepted ? ['Not yet accepted by the chair'] : []),
    ...(needsEvidence(scheme, { progress: action.progress, impact: null }) ? [evidence] : []),
  ]
}

/** "As at 30 September 2014", or "As at 30 September 2014, Quarter 2, closed on 7 October 2014". */
export function asAtOf({ asAt, closed }: BoardReport): string {
  const day = `As at ${longDay(asAt)}`
  return closed ? `${day}, ${closed.name}, ${closingInWords(closed)}` : day
}

/** "closed on 7 October 2014"; of one that followed an earlier one, which it is. */
function closingInWords({ number, closedAt }: ClosedOf): string {
  return `closed${number > 1 ? ` again (closing ${number})` : ''} on ${longDay(dayOf(closedAt))}`
}

/** What moved in the plan since it was adopted, and what did not. */
export function movedInWords({ movement, adoptedOn }: BoardReport): string {
  return `Since the plan was adopted on ${longDay(adoptedOn)}: ${yearMovementInWords(movement)}`
}

/** Where a report is shown, with what its address says beside: the day, or the closing it reads. */
export function addressOf({ plan, asAt, closed }: BoardReport, file: 'page' | 'pdf' = 'page'): string {
  const which = closed ? `period=${closed.periodId}&closing=${closed.number}` : `as-at=${asAt}`
  return `/plans/${plan.id}/board-report${file === 'pdf' ? '.pdf' : ''}?${which}`
}

/** The paper's own reference: the plan's first letters and the day; of a closed period, the number of its closing. */
export function referenceOf({ plan, asAt, closed }: BoardReport): string {
  const letters = plan.title.match(/\p{L}+/gu)?.map((word) => word[0]?.toUpperCase() ?? '') ?? []
  return `BR-${letters.slice(0, 6).join('')}-${asAt.toString()}${closed ? `-C${closed.number}` : ''}`
}

export const HOW_COUNTED =
  'An action takes the ratings of its last update that was not sent back, accepted or not. An action never rated is ' +
  'counted apart and is no colour. “Past the last day” looks at the plan’s last date for an action; an action called ' +
  'complete with no evidence attached is not complete. “Update missed” looks at its duties to report; once the chair has ' +
  'accepted that an action is complete, no update is owed from the day that was reported. “What moved” lays what the plan said ' +
  'on the day of the report beside what it said when it was adopted; an action counts once in each way it moved. The report shows what had been ' +
  'recorded by the end of its day, and nothing later. A report as at a day that is over counts what was due on that day ' +
  'as passed; a report as at today still gives it until tonight.'
