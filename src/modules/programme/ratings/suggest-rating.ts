import { type Day, daysBetween, isAfter, isBefore, longDay } from '../../../kernel/day.ts'
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
}

export type Suggestion = {
  /** null when the facts alone suggest nothing */
  readonly rating: RatingKey | null
  /** why, in a sentence the lead reads beside the choice */
  readonly reason: string
}

/**
 * What the facts alone suggest for progress. It is shown beside the lead's choice and never replaces it, and it never
 * suggests blue: that an action is complete and will last is for people to say, with evidence.
 */
export function suggestRating(facts: RatingFacts): Suggestion {
  const { today, firstDueOn, finalDueOn, unreportedSince, evidenceCount, lastProgress } = facts
  if (!finalDueOn || !firstDueOn) {
    return { rating: null, reason: 'The timescale gives no date, so the calendar suggests nothing.' }
  }
  if (lastProgress === 'blue' && evidenceCount === 0) {
    return { rating: null, reason: 'It was called complete without evidence. Add what shows it, or choose again.' }
  }
  if (lastProgress === 'blue') return { rating: null, reason: 'It was last reported complete, with evidence.' }
  if (isAfter(today, finalDueOn)) {
    return {
      rating: 'red',
      reason: `It was due by ${longDay(finalDueOn)}, ${daysInWords(daysBetween(finalDueOn, today))} ago.`,
    }
  }
  if (unreportedSince && isBefore(unreportedSince, today)) {
    return { rating: 'amber', reason: `An update was due on ${longDay(unreportedSince)} and none was sent.` }
  }
  if (lastProgress === null && isBefore(today, firstDueOn.subtract({ days: 92 }))) {
    return {
      rating: 'grey',
      reason: `Nothing is due before ${longDay(firstDueOn)}, and no work has been reported yet.`,
    }
  }
  return { rating: null, reason: `It is within its time: due by ${longDay(finalDueOn)}. The calendar cannot say more.` }
}

function daysInWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
