import { counted } from '../../../kernel/counted.ts'
import { longDay } from '../../../kernel/day.ts'
import { type RollUp, ratingOf } from '../../programme/index.ts'
import type { BoardReport } from './board-report.ts'

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

/** "3 Red + 5 Amber + … + 2 not rated = 41 actions": shows that nothing is left out. */
export function sumOf({ scheme }: BoardReport, { counts, notRated, total }: RollUp): string {
  const parts = counts.map(({ key, count }) => `${count} ${ratingOf(scheme, key).name.toLowerCase()}`)
  return `${[...parts, `${notRated} not rated`].join(' + ')} = ${counted(total, 'action')}`
}

export function asAtOf({ asAt }: BoardReport): string {
  return `As at ${longDay(asAt)}`
}

/** The paper's own reference: the plan's first letters and the day. */
export function referenceOf({ plan, asAt }: BoardReport): string {
  const letters = plan.title.match(/\p{L}+/gu)?.map((word) => word[0]?.toUpperCase() ?? '') ?? []
  return `BR-${letters.slice(0, 6).join('')}-${asAt.toString()}`
}

export const HOW_COUNTED =
  'An action takes the ratings of its last update that was not sent back. An action never rated is counted apart and is no ' +
  'colour. “Past the last day” looks at the plan’s last date for an action; “update missed” looks at its duties to report. ' +
  'The report shows what had been recorded by the end of its day, and nothing later.'
