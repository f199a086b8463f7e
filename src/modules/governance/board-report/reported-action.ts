import { type Day, dayOf, isBefore } from '../../../kernel/day.ts'
import type { ActionId } from '../../../kernel/id.ts'
import { type ActionContent, means, type RatingScheme } from '../../plan/index.ts'
import { doingAsAt, type StandingAsAt } from '../../programme/index.ts'
import type { RatingKey } from '../../reading/index.ts'

/** One action as it stood on the day of the report. */
export type ReportedAction = {
  readonly id: ActionId
  readonly ref: string | null
  readonly text: string
  readonly leadWords: string | null
  readonly heading: string
  readonly progress: RatingKey | null
  /** by the scheme its progress means complete, and files show it where the scheme asks for evidence */
  readonly isComplete: boolean
  readonly impact: RatingKey | null
  readonly narrative: string | null
  readonly whatNext: string | null
  /** what will bring it back, and by which day; null where nothing has to be brought back */
  readonly wayBack: { readonly words: string; readonly by: Day } | null
  /** the progress rating its lead expects at the end of the year */
  readonly forecast: RatingKey | null
  readonly submittedAt: Temporal.Instant | null
  readonly isAccepted: boolean
  /** files attached by then to show what was done */
  readonly evidenceCount: number
  /** duties to report that had passed without an update */
  readonly missed: readonly Day[]
  /** duties to report that could still be met */
  readonly toMeet: readonly Day[]
  readonly finalDueOn: Day | null
  /** past its last day and not complete: late doing, whatever was reported */
  readonly isLate: boolean
}

export type ActionAsAt = ActionContent & { readonly id: ActionId }

/** @param openFrom  the first day whose duties could still be met; those before it had passed */
export function reportedAction(
  { id, ref, text, leadWords }: ActionAsAt,
  standing: StandingAsAt | undefined,
  { heading, openFrom, scheme }: { readonly heading: string; readonly openFrom: Day; readonly scheme: RatingScheme },
): ReportedAction {
  const latest = standing?.latest ?? null
  const unmet = unmetDuties(standing, scheme)
  const { finalDueOn, isComplete, lateSince } = doingAsAt(standing, scheme, openFrom)
  return {
    id,
    ref,
    text,
    leadWords,
    heading,
    progress: latest?.progress ?? null,
    isComplete,
    impact: latest?.impact ?? null,
    narrative: latest?.narrative ?? null,
    whatNext: latest?.whatNext ?? null,
    wayBack: latest?.wayBack ?? null,
    forecast: latest?.forecast ?? null,
    submittedAt: latest?.submittedAt ?? null,
    isAccepted: latest?.isAccepted ?? false,
    evidenceCount: standing?.evidenceCount ?? 0,
    missed: unmet.filter((dueOn) => isBefore(dueOn, openFrom)),
    toMeet: unmet.filter((dueOn) => !isBefore(dueOn, openFrom)),
    finalDueOn,
    isLate: lateSince !== null,
  }
}

/** Duties not reported on. From the day an action was reported complete, once that is accepted, none is owed. */
function unmetDuties(standing: StandingAsAt | undefined, scheme: RatingScheme): readonly Day[] {
  if (!standing) return []
  const { latest, points } = standing
  const isOver = latest?.isAccepted && means(scheme, latest.progress, 'complete')
  const owedBefore = isOver ? dayOf(latest.submittedAt) : null
  return points
    .filter(({ dueOn, isReported }) => !isReported && (owedBefore === null || isBefore(dueOn, owedBefore)))
    .map(({ dueOn }) => dueOn)
}
