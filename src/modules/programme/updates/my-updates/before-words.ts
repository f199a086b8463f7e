import { capital } from '../../../../kernel/capital.ts'
import { counted } from '../../../../kernel/counted.ts'
import { cutAtWord } from '../../../../kernel/cut-at-word.ts'
import { type Day, isAfter, isBefore } from '../../../../kernel/day.ts'
import type { BeforeWriting } from './before-writing.store.ts'

/** About three lines of a column, and of a phone. */
const CHARACTERS = 110

/** How an update begins, cut after a word. */
export function beginningOf(narrative: string): string {
  return cutAtWord(narrative, CHARACTERS)
}

/**
 * What matters for an update due on a day: "2 steps late, 1 step due by then, 3 files of evidence". A step that is not done is late
 * when its day has passed; what falls due after the update is not for it to tell.
 */
export function factsInWords(
  { openSteps, evidenceCount }: Pick<BeforeWriting, 'openSteps' | 'evidenceCount'>,
  { today, dueOn }: { readonly today: Day; readonly dueOn: Day },
): string {
  const late = openSteps.filter((on) => isBefore(on, today)).length
  const due = openSteps.filter((on) => !isBefore(on, today) && !isAfter(on, dueOn)).length
  const facts = [
    ...(late > 0 ? [`${counted(late, 'step')} late`] : []),
    ...(due > 0 ? [`${counted(due, 'step')} due by then`] : []),
    evidenceCount > 0 ? `${counted(evidenceCount, 'file')} of evidence` : 'no evidence yet',
  ]
  return capital(facts.join(', '))
}
