import { capital } from '../../../kernel/capital.ts'
import { counted } from '../../../kernel/counted.ts'
import { narrativeQuestions } from '../updates/narrative-questions.ts'
import type { DutyRecord, ReportingTally } from './reporting-tally.ts'

export const SHARED_COUNT_TWICE =
  'An update that two organisations share counts for both, so these lines can add up to more than all.'
export const NOT_FAULTS = 'These are questions, not faults. Whoever wrote the words may have good answers.'

/** The answer first: how many fell due, and what became of them. */
export function sentenceOf({ due, outcomes }: ReportingTally): string {
  if (due === 0) return 'No update has fallen due yet.'
  return `${counted(due, 'update')} fell due: ${outcomes['in-time']} came in time, ${outcomes.late} later, ${outcomes['within-grace']} may still come in the days of grace, ${outcomes['not-reported']} are not here yet.`
}

/** What stood in the way of answering, before anything is said of who answered. */
export function contextOf({ due, askedLate, notAsked, bounced, vacant }: ReportingTally): string {
  const facts = [
    { count: notAsked, words: 'not asked for by Trellis' },
    { count: askedLate, words: 'asked for later than the plan’s rules say' },
    { count: bounced, words: 'with a message that did not arrive' },
    { count: vacant, words: 'led by nobody, or by a vacant post' },
  ].filter(({ count }) => count > 0)
  if (facts.length === 0) return 'Asked in time, and nothing is known that stood in the way.'
  if (due === 1) return inOneSentence(facts.map(({ words }) => words))
  return `Of ${counted(due, 'update')}: ${facts.map(({ count, words }) => `${count} ${words}`).join(', ')}.`
}

function inOneSentence(facts: readonly string[]): string {
  const words = `${facts.join('; ')}.`
  return capital(words)
}

/** A middle of one or two answers says more of a person than of a group, so it is shown from three on. */
const ENOUGH = 3

/** How many days answers took: the middle, and from what to what. */
export function daysInWords({ response, due }: ReportingTally): {
  readonly middle: string
  readonly range: string | null
} {
  if (!response || response.of < ENOUGH) return { middle: 'Too few to say', range: null }
  const { median, least, most, of } = response
  return { middle: `${median} in the middle`, range: `${least} to ${most}, of ${of} of ${due} asked for and answered` }
}

/** The updates whose words one could ask something about, with what. */
export function questionsOn(duties: readonly DutyRecord[]) {
  return duties
    .map((duty) => ({ duty, questions: narrativeQuestions(duty.narrative ?? '', duty.lastTime) }))
    .filter(({ questions }) => questions.length > 0)
}
