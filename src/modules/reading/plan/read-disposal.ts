import type { ActionReading } from '../plan-reading.ts'

type Disposal = NonNullable<ActionReading['disposal']>

/** Words of a year-end narrative that say how an action ended, strongest first. A draft or a wait is not an end. */
const WORDS: readonly (readonly [Disposal['kind'], RegExp])[] = [
  [
    'not-reported',
    /\b(?:this )?(?:report|update) is (?:still )?(?:pending|awaited|outstanding)\b|\bno (?:report|update) (?:has been )?(?:received|provided)\b/i,
  ],
  [
    'stopped',
    /\bno longer (?:alive|valid|required|relevant|needed|applicable)(?: and valid)?\b|\b(?:action|objective) (?:has been |was )?(?:deleted|withdrawn|discontinued|stopped|removed)\b/i,
  ],
  [
    'carried-forward',
    /\bcarr(?:y|ied) forward\b(?: (?:to|into)(?: the)? [\w/]+(?: plan| financial year)?)?|\bc\/f\b(?: to [\w/ ]{1,30})?|\bdeferred (?:un)?til[\w/ ]{0,40}|\bas part of the \d\d(?:\d\d)?\/\d\d plan\b|\bincluded in the \d{4}\/\d{1,2} plan\b/i,
  ],
  ['merged', /\b(?:merged|combined|amalgamated) with\b(?:[^.;]|\.(?=\d)){0,40}/i],
  [
    'transferred',
    /\btransferred to\b(?:[^.;]|\.(?=\d)){0,40}|\bnow (?:led|owned|delivered) by\b(?:[^.;]|\.(?=\d)){0,40}/i,
  ],
  [
    'in-progress',
    /\bdraft (?:report )?(?:has been )?completed\b|\bnot (?:yet )?(?:been )?completed\b|\bpartially completed\b|\bcurrently being\b|\bin progress\b/i,
  ],
  [
    'completed',
    /\b(?:this|it|report|action|objective|work|programme|plan)(?: (?:has|have|is|was))?(?: now)?(?: been)? completed\b|^completed?\b|\breport (?:was |has been )?(?:presented|submitted) to\b(?:[^.;]|\.(?=\d)){0,40}|\btook place on\b(?:[^.;]|\.(?=\d)){0,40}/i,
  ],
]

/** How an action ended, by its narrative, with the words that say so; null when none do. */
export function readDisposal(narrative: string | null): Disposal | null {
  if (narrative === null) return null
  const text = narrative.slice(0, 5_000)
  for (const [kind, pattern] of WORDS) {
    const found = pattern.exec(text)
    if (found) return { kind, words: found[0].trim() }
  }
  return null
}
