import { type Day, isAfter, parseDay } from '../../../../kernel/day.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { needsRecovery, type RatingScheme } from '../../../plan/index.ts'
import { oddPair } from '../../ratings/odd-pair.ts'
import type { Suggestion } from '../../ratings/suggest-rating.ts'
import { type SaidUpdate, typedOf, type UpdateWords } from '../update-words.ts'

export type UpdateProblem = { readonly field: keyof UpdateWords; readonly message: string }

/** What the words of an update are held against. */
export type UpdateRules = {
  readonly scheme: Pick<RatingScheme, 'ratings'>
  readonly suggestion: Suggestion
  readonly today: Day
  /** what was last sent here; null when nothing was, or when new evidence comes with this */
  readonly sentBefore: SaidUpdate | null
}

export const LONGEST_NARRATIVE = 10_000
export const LONGEST_ANSWER = 2_000
export const LONGEST_REASON = 500
/** A way back that takes longer is no way back within any plan. */
const MOST_YEARS_AHEAD = 5

/**
 * A draft may be half said; what is sent to the chair needs its words, both ratings, and what these ratings call for; and
 * what was sent before something new, and a correction its reason. Every problem is told at once. What the ratings do not call for is not sent.
 */
export function checkUpdate(
  said: UpdateWords,
  step: 'save' | 'submit' | 'correct',
  rules: UpdateRules,
): Result<SaidUpdate, { readonly kind: 'problems'; readonly problems: readonly UpdateProblem[] }> {
  const returnOn = parseDay(said.returnOn)
  const problems = [
    ...tooLong(said),
    ...(step === 'save' ? [] : unsaid(said, step, rules)),
    ...(said.returnOn !== '' && !returnOn
      ? [{ field: 'returnOn', message: 'Enter a day, such as 31 March 2026' } as const]
      : []),
  ]
  if (problems.length > 0) return refuse({ kind: 'problems', problems })
  const whole = { ...said, returnOn }
  return ok(step === 'save' ? whole : calledFor(whole, rules))
}

function tooLong(said: UpdateWords): UpdateProblem[] {
  const { narrative, whatNext, recovery, differsBecause, pairBecause, reason } = said
  const problems: UpdateProblem[] = []
  const hold = (field: UpdateProblem['field'], text: string, most: number, message: string) => {
    if (text.length > most) problems.push({ field, message })
  }
  hold('narrative', narrative, LONGEST_NARRATIVE, 'Shorten the update to 10,000 characters, and attach the rest')
  hold('whatNext', whatNext, LONGEST_ANSWER, 'Shorten what happens next to 2,000 characters')
  hold('recovery', recovery, LONGEST_ANSWER, 'Shorten what will bring it back to 2,000 characters')
  hold(
    'differsBecause',
    differsBecause,
    LONGEST_REASON,
    'Say in one sentence, of at most 500 characters, why it differs',
  )
  hold(
    'pairBecause',
    pairBecause,
    LONGEST_REASON,
    'Say in one sentence, of at most 500 characters, how they go together',
  )
  hold('reason', reason, LONGEST_REASON, 'Say in at most 500 characters why you correct it')
  return problems
}

const UNCHANGED = {
  submit: 'Answer the chair’s note: nothing has changed since it was sent back',
  correct: 'Change what is to be corrected: it is the same as what was sent',
} as const

/** What is missing from an update that is to be sent. */
function unsaid(said: UpdateWords, step: 'submit' | 'correct', rules: UpdateRules): UpdateProblem[] {
  const problems: UpdateProblem[] = []
  const ask = (isMissing: boolean, field: UpdateProblem['field'], message: string) => {
    if (isMissing) problems.push({ field, message })
  }
  ask(step === 'correct' && said.reason === '', 'reason', 'Say why you correct it, for whoever read the earlier one')
  ask(said.narrative === '', 'narrative', 'Say what has happened since the last update')
  ask(rules.sentBefore !== null && isSame(said, typedOf(rules.sentBefore)), 'narrative', UNCHANGED[step])
  ask(said.whatNext === '', 'whatNext', 'Say what happens next')
  ask(!said.progress, 'progress', 'Choose the rating for progress')
  ask(
    differs(said, rules.suggestion) && said.differsBecause === '',
    'differsBecause',
    'Say in one sentence why it differs from what the facts suggest',
  )
  ask(!said.impact, 'impact', 'Choose the rating for impact')
  const question = oddPair(rules.scheme, said)
  ask(question !== null && said.pairBecause === '', 'pairBecause', 'Answer in one sentence, or choose again')
  if (needsRecovery(rules.scheme, said)) {
    ask(said.recovery === '', 'recovery', 'Say what will bring it back on track')
    ask(said.returnOn === '', 'returnOn', 'Say by which day it will be back on track')
    const on = parseDay(said.returnOn)
    ask(on !== null && !isAfter(on, rules.today), 'returnOn', 'Choose a day that is still to come')
    const last = rules.today.add({ years: MOST_YEARS_AHEAD })
    ask(on !== null && isAfter(on, last), 'returnOn', 'Choose a day within the next five years')
  }
  return problems
}

/** Whether a rating is chosen for progress that is not the one the facts suggest. */
export function differs({ progress }: Pick<UpdateWords, 'progress'>, { rating }: Suggestion): boolean {
  return progress !== null && rating !== null && progress !== rating
}

/** Without the answers that the ratings, as they were chosen in the end, do not call for. */
function calledFor(said: SaidUpdate, { scheme, suggestion }: UpdateRules): SaidUpdate {
  return {
    ...said,
    ...(needsRecovery(scheme, said) ? {} : { recovery: '', returnOn: null }),
    differsBecause: differs(said, suggestion) ? said.differsBecause : '',
    pairBecause: oddPair(scheme, said) ? said.pairBecause : '',
  }
}

function isSame(a: UpdateWords, b: UpdateWords): boolean {
  const words: readonly (keyof UpdateWords)[] = [
    'narrative',
    'progress',
    'impact',
    'whatNext',
    'recovery',
    'returnOn',
    'forecast',
  ]
  return words.every((word) => a[word] === b[word])
}
