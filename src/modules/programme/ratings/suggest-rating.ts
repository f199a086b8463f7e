import { type Day, daysBetween, isAfter, isBefore, longDay } from '../../../kernel/day.ts'
import { means, type RatingMeaning, type RatingScheme, ratingThatMeans } from '../../plan/index.ts'
import type { RatingKey } from '../../reading/index.ts'

export type RatingFacts = {
  readonly today: Day
  /** the first day the action is due to report on; null when its timescale gives no date */
  readonly firstDueOn: Day | null
  /** the day by which the action should be done; null when its timescale gives no date */
  readonly finalDueOn: Day | null
  /** the earliest day since the last report that asks for another one; null when there is none */
  readonly unreportedSince: Day | null
  readonly evidenceCount: number
  /** the progress rating of the last update not sent back */
  readonly lastProgress: RatingKey | null
  /** the day by which that update meant to be back on track; null when it named none */
  readonly promisedOn: Day | null
  /** its own step that is longest past its day and not done; null when none is */
  readonly lateStep: { readonly name: string; readonly dueOn: Day } | null
}

export type Suggestion = {
  /** null when the facts alone suggest nothing */
  readonly rating: RatingKey | null
  /** why, in a sentence the lead reads beside the choice */
  readonly reason: string
}

/**
 * What the facts alone suggest for progress, in the colours of the plan's scheme; a scheme without a colour for what they mean is
 * suggested none. It is shown beside the lead's choice and never replaces it, and it never suggests that an action is on track or
 * complete: that is for people to say, with evidence.
 */
export function suggestRating(facts: RatingFacts, scheme: Pick<RatingScheme, 'ratings'>): Suggestion {
  const { meaning, reason } = suggestMeaning(facts, means(scheme, facts.lastProgress, 'complete'))
  return { rating: meaning && ratingThatMeans(scheme, meaning), reason }
}

type Suggested = { readonly meaning: RatingMeaning | null; readonly reason: string }

function suggestMeaning(facts: RatingFacts, wasComplete: boolean): Suggested {
  const { today, firstDueOn, finalDueOn, unreportedSince, evidenceCount, lastProgress, promisedOn, lateStep } = facts
  if (!finalDueOn || !firstDueOn) {
    return { meaning: null, reason: 'The timescale gives no date, so the calendar suggests nothing.' }
  }
  if (wasComplete && evidenceCount === 0) {
    return { meaning: null, reason: 'It was called complete without evidence. Add what shows it, or choose again.' }
  }
  if (wasComplete) return { meaning: null, reason: 'It was last reported complete, with evidence.' }
  if (isAfter(today, finalDueOn)) {
    return {
      meaning: 'off-track',
      reason: `It was due by ${longDay(finalDueOn)}, ${daysInWords(daysBetween(finalDueOn, today))} ago.`,
    }
  }
  if (promisedOn && isAfter(today, promisedOn)) {
    return {
      meaning: 'off-track',
      reason: `It was to be back on track by ${longDay(promisedOn)}, and that day has passed.`,
    }
  }
  if (unreportedSince && isBefore(unreportedSince, today)) {
    return { meaning: 'at-risk', reason: `An update was due on ${longDay(unreportedSince)} and none was sent.` }
  }
  if (lateStep) {
    return {
      meaning: 'at-risk',
      reason: `The step “${lateStep.name}” was due on ${longDay(lateStep.dueOn)} and is not done.`,
    }
  }
  if (lastProgress === null && isBefore(today, firstDueOn.subtract({ days: 92 }))) {
    return {
      meaning: 'not-due',
      reason: `Nothing is due before ${longDay(firstDueOn)}, and no work has been reported yet.`,
    }
  }
  return {
    meaning: null,
    reason: `It is within its time: due by ${longDay(finalDueOn)}. The calendar cannot say more.`,
  }
}

function daysInWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
