import { type Day, isBefore } from '../../../kernel/day.ts'
import { type RatingScheme, ratingRule } from '../../plan/index.ts'
import type { StandingAsAt } from './standings-as-at.store.ts'

/** How the work of an action stood, from what was known of it at a moment, apart from whether it was reported on. */
export type DoingAsAt = {
  /** the last day that the plan gives it; null when it gives none */
  readonly finalDueOn: Day | null
  /** by the scheme its progress means complete, and files show it where the scheme asks for evidence */
  readonly isComplete: boolean
  /** its last day, where that had passed and it was not complete: late doing */
  readonly lateSince: Day | null
}

/** @param openFrom  the first day that had not passed */
export function doingAsAt(
  standing: Pick<StandingAsAt, 'points' | 'latest' | 'evidenceCount'> | undefined,
  scheme: RatingScheme,
  openFrom: Day,
): DoingAsAt {
  const finalDueOn = standing?.points.findLast(({ isDated }) => isDated)?.dueOn ?? null
  const rule = ratingRule(scheme, standing?.latest?.progress ?? null)
  // Called complete without the evidence it needs is not complete, whoever accepted it.
  const isComplete = rule?.meaning === 'complete' && (!rule.needsEvidence || (standing?.evidenceCount ?? 0) > 0)
  const isLate = finalDueOn !== null && isBefore(finalDueOn, openFrom) && !isComplete
  return { finalDueOn, isComplete, lateSince: isLate ? finalDueOn : null }
}

/** The first day that has not passed by a day's end, as it is looked at on a later day; on the day itself, that day. */
export function openFrom(asAt: Day, lookedAtOn: Day): Day {
  return isBefore(asAt, lookedAtOn) ? asAt.add({ days: 1 }) : asAt
}
