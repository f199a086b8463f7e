import { type Day, dayOf, isBefore } from '../../../kernel/day.ts'
import type { ActionId } from '../../../kernel/id.ts'
import type { ActionContent } from '../../plan/index.ts'
import type { StandingAsAt } from '../../programme/index.ts'
import type { RatingKey } from '../../reading/index.ts'

/** One action as it stood on the day of the report. */
export type ReportedAction = {
  readonly id: ActionId
  readonly ref: string | null
  readonly text: string
  readonly leadWords: string | null
  readonly heading: string
  readonly progress: RatingKey | null
  readonly impact: RatingKey | null
  readonly narrative: string | null
  readonly submittedAt: Temporal.Instant | null
  readonly isAccepted: boolean
  /** files attached by then to show what was done */
  readonly evidenceCount: number
  /** duties to report that had passed without an update */
  readonly missed: readonly Day[]
  /** duties to report that could still be met */
  readonly toMeet: readonly Day[]
  readonly finalDueOn: Day | null
}

export type ActionAsAt = ActionContent & { readonly id: ActionId }

/** @param openFrom  the first day whose duties could still be met; those before it had passed */
export function reportedAction(
  { id, ref, text, leadWords }: ActionAsAt,
  standing: StandingAsAt | undefined,
  { heading, openFrom }: { readonly heading: string; readonly openFrom: Day },
): ReportedAction {
  const latest = standing?.latest ?? null
  const unmet = unmetDuties(standing)
  return {
    id,
    ref,
    text,
    leadWords,
    heading,
    progress: latest?.progress ?? null,
    impact: latest?.impact ?? null,
    narrative: latest?.narrative ?? null,
    submittedAt: latest?.submittedAt ?? null,
    isAccepted: latest?.isAccepted ?? false,
    evidenceCount: standing?.evidenceCount ?? 0,
    missed: unmet.filter((dueOn) => isBefore(dueOn, openFrom)),
    toMeet: unmet.filter((dueOn) => !isBefore(dueOn, openFrom)),
    finalDueOn: standing?.points.findLast(({ isDated }) => isDated)?.dueOn ?? null,
  }
}

/** Past its last day and not complete; blue without evidence is not complete, whoever accepted it. */
export function isLate({ finalDueOn, progress, evidenceCount }: ReportedAction, openFrom: Day): boolean {
  const isComplete = progress === 'blue' && evidenceCount > 0
  return finalDueOn !== null && isBefore(finalDueOn, openFrom) && !isComplete
}

/** Duties not reported on. From the day an action was reported complete, once that is accepted, none is owed. */
function unmetDuties(standing: StandingAsAt | undefined): readonly Day[] {
  if (!standing) return []
  const { latest, points } = standing
  const owedBefore = latest?.progress === 'blue' && latest.isAccepted ? dayOf(latest.submittedAt) : null
  return points
    .filter(({ dueOn, isReported }) => !isReported && (owedBefore === null || isBefore(dueOn, owedBefore)))
    .map(({ dueOn }) => dueOn)
}
